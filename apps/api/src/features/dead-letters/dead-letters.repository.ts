import { Injectable } from '@nestjs/common';
import type { DeadLetter, DeadLetterKind, DeliveryFault, FlowId } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

/** Which dead letters: of the units that an administrator keeps (null: all), of a kind, or some that are named. */
export interface Chosen {
  kept: readonly string[] | null;
  kind: DeadLetterKind | null;
  ids: readonly string[] | null;
}

export interface DeadLetterRow {
  id: string;
  kind: DeadLetterKind;
  /** The event of a clock, the type of a message. */
  about: string | null;
  receiver: string | null;
  fault: string | null;
  webhook_fault: DeliveryFault | null;
  instance_id: string | null;
  flow: FlowId | null;
  machine_version: number | null;
  title: string | null;
  unit_name: string | null;
  /** Whose administrators see it. */
  unit_ids: string[];
  attempts: number | null;
  since: Date;
}

/** All that was given up, each with the work that it is about. $1 the kept units, $2 the kind, $3 the named ones. */
const dead = `
  select d.*, i.flow, i.machine_version, coalesce(i.title, item.title, plan.title) as title, asked.short_name as unit_name,
    case d.kind when 'webhook' then array[d.receiver_unit] else array[i.from_unit_id, i.to_unit_id] end as unit_ids
  from (
    select 'effect-' || id as id, 'effect' as kind, id::text as key, null as about, null as receiver, null as receiver_unit,
      fault, null::jsonb as webhook_fault, instance_id, attempts, dead_at as since
    from outbox where dead_at is not null
    union all
    select 'clock-' || instance_id || '-' || event, 'clock', event, event, null, null, fault, null, instance_id, null,
      coalesce(fault_at, '-infinity')
    from due_row where fault is not null
    union all
    select 'webhook-' || w.id, 'webhook', w.id::text, w.type, r.name, r.unit_id, null, w.fault, w.instance_id, w.attempts,
      w.settled_at
    from webhook_delivery w join webhook_receiver r on r.id = w.receiver_id where w.dead) d
  left join instance i on i.id = d.instance_id
  left join plan on plan.id = i.plan_id
  left join plan_item item on item.id = i.item_id
  left join unit asked on asked.id = i.to_unit_id
  where ($1::text[] is null or case d.kind when 'webhook' then d.receiver_unit = any($1)
           else i.to_unit_id = any($1) or i.from_unit_id = any($1) end)
    and ($2::text is null or d.kind = $2) and ($3::text[] is null or d.id = any($3))
    -- What fails anew after it was dismissed waits anew.
    and not exists (select from dismissed_letter x where x.letter_id = d.id and x.dismissed_at >= d.since)`;

const listDead = {
  name: 'list-dead-letters',
  text: `
    select * from (${dead}) d where ($4::timestamptz is null or (d.since, d.id) < ($4, $5))
    order by d.since desc, d.id desc limit $6`,
};

const countDead = { name: 'count-dead-letters', text: `select count(*)::int as count from (${dead}) d` };

/** Begins them anew: as if they had never failed. */
const retryDead = {
  name: 'retry-dead-letters',
  text: `
    with chosen as materialized (${dead}),
    effects as (
      update outbox o set dead_at = null, attempts = 0, try_at = now()
      from chosen c where c.kind = 'effect' and o.id = c.key::bigint and o.dead_at is not null returning 1),
    clocks as (
      update due_row d set fault = null, fault_at = null
      from chosen c where c.kind = 'clock' and d.instance_id = c.instance_id and d.event = c.key returning 1),
    messages as (
      update webhook_delivery w set dead = false, settled_at = null, attempts = 0, fault = null, try_at = now()
      from chosen c where c.kind = 'webhook' and w.id = c.key::uuid and w.dead returning 1)
    select ((select count(*) from effects) + (select count(*) from clocks) + (select count(*) from messages))::int as retried`,
};

const keepDismissed = {
  name: 'dismiss-dead-letters',
  text: `
    insert into dismissed_letter (letter_id, letter, unit_ids, reason, person_id, unit_id)
    select x.id, x.letter, x.unit_ids, $2, $3, $4
    from jsonb_to_recordset($1::jsonb) as x(id text, letter jsonb, unit_ids text[])`,
};

const listDismissed = {
  name: 'list-dismissed-letters',
  text: `
    select x.id, x.letter, x.reason, x.dismissed_at, p.full_name, u.short_name
    from dismissed_letter x join person p on p.id = x.person_id join unit u on u.id = x.unit_id
    where ($1::text[] is null or x.unit_ids && $1)
      and ($2::timestamptz is null or (x.dismissed_at, x.id) < ($2, $3::uuid))
    order by x.dismissed_at desc, x.id desc limit $4`,
};

export interface DismissedRow {
  id: string;
  letter: DeadLetter;
  reason: string;
  dismissed_at: Date;
  full_name: string;
  short_name: string;
}

const valuesOf = ({ kept, kind, ids }: Chosen) => [kept, kind, ids];

/** What was given up. Past the wall: the outbox and the clocks are open to no person, and whoever asks was asked for his units. */
@Injectable()
export class DeadLettersRepository {
  constructor(private readonly sql: Sql) {}

  list(chosen: Chosen, after: { since: string; id: string } | null, limit: number): Promise<DeadLetterRow[]> {
    const values = [...valuesOf(chosen), after?.since ?? null, after?.id ?? null, limit];
    return this.sql.engine.rows<DeadLetterRow & Record<string, unknown>>(listDead, values);
  }

  async count(chosen: Chosen): Promise<number> {
    return (await this.sql.engine.rows<{ count: number }>(countDead, valuesOf(chosen)))[0]?.count ?? 0;
  }

  async retry(chosen: Chosen, runner: SqlRunner): Promise<number> {
    return (await runner.rows<{ retried: number }>(retryDead, valuesOf(chosen)))[0]?.retried ?? 0;
  }

  async dismiss(
    letters: readonly { id: string; letter: DeadLetter; unit_ids: readonly string[] }[],
    by: { reason: string; personId: string; unitId: string },
    runner: SqlRunner,
  ): Promise<void> {
    await runner.rows(keepDismissed, [JSON.stringify(letters), by.reason, by.personId, by.unitId]);
  }

  dismissed(kept: Chosen['kept'], after: { since: string; id: string } | null, limit: number): Promise<DismissedRow[]> {
    const values = [kept, after?.since ?? null, after?.id ?? null, limit];
    return this.sql.engine.rows<DismissedRow & Record<string, unknown>>(listDismissed, values);
  }
}
