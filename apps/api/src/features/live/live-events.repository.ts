import { Injectable } from '@nestjs/common';

import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { LiveEvent, NewLiveEvent } from './live-event.js';

/** PostgreSQL's bell for the processes that hold open screens. Only a hint: they look by themselves, too. */
export const LIVE_CHANNEL = 'phancong_live';

/** One writer at a time until its commit, so that a reader who has seen an id has seen all before it. */
const keepOrder = {
  name: 'keep-order-of-live-events',
  text: `select pg_advisory_xact_lock(${advisoryLocks.liveOrder})`,
};

/** Work is seen, beyond its units, by whoever has a part below it: they are told as well. */
const insertEvents = {
  name: 'insert-live-events',
  text: `
    with written as (
      insert into live_event (kind, plan_id, instance_id, unit_ids)
      select x.kind, x."planId", x."instanceId",
        case when jsonb_typeof(x."unitIds") = 'array' then array(
          select jsonb_array_elements_text(x."unitIds")
          union select part.to_unit_id from instance part where part.parent_id = x."instanceId") end
      from jsonb_array_elements($1::jsonb) with ordinality given(event, place),
        jsonb_to_record(event) as x(kind text, "planId" uuid, "instanceId" uuid, "unitIds" jsonb)
      order by given.place
      returning id)
    select pg_notify('${LIVE_CHANNEL}', max(id)::text) from written`,
};

const columns = `id, kind, plan_id as "planId", instance_id as "instanceId", unit_ids as "unitIds"`;

const readAfter = {
  name: 'read-live-events-after',
  text: `select ${columns} from live_event where id > $1 order by id limit $2`,
};

const readNewest = {
  name: 'read-newest-live-events',
  text: `select ${columns} from live_event order by id desc limit $1`,
};

/** The oldest rows alone are looked at, so that it costs the same however many are kept. */
const forgetOld = {
  name: 'forget-old-live-events',
  text: `
    delete from live_event where id in (
      select id from (select id, at from live_event order by id limit 5000) oldest
      where at < now() - make_interval(mins => $1))`,
};

type Row = Omit<LiveEvent, 'id'> & { id: string };

const toEvent = (row: Row): LiveEvent => ({ ...row, id: BigInt(row.id) });

@Injectable()
export class LiveEventsRepository {
  constructor(private readonly sql: Sql) {}

  /** Tells all screens, once the transaction of `runner` is durable. Nobody else can tell anything until then, so it comes last. */
  async tell(events: readonly NewLiveEvent[], runner: SqlRunner): Promise<void> {
    if (events.length === 0) return;
    await runner.rows(keepOrder);
    await runner.rows(insertEvents, [JSON.stringify(events)]);
  }

  /** Past the wall: screens of all units live on what is read here, and each is given its own. */
  async after(id: bigint, limit: number): Promise<LiveEvent[]> {
    return (await this.sql.engine.rows<Row & Record<string, unknown>>(readAfter, [String(id), limit])).map(toEvent);
  }

  /** The newest events, oldest first. */
  async newest(limit: number): Promise<LiveEvent[]> {
    const rows = await this.sql.engine.rows<Row & Record<string, unknown>>(readNewest, [limit]);
    return rows.map(toEvent).reverse();
  }

  async forgetOlderThan(minutes: number): Promise<void> {
    await this.sql.engine.rows(forgetOld, [minutes]);
  }
}
