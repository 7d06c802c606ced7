import { Injectable } from '@nestjs/common';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

const find = {
  name: 'find-second-factor',
  text: `
    select p.username, p.password_hash, f.secret, f.confirmed_at is not null as on,
           (select count(*)::int from recovery_code c where c.person_id = p.id and c.used_at is null) as codes_left
    from person p left join second_factor f on f.person_id = p.id where p.id = $1`,
};

/** Begins anew until it is confirmed; what is in use is not written over. */
const start = {
  name: 'start-second-factor',
  text: `
    insert into second_factor as f (person_id, secret) values ($1, $2)
    on conflict (person_id) do update set secret = excluded.secret, created_at = now(), last_step = 0
    where f.confirmed_at is null returning person_id`,
};

const confirm = {
  name: 'confirm-second-factor',
  text: `
    update second_factor set confirmed_at = now(), last_step = $2
    where person_id = $1 and confirmed_at is null returning person_id`,
};

/** Of two who show the same code at once, one finds it used. */
const takeStep = {
  name: 'take-second-factor-step',
  text: `
    update second_factor set last_step = $2
    where person_id = $1 and confirmed_at is not null and last_step < $2 returning person_id`,
};

const takeRecoveryCode = {
  name: 'take-recovery-code',
  text: `
    update recovery_code set used_at = now()
    where fingerprint = $2 and person_id = $1 and used_at is null returning person_id`,
};

const removeCodes = { name: 'remove-recovery-codes', text: `delete from recovery_code where person_id = $1` };

const insertCodes = {
  name: 'insert-recovery-codes',
  text: `insert into recovery_code (person_id, fingerprint) select $1, unnest($2::bytea[])`,
};

const remove = {
  name: 'remove-second-factor',
  text: `delete from second_factor where person_id = $1 returning person_id`,
};

const strengthen = { name: 'strengthen-session', text: `update session set strong = true where id = $1` };

export interface SecondFactorRow {
  username: string;
  password_hash: string | null;
  secret: Buffer | null;
  on: boolean;
  codes_left: number;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly sql: Sql) {}

  find(personId: string): Promise<SecondFactorRow | undefined> {
    return this.sql.row<SecondFactorRow & Record<string, unknown>>(find, [personId]);
  }

  /** False when one is in use. */
  async start(personId: string, secret: Buffer): Promise<boolean> {
    return (await this.sql.row(start, [personId, secret])) !== undefined;
  }

  /** False when another browser confirmed it first. */
  async confirm(personId: string, step: number, runner: SqlRunner): Promise<boolean> {
    return (await runner.rows(confirm, [personId, step])).length > 0;
  }

  /** False when a code of this step, or of a later one, was taken before. */
  async takeStep(personId: string, step: number): Promise<boolean> {
    return (await this.sql.row(takeStep, [personId, step])) !== undefined;
  }

  async takeRecoveryCode(personId: string, fingerprint: Buffer): Promise<boolean> {
    return (await this.sql.row(takeRecoveryCode, [personId, fingerprint])) !== undefined;
  }

  async replaceCodes(personId: string, fingerprints: readonly Buffer[], runner: SqlRunner): Promise<void> {
    await runner.rows(removeCodes, [personId]);
    await runner.rows(insertCodes, [personId, fingerprints]);
  }

  /** False when there was none. */
  async remove(personId: string, runner: SqlRunner): Promise<boolean> {
    await runner.rows(removeCodes, [personId]);
    return (await runner.rows(remove, [personId])).length > 0;
  }

  /** From now on this session has shown the second factor. */
  async strengthen(sessionId: string, runner: SqlRunner = this.sql): Promise<void> {
    await runner.rows(strengthen, [sessionId]);
  }
}
