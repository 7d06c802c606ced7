import { Injectable } from '@nestjs/common';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
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

const lastMove = {
  name: 'last-move',
  text: `
    select h.event, h.version, coalesce(u.short_name, '') as unit_name, p.full_name
    from history h left join unit u on u.id = h.unit_id left join person p on p.id = h.person_id
    where h.instance_id = $1 order by h.version desc limit 1`,
};

const findPlanOwner = { name: 'find-plan-owner', text: `select owner_unit_id from plan where id = $1` };

/** Reads and writes of the engine; the only file that knows its statements. */
@Injectable()
export class InstancesRepository {
  constructor(private readonly sql: Sql) {}

  withParents(ids: readonly string[], runner: SqlRunner = this.sql): Promise<InstanceRow[]> {
    return runner.rows<InstanceRow>(loadWithParents, [ids]);
  }

  openChildren(parentIds: readonly string[], runner: SqlRunner = this.sql): Promise<InstanceRow[]> {
    return runner.rows<InstanceRow>(loadOpenChildren, [parentIds]);
  }

  write(writes: Writes, runner: SqlRunner = this.sql): Promise<Set<number>> {
    return writeMoves(runner, writes);
  }

  /** The same reads and writes inside a transaction of the caller. */
  inside(runner: SqlRunner): InstanceStore {
    return {
      withParents: (ids) => this.withParents(ids, runner),
      openChildren: (parentIds) => this.openChildren(parentIds, runner),
      write: (writes) => this.write(writes, runner),
    };
  }

  async firstAnswer(personId: string, key: string): Promise<{ fingerprint: string; answer: unknown } | undefined> {
    return this.sql.row<{ fingerprint: string; answer: unknown }>(findRequest, [personId, key]);
  }

  /** Keeps the answer of a request whose parts were durable one by one. */
  async keepAnswer(personId: string, key: string, fingerprint: string, answer: unknown): Promise<void> {
    await this.sql.rows(keepRequest, [personId, key, fingerprint, JSON.stringify(answer)]);
  }

  async lastMove(instanceId: string) {
    return this.sql.row<{ event: string; version: number; unit_name: string; full_name: string | null }>(lastMove, [
      instanceId,
    ]);
  }

  async planOwner(planId: string): Promise<string | undefined> {
    return (await this.sql.row<{ owner_unit_id: string }>(findPlanOwner, [planId]))?.owner_unit_id;
  }
}
