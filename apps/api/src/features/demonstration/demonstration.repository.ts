import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';

/** Kept while one process loads; a process that dies lets go of it. */
const LOADING_LOCK = advisoryLocks.demonstration;

const takeLock = { name: 'take-demonstration-lock', text: 'select pg_advisory_lock($1)' };
const leaveLock = { name: 'leave-demonstration-lock', text: 'select pg_advisory_unlock($1)' };

const readState = {
  name: 'read-demonstration-state',
  text: `
    select (select finished from demonstration_clock) as finished,
           exists (select from person) or exists (select from plan) as "inUse"`,
};

/** Everything but the registry of units. */
const clear = {
  name: 'clear-demonstration',
  text: `
    truncate person, post_holding, delegation, session, invitation, known_browser, sign_in_tries, api_token,
      security_event, file, plan, plan_item, doubt, plan_name, instance, history, due_row,
      outbox, live_event, webhook_receiver, webhook_delivery, request, notice, demonstration_clock, target, evidence, budget_line, audit_entry, audit_seal cascade`,
};

const begin = {
  name: 'begin-demonstration',
  text: 'insert into demonstration_clock (today, finished) values ($1, false)',
};

const finish = { name: 'finish-demonstration', text: 'update demonstration_clock set finished = true' };

const readOldNotices = {
  name: 'read-old-notices',
  text: `update notice set read_at = now() where unit_id <> $1 and on_day <= $2 and read_at is null`,
};

export interface DemonstrationState {
  /** Null when there is no demonstration in this database. */
  finished: boolean | null;
  /** There are people or plans. */
  inUse: boolean;
}

@Injectable()
export class DemonstrationRepository {
  constructor(private readonly sql: Sql) {}

  /** Lets one process load while the others wait for it. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const client = await this.sql.connect();
    try {
      await client.query(takeLock.text, [LOADING_LOCK]);
      try {
        return await work();
      } finally {
        await client.query(leaveLock.text, [LOADING_LOCK]);
      }
    } finally {
      client.release();
    }
  }

  async state(): Promise<DemonstrationState> {
    const row = await this.sql.row<DemonstrationState & Record<string, unknown>>(readState);
    return row ?? { finished: null, inUse: false };
  }

  async clear(runner: SqlRunner): Promise<void> {
    await runner.rows(clear);
  }

  async begin(today: IsoDate, runner: SqlRunner): Promise<void> {
    await runner.rows(begin, [today]);
  }

  async finish(): Promise<void> {
    await this.sql.rows(finish);
  }

  /** Marks the notices until a day as read, for every unit but one. */
  async readNotices(exceptUnitId: string, until: IsoDate): Promise<void> {
    await this.sql.rows(readOldNotices, [exceptUnitId, until]);
  }
}
