import { Injectable } from '@nestjs/common';
import type { IsoDate, Target } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { ReportPeriod } from '../activation/task-windows.js';
import type { Caller } from '../people/request-actor.js';

/** An open task of a unit that is split, with what it owes. */
export interface OwingTask {
  id: string;
  unitId: string;
  planId: string;
  itemId: string;
  ref: string | null;
  label: string | null;
  startsOn: IsoDate;
  dueOn: IsoDate | null;
  standing: boolean;
  periods: ReportPeriod[];
  targets: Target[];
}

const owingTasks = {
  name: 'owing-tasks-of-split-units',
  text: `
    select t.id, t.to_unit_id as "unitId", t.plan_id as "planId", t.item_id as "itemId", t.line_ref as ref, t.period_label as label,
           t.starts_on as "startsOn", t.due_on as "dueOn", t.standing,
           coalesce((
             select jsonb_agg(jsonb_build_object('label', c.period_label, 'startsOn', c.starts_on, 'dueOn', c.due_on) order by c.due_on)
             from instance c where c.parent_id = t.id and c.flow = 'checkpoint' and c.phase = 'open'), '[]') as periods,
           owed.targets
    from instance t
    cross join lateral (
      select jsonb_agg(jsonb_build_object('metric', a.metric, 'min', a.min, 'max', a.max, 'unit', a.unit, 'per', a.per,
                                          'period', a.period, 'approx', a.approx) order by a.position) as targets
      from target a where a.task_id = t.id) owed
    where t.flow = 'task' and t.phase = 'open' and t.item_id is not null and t.to_unit_id = any($1::text[])
      and owed.targets is not null
    order by t.to_unit_id, t.plan_id, t.line_ref, t.due_on, t.id`,
};

const ownerOfPlan = { name: 'owner-of-plan-split', text: 'select owner_unit_id from plan where id = $1' };

/** $1 task, $2 its targets from now on, in the order in which they stand. Proof stays where it was counted. */
const lessen = {
  name: 'lessen-targets',
  text: `
    with given as (
      select owed.min, owed.max, place
      from jsonb_array_elements($2::jsonb) with ordinality as listed(part, place)
      cross join lateral jsonb_to_record(part) as owed(min numeric, max numeric)),
    standing as (select id, row_number() over (order by position) as place from target where task_id = $1)
    update target t set min = g.min, max = g.max
    from standing s join given g using (place) where t.id = s.id`,
};

/** Tasks and reports that this transaction made for the successors of $2: who was asked at first. */
const markOrigin = {
  name: 'mark-origin-of-split',
  text: `
    update instance set origin_unit_id = $2
    where plan_id = $1 and flow in ('task', 'checkpoint') and created_at = now() and origin_unit_id is null
      and to_unit_id = any($3::text[])
    returning id, flow`,
};

/** Why the targets of these tasks are what they are. */
const tellWhy = {
  name: 'tell-split-of-quotas',
  text: `
    with told as (
      update instance i set version = i.version + 1 where i.id = any($1::uuid[]) returning i.id, i.version, i.state)
    insert into history (instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, origin, event, payload, from_state,
                         to_state)
    select id, version, $2::date, $3::uuid, $4::text, $5::text, $6::uuid, 'reorganisation', 'quotaSplit', $7::jsonb, state, state
    from told order by id`,
};

/** Targets of units that are split among their successors. */
@Injectable()
export class SplitWorkRepository {
  constructor(private readonly sql: Sql) {}

  owing(unitIds: readonly string[], runner: SqlRunner = this.sql.engine): Promise<OwingTask[]> {
    return runner.rows<OwingTask & Record<string, unknown>>(owingTasks, [unitIds]);
  }

  async ownerOf(planId: string, runner: SqlRunner): Promise<string> {
    const [row] = await runner.rows<{ owner_unit_id: string }>(ownerOfPlan, [planId]);
    if (!row) throw new Error(`The plan ${planId} has no owner.`);
    return row.owner_unit_id;
  }

  async lessen(taskId: string, targets: readonly Target[], runner: SqlRunner): Promise<void> {
    await runner.rows(lessen, [taskId, JSON.stringify(targets.map(({ min, max }) => ({ min, max })))]);
  }

  /** The tasks among what was made just now. */
  async markOrigin(planId: string, from: string, to: readonly string[], runner: SqlRunner): Promise<string[]> {
    const rows = await runner.rows<{ id: string; flow: string }>(markOrigin, [planId, from, to]);
    return rows.filter(({ flow }) => flow === 'task').map(({ id }) => id);
  }

  async tellWhy(taskIds: readonly string[], why: object, { actor, today }: Caller, runner: SqlRunner): Promise<void> {
    await runner.rows(tellWhy, [
      taskIds,
      today,
      actor.personId,
      actor.unitId,
      actor.post,
      actor.onBehalfOf?.personId ?? null,
      JSON.stringify(why),
    ]);
  }
}
