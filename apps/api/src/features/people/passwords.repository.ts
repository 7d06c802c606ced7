import { Injectable } from '@nestjs/common';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { hashOfToken } from './secret-token.js';

const INVITATION_DAYS = 7;

const findHash = {
  name: 'find-password-hash',
  text: `select username, password_hash from person where id = $1`,
};

const setHash = { name: 'set-password-hash', text: `update person set password_hash = $2 where id = $1` };

/** A new link makes the earlier ones void. */
const voidInvitations = {
  name: 'void-invitations',
  text: `update invitation set used_at = now() where person_id = $1 and used_at is null`,
};

const insertInvitation = {
  name: 'insert-invitation',
  text: `
    insert into invitation (token_hash, person_id, created_by_person_id, expires_at)
    values ($1, $2, $3, now() + make_interval(days => ${INVITATION_DAYS})) returning expires_at`,
};

const isOpen = `i.used_at is null and i.expires_at > now() and p.disabled_at is null`;

const findInvitation = {
  name: 'find-invitation',
  text: `
    select p.id as person_id, p.username, p.full_name, i.expires_at
    from invitation i join person p on p.id = i.person_id where i.token_hash = $1 and ${isOpen}`,
};

/** Uses the link; of two who use it at once, one finds it used. */
const takeInvitation = {
  name: 'take-invitation',
  text: `
    update invitation i set used_at = now() from person p
    where p.id = i.person_id and i.token_hash = $1 and ${isOpen} returning p.id as person_id, p.username`,
};

export interface InvitationRow {
  person_id: string;
  username: string;
  full_name: string;
  expires_at: Date;
}

/** Passwords and the one-time links with which they are chosen. */
@Injectable()
export class PasswordsRepository {
  constructor(private readonly sql: Sql) {}

  find(personId: string) {
    return this.sql.row<{ username: string; password_hash: string | null }>(findHash, [personId]);
  }

  async set(personId: string, hash: string, runner: SqlRunner): Promise<void> {
    await runner.rows(setHash, [personId, hash]);
  }

  async invite(token: string, personId: string, byPersonId: string, runner: SqlRunner): Promise<Date> {
    await runner.rows(voidInvitations, [personId]);
    const [row] = await runner.rows<{ expires_at: Date }>(insertInvitation, [hashOfToken(token), personId, byPersonId]);
    if (!row) throw new Error('The invitation was not inserted.');
    return row.expires_at;
  }

  findInvitation(token: string): Promise<InvitationRow | undefined> {
    return this.sql.row<InvitationRow & Record<string, unknown>>(findInvitation, [hashOfToken(token)]);
  }

  async takeInvitation(token: string, runner: SqlRunner): Promise<{ person_id: string; username: string } | undefined> {
    const [row] = await runner.rows<{ person_id: string; username: string }>(takeInvitation, [hashOfToken(token)]);
    return row;
  }
}
