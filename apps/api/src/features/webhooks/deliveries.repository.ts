import { Injectable } from '@nestjs/common';
import type { DeliveryFault, WebhookDeliveriesQuery, WebhookDelivery } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

/** The versions of one instance that one outbox row tells of, for a receiver that may see it. */
export interface Told {
  receiverId: string;
  instanceId: string;
  /** The version before. */
  since: number;
  version: number;
  phase: string;
}

export interface TakenDelivery {
  id: string;
  receiver_id: string;
  body: string;
  attempts: number;
  url: string;
  secret: Buffer;
}

/** The message is written once, from history, and stays as it is however often it is sent. What was written already is not written twice. */
const enqueue = {
  name: 'enqueue-webhooks',
  text: `
    insert into webhook_delivery (receiver_id, instance_id, version, type, body)
    select r.id, h.instance_id, h.version, kind.type, jsonb_build_object(
      'type', kind.type,
      'timestamp', to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'data', jsonb_build_object(
        'instanceId', i.id, 'version', h.version, 'flow', i.flow, 'planId', i.plan_id,
        'title', coalesce(i.title, item.title, plan.title), 'event', h.event, 'fromState', h.from_state, 'toState', h.to_state,
        'onDay', h.on_day, 'from', jsonb_build_object('id', giver.id, 'name', giver.name),
        'to', jsonb_build_object('id', asked.id, 'name', asked.name), 'byUnitId', h.unit_id, 'dueOn', i.due_on))::text
    from jsonb_array_elements($1::jsonb) with ordinality given(told, place)
    cross join lateral jsonb_to_record(told)
      as x("receiverId" uuid, "instanceId" uuid, since int, version int, phase text)
    join webhook_receiver r on r.id = x."receiverId"
    join history h on h.instance_id = x."instanceId" and h.version > x.since and h.version <= x.version
    join instance i on i.id = h.instance_id
    join plan on plan.id = i.plan_id
    left join plan_item item on item.id = i.item_id
    join unit giver on giver.id = i.from_unit_id
    join unit asked on asked.id = i.to_unit_id
    cross join lateral (select case
      when h.from_state is null then 'work.started'
      when h.event = 'deadlinePassed' then 'work.late'
      when h.version = x.version and x.phase <> 'open' and h.to_state <> h.from_state then 'work.ended'
      else 'work.moved' end as type) kind
    where kind.type = any(r.events) and (r.flows = '{}' or i.flow = any(r.flows))
    order by given.place, h.version
    on conflict do nothing`,
};

const enqueueTrial = {
  name: 'enqueue-trial-webhook',
  text: `
    insert into webhook_delivery (receiver_id, type, body)
    values ($1, 'ping', jsonb_build_object('type', 'ping',
      'timestamp', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', '{}'::jsonb)::text)`,
};

/**
 * Takes what is due: of each receiver no more than it has free lanes ($2 less what is under way), so that one that hangs holds its own
 * lanes and no others; of each instance the oldest alone. What a dead process took comes back when its lease ($1) is over.
 */
const take = {
  name: 'take-webhooks',
  text: `
    with due as (
      select d.id from webhook_receiver r
      left join unnest($3::uuid[], $4::int[]) busy(id, lanes) on busy.id = r.id
      cross join lateral (
        select d.id from webhook_delivery d
        where d.receiver_id = r.id and d.settled_at is null and d.try_at <= now()
          and (d.instance_id is null or not exists (
            select from webhook_delivery earlier
            where earlier.receiver_id = d.receiver_id and earlier.instance_id = d.instance_id and earlier.settled_at is null
              and earlier.seq < d.seq))
        order by d.seq limit greatest(0, $2 - coalesce(busy.lanes, 0)) for update skip locked) d
      where r.paused_at is null)
    update webhook_delivery d set try_at = now() + make_interval(secs => $1), attempts = d.attempts + 1
    from due, webhook_receiver r
    where d.id = due.id and r.id = d.receiver_id
    returning d.id, d.receiver_id, d.body, d.attempts, r.url, r.secret`,
};

const settle = {
  name: 'settle-webhook',
  text: `update webhook_delivery set settled_at = now(), fault = null where id = $1 and settled_at is null`,
};

/** Without seconds to wait ($3) it is tried no more. */
const putOff = {
  name: 'put-off-webhook',
  text: `
    update webhook_delivery set fault = $2, dead = $3::float8 is null, settled_at = case when $3::float8 is null then now() end,
      try_at = now() + make_interval(secs => coalesce($3::float8, 0))
    where id = $1 and settled_at is null`,
};

const listDeliveries = {
  name: 'list-webhook-deliveries',
  text: `
    select d.id, d.seq, d.type, d.instance_id, d.body::jsonb #>> '{data,title}' as title, d.attempts, d.at, d.try_at, d.settled_at,
      d.dead, d.fault
    from webhook_delivery d
    where d.receiver_id = $1 and ($2::bigint is null or d.seq < $2)
      and case $3 when 'waiting' then d.settled_at is null when 'dead' then d.dead
            when 'delivered' then d.settled_at is not null and not d.dead else true end
    order by d.seq desc limit $4`,
};

const forgetDelivered = {
  name: 'forget-delivered-webhooks',
  text: `
    delete from webhook_delivery where id in (
      select id from webhook_delivery where settled_at < now() - make_interval(days => $1) and not dead limit 5000)`,
};

interface DeliveryRow {
  id: string;
  seq: string;
  type: string;
  instance_id: string | null;
  title: string | null;
  attempts: number;
  at: Date;
  try_at: Date;
  settled_at: Date | null;
  dead: boolean;
  fault: DeliveryFault | null;
}

const toDelivery = (row: DeliveryRow): WebhookDelivery => ({
  id: row.id,
  type: row.type,
  instanceId: row.instance_id,
  title: row.title,
  state: row.dead ? 'dead' : row.settled_at ? 'delivered' : 'waiting',
  attempts: row.attempts,
  at: row.at.toISOString(),
  tryAt: row.settled_at ? null : row.try_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
  fault: row.fault,
});

/** Messages to other systems, from being written to being taken or given up. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly sql: Sql) {}

  async enqueue(told: readonly Told[], runner: SqlRunner): Promise<void> {
    if (told.length > 0) await runner.rows(enqueue, [JSON.stringify(told)]);
  }

  async enqueueTrial(receiverId: string, runner: SqlRunner): Promise<void> {
    await runner.rows(enqueueTrial, [receiverId]);
  }

  take(leaseSeconds: number, lanes: number, busy: ReadonlyMap<string, number>): Promise<TakenDelivery[]> {
    const values = [leaseSeconds, lanes, [...busy.keys()], [...busy.values()]];
    return this.sql.engine.rows<TakenDelivery & Record<string, unknown>>(take, values);
  }

  async settle(id: string): Promise<void> {
    await this.sql.engine.rows(settle, [id]);
  }

  async putOff(id: string, fault: DeliveryFault, seconds: number | undefined): Promise<void> {
    await this.sql.engine.rows(putOff, [id, JSON.stringify(fault), seconds ?? null]);
  }

  async list(
    receiverId: string,
    query: WebhookDeliveriesQuery,
  ): Promise<{ items: WebhookDelivery[]; next: string | null }> {
    const values = [receiverId, query.after ?? null, query.state ?? '', query.limit + 1];
    const rows = await this.sql.rows<DeliveryRow & Record<string, unknown>>(listDeliveries, values);
    const page = rows.slice(0, query.limit);
    return { items: page.map(toDelivery), next: rows.length > query.limit ? (page.at(-1)?.seq ?? null) : null };
  }

  async forgetDelivered(days: number): Promise<void> {
    await this.sql.engine.rows(forgetDelivered, [days]);
  }
}
