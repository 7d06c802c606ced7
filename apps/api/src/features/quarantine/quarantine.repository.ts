import { Injectable } from '@nestjs/common';
import type { FlowId, IsoDate, Post } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { instanceColumns, type InstanceRow } from '../work/engine/instance-row.js';

export type DamagedRow = InstanceRow & {
  title: string;
  plan_title: string;
  from_name: string;
  to_name: string;
  waiting_clocks: number;
};

interface HistoryRow {
  instance_id: string;
  version: number;
  on_day: IsoDate;
  person_id: string | null;
  unit_id: string | null;
  post: Post | null;
  on_behalf_of_id: string | null;
  event: string;
  payload: Record<string, unknown>;
  to_state: string;
}

/** What a snapshot of a version has to look like. */
export interface KnownShape {
  flow: FlowId;
  version: number;
  states: readonly string[];
  /** Fields that every context of the version has. */
  keys: readonly string[];
}

/**
 * Work whose snapshot no version of its flow can have written. $1 the known shapes, $2 units of the person or null for all, $3 how
 * many, $4 one instance or null. Asked by an administrator who looks, so it reads every row rather than keeping an index for it.
 */
const findDamaged = {
  name: 'find-damaged-work',
  text: `
    with known as materialized (
      select * from jsonb_to_recordset($1::jsonb) as x(flow text, version smallint, states text[], keys text[]))
    select ${instanceColumns}, p.owner_unit_id, coalesce(i.title, item.title, p.title) as title, p.title as plan_title,
           f.name as from_name, t.name as to_name,
           (select count(*)::int from due_row d where d.instance_id = i.id and d.fault is not null) as waiting_clocks
    from instance i
    join plan p on p.id = i.plan_id left join plan_item item on item.id = i.item_id
    join unit f on f.id = i.from_unit_id join unit t on t.id = i.to_unit_id
    left join known k on k.flow = i.flow and k.version = i.machine_version
    where ($4::uuid is null or i.id = $4)
      and ($2::text[] is null or i.from_unit_id = any($2) or i.to_unit_id = any($2))
      and (k.flow is null or jsonb_typeof(i.snapshot) <> 'object' or not i.state = any(k.states)
           or i.snapshot->>'value' is distinct from i.state
           or coalesce(i.snapshot->>'status', '') not in ('active', 'done')
           or coalesce(jsonb_typeof(i.snapshot->'since'), '') <> 'string'
           or coalesce(jsonb_typeof(i.snapshot->'context'), '') <> 'object'
           or not coalesce((i.snapshot->'context') ?& k.keys, false))
    order by i.id limit $3`,
};

const findHistory = {
  name: 'history-of-damaged-work',
  text: `
    select instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, event, payload, to_state
    from history where instance_id = any($1::uuid[]) order by instance_id, version`,
};

/** Puts what the history gives in the place of what is damaged, if it still stands at the version that was looked at. */
const writeRepair = {
  name: 'write-repair',
  text: `
    with given as (
      select * from jsonb_to_record($1::jsonb)
        as x(id uuid, expected int, state text, phase text, snapshot jsonb, holder text, person_id uuid, unit_id text, post text,
             on_behalf_of_id uuid, payload jsonb, clocks jsonb)),
    repaired as (
      update instance i
      set snapshot = g.snapshot, state = g.state, phase = g.phase, holder_unit_id = g.holder, version = i.version + 1
      from given g where i.id = g.id and i.version = g.expected
      returning i.id, i.version, i.plan_id, i.from_unit_id, i.to_unit_id),
    told as (
      insert into history (instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, origin, event, payload, from_state,
                           to_state)
      select r.id, r.version, official_today(), g.person_id, g.unit_id, g.post, g.on_behalf_of_id, 'repair', 'repaired', g.payload, g.state,
             g.state
      from repaired r cross join given g),
    wanted as (
      select r.id as instance_id, c.event, c.fire_on
      from repaired r cross join given g cross join jsonb_to_recordset(g.clocks) as c(event text, fire_on date)),
    disarmed as (
      delete from due_row d using repaired r
      where d.instance_id = r.id and not exists (select from wanted w where w.event = d.event)),
    armed as (
      insert into due_row (instance_id, event, fire_on) select instance_id, event, fire_on from wanted
      on conflict (instance_id, event) do update set fire_on = excluded.fire_on, fault = null, fault_at = null),
    sent as (
      insert into outbox (instance_id, effect, by_unit_id, on_day)
      select r.id, jsonb_build_object('planId', r.plan_id, 'notices', '[]'::jsonb, 'changed', jsonb_build_array(
               jsonb_build_object('instanceId', r.id, 'unitIds', jsonb_build_array(r.from_unit_id, r.to_unit_id)))),
             g.unit_id, official_today()
      from repaired r cross join given g)
    select id from repaired`,
};

export interface RepairWrite {
  id: string;
  expected: number;
  state: string;
  phase: string;
  snapshot: unknown;
  holder: string | null;
  person_id: string | null;
  unit_id: string | null;
  post: string | null;
  on_behalf_of_id: string | null;
  payload: unknown;
  clocks: readonly { event: string; fire_on: IsoDate }[];
}

@Injectable()
export class QuarantineRepository {
  constructor(private readonly sql: Sql) {}

  /** Past the wall: an administrator keeps work that his unit has no part in. */
  damaged(
    shapes: readonly KnownShape[],
    unitIds: readonly string[] | null,
    { limit, id = null, runner = this.sql.engine }: { limit: number; id?: string | null; runner?: SqlRunner },
  ): Promise<DamagedRow[]> {
    const values = [JSON.stringify(shapes), unitIds, limit, id];
    return runner.rows<DamagedRow & Record<string, unknown>>(findDamaged, values);
  }

  histories(ids: readonly string[], runner: SqlRunner = this.sql.engine): Promise<HistoryRow[]> {
    return runner.rows<HistoryRow & Record<string, unknown>>(findHistory, [ids]);
  }

  /** False when it was moved or repaired meanwhile. */
  async repair(write: RepairWrite, runner: SqlRunner): Promise<boolean> {
    return (await runner.rows(writeRepair, [JSON.stringify(write)])).length > 0;
  }
}
