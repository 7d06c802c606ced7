import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';
import { flowOf, timelinessOf } from '@phancong/workflows';

import { Sql } from '../../platform/database/sql.js';
import { ServerFacts } from './server-facts.js';

interface TaskAtCutoff {
  machine_version: number;
  state: string;
  standing: boolean;
  due_on: string | null;
  done_on: string | null;
  cutoff_on: string;
  tasks: number;
}

/**
 * The tasks of the reporting unit in the plan as history had them at the end of the cut-off day: their state, the deadline
 * that was granted by then, and the day of the hand-in that still stood. What was recorded later is not looked at.
 */
const tasksAtCutoff = {
  name: 'tasks-at-cutoff',
  text: `
    with report as (
      select plan_id, to_unit_id, (snapshot->'context'->>'cutoffOn')::date as cutoff_on
      from instance where id = $1 and flow = 'periodReport')
    select i.machine_version, seen.to_state as state, i.standing,
           coalesce(granted.due_on, i.signed_due_on) as due_on,
           case when seen.to_state in ('reported', 'accepted') then handed_in.on_day end as done_on,
           r.cutoff_on, count(*)::int as tasks
    from report r
    join instance i on i.plan_id = r.plan_id and i.to_unit_id = r.to_unit_id and i.flow = 'task'
      and coalesce(i.starts_on, r.cutoff_on) <= r.cutoff_on
    join lateral (
      select to_state from history h where h.instance_id = i.id and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) seen on true
    left join lateral (
      select (h.payload->>'dueOn')::date as due_on from history h
      where h.instance_id = i.id and h.event = any(array['extended', 'redate']) and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) granted on true
    left join lateral (
      select h.on_day from history h where h.instance_id = i.id and h.event = 'report' and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) handed_in on true
    group by 1, 2, 3, 4, 5, 6`,
};

/** The figures of a periodic report are drawn from the records; nobody types them. */
@Injectable()
export class PeriodReportFacts implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly serverFacts: ServerFacts,
  ) {}

  onModuleInit(): void {
    this.serverFacts.provide('drawUp', async (id, payload) => ({ ...payload, records: await this.recordsOf(id) }));
  }

  private async recordsOf(reportId: string) {
    const rows = await this.sql.rows<TaskAtCutoff & Record<string, unknown>>(tasksAtCutoff, [reportId]);
    const counts = { total: 0, doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
    for (const row of rows) {
      const box = boxOf(row, row.cutoff_on);
      if (!box) continue;
      counts.total += row.tasks;
      counts[box] += row.tasks;
    }
    return counts;
  }
}

/** One of the four official boxes; standing duties and cancelled tasks are in none. */
function boxOf(task: TaskAtCutoff, cutoffOn: IsoDate) {
  const phase = flowOf('task', task.machine_version).states[task.state]?.phase ?? 'open';
  const { standing, due_on: dueOn, done_on: doneOn } = task;
  const timeliness = timelinessOf({ phase, standing, dueOn, doneOn }, cutoffOn);
  if (timeliness === 'cancelled' || timeliness === 'standing') return null;
  return timeliness === 'openDueSoon' ? 'openInTime' : timeliness;
}
