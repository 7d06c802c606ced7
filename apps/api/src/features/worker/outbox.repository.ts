import { Injectable } from '@nestjs/common';

import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import type { SqlRunner } from '../../platform/database/sql.js';
import type { OutboxEffect } from '../work/engine/writes.js';

export interface OutboxRow {
  id: string;
  instance_id: string;
  effect: OutboxEffect;
  by_unit_id: string | null;
  on_day: string;
}

/**
 * One deliverer at a time, so that effects leave in the order in which they were written; what it does is one short statement. It
 * is waited for, since its snapshot may be older than the row that a bell announced.
 */
const keepOrder = {
  name: 'keep-order-of-outbox',
  text: `select pg_advisory_xact_lock(${advisoryLocks.outboxOrder})`,
};

/** What may be delivered now, oldest first. An effect that has to be tried again holds back those of its instance, and of no other. */
const due = `
  select o.id from outbox o
  where o.dead_at is null and o.try_at <= now()
    and not exists (
      select from outbox earlier
      where earlier.instance_id = o.instance_id and earlier.attempts > 0 and earlier.dead_at is null and earlier.id < o.id)`;

const findDue = { name: 'find-due-outbox', text: `${due} order by o.id limit $1` };

/**
 * Takes rows and writes their notices in the same statement. A notice is keyed by its outbox row, its instance and its receiver: delivered
 * twice, it is still one.
 */
const deliver = (ids: string) => `
  with taken as (
    delete from outbox where id in (${ids}) returning id, instance_id, effect, by_unit_id, on_day),
  told as (
    insert into notice (outbox_id, unit_id, instance_id, template, by_unit_id, on_day)
    select t.id, n."unitId", n."instanceId", n.template, t.by_unit_id, t.on_day
    from taken t, jsonb_to_recordset(t.effect->'notices') as n("instanceId" uuid, "unitId" text, template text)
    on conflict do nothing)
  select * from taken`;

const deliverDue = { name: 'deliver-outbox', text: deliver(`${due} order by o.id limit $1`) };
const deliverOne = { name: 'deliver-one-of-outbox', text: deliver(`${due} and o.id = $1`) };

/** Without seconds to wait ($3) it is tried no more. */
const putOff = {
  name: 'put-off-outbox',
  text: `
    update outbox set attempts = attempts + 1, fault = $2, try_at = now() + make_interval(secs => coalesce($3::float8, 0)),
      dead_at = case when $3 is null then now() end
    where id = $1`,
};

const countFailures = { name: 'count-failures-of-outbox', text: 'select attempts from outbox where id = $1' };

@Injectable()
export class OutboxRepository {
  /** Nobody else delivers until the transaction of `runner` ends. */
  async keepOrder(runner: SqlRunner): Promise<void> {
    await runner.rows(keepOrder);
  }

  async due(limit: number, runner: SqlRunner): Promise<string[]> {
    return (await runner.rows<{ id: string }>(findDue, [limit])).map(({ id }) => id);
  }

  /** Delivers up to `limit` rows; they come back oldest first. */
  async deliverDue(limit: number, runner: SqlRunner): Promise<OutboxRow[]> {
    const rows = await runner.rows<OutboxRow & Record<string, unknown>>(deliverDue, [limit]);
    return rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  deliverOne(id: string, runner: SqlRunner): Promise<OutboxRow[]> {
    return runner.rows<OutboxRow & Record<string, unknown>>(deliverOne, [id]);
  }

  async failuresOf(id: string, runner: SqlRunner): Promise<number> {
    return (await runner.rows<{ attempts: number }>(countFailures, [id]))[0]?.attempts ?? 0;
  }

  /** Keeps a row for a later try, or, without seconds, for a person. */
  async putOff(id: string, fault: string, seconds: number | undefined, runner: SqlRunner): Promise<void> {
    await runner.rows(putOff, [id, fault, seconds ?? null]);
  }
}
