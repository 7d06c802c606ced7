import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { Sql, type SqlRunner, type Statement } from '../../platform/database/sql.js';
import { FlowRegistry } from '../own-flows/flow-registry.service.js';
import { staleDetailsOf, type LastMove, type StaleDetails } from './engine/stale-details.js';
import { findCountedWork, loadReports, type CountedWork, type ReportsRead } from './engine/counted-work.js';
import type { InstanceStore } from './engine/move-batch.js';
import { loadOpenChildren, loadWithParents, type InstanceRow } from './engine/instance-row.js';
import type { Writes } from './engine/writes.js';
import { writeMoves } from './engine/write-moves.js';

const findRequest = {
  name: 'find-request',
  text: `select fingerprint, answer from request where person_id = $1 and key = $2`,
};

const keepRequest = {
  name: 'keep-request',
  text: `insert into request (person_id, key, fingerprint, answer) values ($1, $2, $3, $4) on conflict do nothing`,
};

const findRequests = {
  name: 'find-requests',
  text: `select fingerprint, answer from request where person_id = $1 and key = any($2::text[])`,
};

const lastMoves = {
  name: 'last-moves',
  text: `
    select h.instance_id, h.event, h.version, coalesce(u.short_name, '') as unit_name, p.full_name
    from unnest($1::uuid[]) asked(id)
    cross join lateral (select * from history where instance_id = asked.id order by version desc limit 1) h
    left join unit u on u.id = h.unit_id left join person p on p.id = h.person_id`,
};

const findPlanOwner = { name: 'find-plan-owner', text: `select owner_unit_id from plan where id = $1` };

/** Reads and writes of the engine; the only file that knows its statements. */
const stopKey = (key: string) => `${key}/stop`;

@Injectable()
export class InstancesRepository {
  constructor(
    private readonly sql: Sql,
    private readonly flows: FlowRegistry,
  ) {}

  withParents(ids: readonly string[], runner: SqlRunner = this.sql.engine): Promise<InstanceRow[]> {
    return this.read(loadWithParents, ids, runner);
  }

  openChildren(parentIds: readonly string[], runner: SqlRunner = this.sql.engine): Promise<InstanceRow[]> {
    return this.read(loadOpenChildren, parentIds, runner);
  }

  /** Reports that counted the work as done, to be put right when that is taken back. */
  async reportsOn(
    workIds: readonly string[],
    today: IsoDate,
    runner: SqlRunner = this.sql.engine,
  ): Promise<ReportsRead> {
    const counted = await runner.rows<CountedWork & Record<string, unknown>>(findCountedWork, [workIds, today]);
    const ids = [...new Set(counted.map((one) => one.report_id))];
    return { counted, rows: ids.length > 0 ? await this.read(loadReports, ids, runner) : [] };
  }

  /** Rows whose flows this process knows: one that an office released a moment ago is learnt on the way. */
  private async read(statement: Statement, ids: readonly string[], runner: SqlRunner): Promise<InstanceRow[]> {
    const rows = await runner.rows<InstanceRow>(statement, [ids]);
    await this.flows.ensure(rows);
    return rows;
  }

  /** What another statement holds is left out and comes back unwritten. */
  write(writes: Writes): Promise<Set<number>> {
    return writeMoves(this.sql.engine, writes, 'skip');
  }

  /** The same reads and writes inside a transaction of the caller, which waits for rows that others hold, or leaves them out. */
  inside(runner: SqlRunner, held: 'wait' | 'skip'): InstanceStore {
    return {
      withParents: (ids) => this.withParents(ids, runner),
      openChildren: (parentIds) => this.openChildren(parentIds, runner),
      reportsOn: (workIds, today) => this.reportsOn(workIds, today, runner),
      write: (writes) => writeMoves(runner, writes, held),
    };
  }

  async firstAnswer(personId: string, key: string): Promise<{ fingerprint: string; answer: unknown } | undefined> {
    const rows = await this.sql.engine.rows<{ fingerprint: string; answer: unknown }>(findRequest, [personId, key]);
    return rows[0];
  }

  /** Keeps the answer of a request whose parts were durable one by one. */
  async keepAnswer(personId: string, key: string, fingerprint: string, answer: unknown): Promise<void> {
    await this.sql.engine.rows(keepRequest, [personId, key, fingerprint, JSON.stringify(answer)]);
  }

  /** A mark beside the parts of a request, under a key that no part can have. */
  async stop(personId: string, key: string): Promise<void> {
    await this.keepAnswer(personId, stopKey(key), 'stop', null);
  }

  async isStopped(personId: string, key: string): Promise<boolean> {
    return (await this.firstAnswer(personId, stopKey(key))) !== undefined;
  }

  /** The answers kept under several keys of one person. */
  firstAnswers(personId: string, keys: readonly string[]): Promise<{ fingerprint: string; answer: unknown }[]> {
    return this.sql.engine.rows(findRequests, [personId, keys]);
  }

  /** Who moved each instance last, and how: what a person is told who looked at an older version. */
  async staleDetails(rows: readonly InstanceRow[]): Promise<Map<string, StaleDetails>> {
    const found = await this.sql.engine.rows<LastMove & Record<string, unknown>>(lastMoves, [rows.map(({ id }) => id)]);
    const last = new Map(found.map((move) => [move.instance_id, move]));
    return new Map(rows.map((row) => [row.id, staleDetailsOf(row, last.get(row.id))]));
  }

  async planOwner(planId: string): Promise<string | undefined> {
    return (await this.sql.row<{ owner_unit_id: string }>(findPlanOwner, [planId]))?.owner_unit_id;
  }
}
