import { Injectable } from '@nestjs/common';
import type { IsoDate, Target } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import type { OpenTask } from './amend-work.js';

const openTasks = {
  name: 'open-tasks-of-amended-rows',
  text: `
    select t.id, t.item_id as "itemId", t.to_unit_id as "unitId", t.period_label as label, t.starts_on as "startsOn",
           t.due_on as "dueOn", t.standing,
           t.state <> all(array['assigned', 'acknowledged'])
             or exists (select from evidence e where e.instance_id = t.id and e.withdrawn_at is null)
             or exists (select from instance c where c.parent_id = t.id and c.flow = 'checkpoint' and c.state <> 'open') as begun,
           coalesce((
             select jsonb_agg(jsonb_build_object('id', c.id, 'label', c.period_label, 'dueOn', c.due_on) order by c.due_on)
             from instance c where c.parent_id = t.id and c.flow = 'checkpoint' and c.phase = 'open'), '[]') as periods,
           exists (select from target where task_id = t.id) as "hasTargets",
           array(select c.to_unit_id from instance c
                 where c.parent_id = t.id and c.flow = 'coordination' and c.phase = 'open') as helpers
    from instance t
    where t.plan_id = $1 and t.flow = 'task' and t.item_id = any($2::uuid[]) and t.phase = 'open'
    order by t.id`,
};

/** Facts beside the machine: the signed term of a task, and why it changed. The machine moved the deadline before. */
const noteAmendment = {
  name: 'note-amendment-of-tasks',
  text: `
    with given as (
      select x.* from jsonb_to_recordset($1::jsonb) as x(id uuid, starts_on date, signed_due_on date, label text, words jsonb)),
    noted as (
      update instance i
      set version = i.version + 1, starts_on = coalesce(g.starts_on, i.starts_on),
          signed_due_on = coalesce(g.signed_due_on, i.signed_due_on),
          period_label = case when g.starts_on is null then i.period_label else g.label end
      from given g where i.id = g.id
      returning i.id, i.version, i.state, g.words)
    insert into history (instance_id, version, on_day, person_id, unit_id, post, origin, event, payload, from_state, to_state)
    select id, version, $2::date, $3::uuid, $4::text, $5::text, 'amendment', 'amended', words, state, state from noted`,
};

/** New amounts for the targets of tasks; what evidence was counted for stays where it is. */
const retarget = {
  name: 'retarget-tasks',
  text: `
    with given as (
      select x.* from jsonb_to_recordset($1::jsonb)
        as x(task_id uuid, position smallint, metric text, min numeric, max numeric, unit text, per text, period text, approx boolean)),
    changed as (
      update target t set metric = g.metric, min = g.min, max = g.max, unit = g.unit, per = g.per, period = g.period,
                          approx = coalesce(g.approx, false)
      from given g where t.task_id = g.task_id and t.position = g.position),
    dropped as (
      delete from target t using (select task_id, max(position) as last from given group by task_id) g
      where t.task_id = g.task_id and t.position > g.last and not exists (select from evidence e where e.target_id = t.id))
    insert into target (task_id, position, metric, min, max, unit, per, period, approx)
    select g.task_id, g.position, g.metric, g.min, g.max, g.unit, g.per, g.period, coalesce(g.approx, false) from given g
    where not exists (select from target t where t.task_id = g.task_id and t.position = g.position)`,
};

export interface TaskNote {
  id: string;
  starts_on: IsoDate | null;
  signed_due_on: IsoDate | null;
  label: string | null;
  words: Record<string, unknown>;
}

/** Work of the rows that an amendment changes. */
@Injectable()
export class OpenWorkRepository {
  constructor(private readonly sql: Sql) {}

  tasks(
    planId: string,
    itemIds: readonly string[],
    runner: SqlRunner = this.sql,
  ): Promise<(OpenTask & { itemId: string })[]> {
    return runner.rows<OpenTask & { itemId: string } & Record<string, unknown>>(openTasks, [planId, itemIds]);
  }

  async note(notes: readonly TaskNote[], { actor, today }: Caller, runner: SqlRunner): Promise<void> {
    if (notes.length === 0) return;
    await runner.rows(noteAmendment, [JSON.stringify(notes), today, actor.personId, actor.unitId, actor.post]);
  }

  async retarget(taskIds: readonly string[], targets: readonly Target[], runner: SqlRunner): Promise<void> {
    const lines = taskIds.flatMap((taskId) =>
      targets.map((target, position) => ({ task_id: taskId, position, ...target })),
    );
    if (lines.length > 0) await runner.rows(retarget, [JSON.stringify(lines)]);
  }
}
