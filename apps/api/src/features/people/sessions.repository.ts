import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Post } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { Gatherer, type Gathered } from '../../platform/gather/gatherer.js';
import type { Caller } from './request-actor.js';

interface SessionRow {
  token_hash: Buffer;
  person_id: string;
  full_name: string;
  unit_id: string;
  unit_name: string;
  post: Post;
  csrf_token: string;
  expires_at: Date;
  today: string;
}

/** Every request asks this: those that come at once are asked together. */
const findCallers = {
  name: 'find-callers',
  text: `
    select s.token_hash, h.person_id, p.full_name, h.unit_id, u.name as unit_name, h.post, s.csrf_token, s.expires_at,
           official_today() as today
    from session s
    join post_holding h on h.id = s.post_holding_id
    join person p on p.id = h.person_id
    join unit u on u.id = h.unit_id
    where s.token_hash = any($1::bytea[]) and s.expires_at > now()
      and coalesce(h.valid_from, '-infinity') <= official_today() and official_today() <= coalesce(h.valid_to, 'infinity')`,
};

const findPerson = {
  name: 'find-person',
  text: `
    select p.id, p.password_hash, h.id as post_holding_id
    from person p join post_holding h on h.person_id = p.id
    where p.username = $1
      and coalesce(h.valid_from, '-infinity') <= official_today() and official_today() <= coalesce(h.valid_to, 'infinity')
    order by h.id limit 1`,
};

const insertSession = {
  name: 'insert-session',
  text: `insert into session (token_hash, post_holding_id, csrf_token, expires_at) values ($1, $2, $3, $4)`,
};

const deleteSession = { name: 'delete-session', text: `delete from session where token_hash = $1` };

const deleteExpired = { name: 'delete-expired-sessions', text: `delete from session where expires_at < now()` };

const findRole = {
  name: 'find-role',
  text: `select u.kind, exists (select from plan where owner_unit_id = u.id) as owns_plan from unit u where u.id = $1`,
};

const hashOf = (token: string) => createHash('sha256').update(token).digest();

const callerOf = (row: SessionRow): Caller => ({
  actor: {
    personId: row.person_id,
    personName: row.full_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
  },
  today: row.today,
  csrfToken: row.csrf_token,
  expiresAt: row.expires_at,
});

@Injectable()
export class SessionsRepository {
  private readonly asking: Gatherer<Buffer, Caller | undefined>;

  constructor(private readonly sql: Sql) {
    this.asking = new Gatherer((hashes) => this.findCallers(hashes), { most: 200, lanes: 2 });
  }

  findCaller(token: string): Promise<Caller | undefined> {
    return this.asking.add(hashOf(token));
  }

  private async findCallers(hashes: readonly Buffer[]): Promise<Gathered<Caller | undefined>[]> {
    const rows = await this.sql.rows<SessionRow & Record<string, unknown>>(findCallers, [hashes]);
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), callerOf(row)]));
    return hashes.map((hash) => ({ result: byHash.get(hash.toString('hex')) }));
  }

  findPerson(username: string) {
    return this.sql.row<{ id: string; password_hash: string; post_holding_id: string }>(findPerson, [username]);
  }

  async open(token: string, postHoldingId: string, csrfToken: string, expiresAt: Date): Promise<void> {
    await this.sql.rows(insertSession, [hashOf(token), postHoldingId, csrfToken, expiresAt]);
    await this.sql.rows(deleteExpired);
  }

  async close(token: string): Promise<void> {
    await this.sql.rows(deleteSession, [hashOf(token)]);
  }

  async roleOf(unitId: string): Promise<'assigner' | 'central' | 'province' | 'leadership'> {
    const row = await this.sql.row<{ kind: string; owns_plan: boolean }>(findRole, [unitId]);
    if (row?.kind === 'leadership' || row?.kind === 'agency') return 'leadership';
    if (row?.owns_plan) return 'assigner';
    return row?.kind === 'provincialOffice' ? 'province' : 'central';
  }
}
