import { Injectable } from '@nestjs/common';
import type { Anchor, IsoDate } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';

export interface HistoryRow {
  version: number;
  at: Date;
  on_day: string;
  person_id: string | null;
  full_name: string | null;
  unit_id: string | null;
  unit_name: string | null;
  post: string | null;
  for_person_id: string | null;
  for_name: string | null;
  event: string;
  payload: Record<string, unknown>;
  from_state: string | null;
  to_state: string;
}

export interface TargetRow {
  id: string;
  metric: string;
  min: string | null;
  max: string | null;
  unit: string;
  per: string | null;
  period: string | null;
  approx: boolean;
  counted: string;
  counted_this_period: string | null;
}

export interface OriginRow {
  plan_title: string;
  ref: string | null;
  item_text: string | null;
  unit_of_measure: string | null;
  timing_text: string | null;
  deliverable: string | null;
  budget_vnd: number | null;
  file_name: string;
  source: { line: number; cells: string[] } | null;
  anchors: Record<string, Anchor[]> | null;
}

const findHistory = {
  name: 'find-history',
  text: `
    select h.version, h.at, h.on_day, h.person_id, p.full_name, h.unit_id, u.name as unit_name, h.post,
           h.on_behalf_of_id as for_person_id, g.full_name as for_name, h.event, h.payload, h.from_state, h.to_state
    from history h left join person p on p.id = h.person_id left join unit u on u.id = h.unit_id
    left join person g on g.id = h.on_behalf_of_id
    where h.instance_id = $1 order by h.version desc limit 500`,
};

/**
 * Targets that a task works for with what evidence counts: its own, and those of the other windows of its row and unit.
 * `this period` is the week (from Monday) or month of the day.
 */
const findTargets = {
  name: 'find-targets',
  text: `
    select t.id, t.metric, t.min, t.max, t.unit, t.per, t.period, t.approx,
           coalesce(sum(e.quantity) filter (where e.withdrawn_at is null), 0) as counted,
           case when t.period = 'tuần' then coalesce(sum(e.quantity) filter (
                  where e.withdrawn_at is null and date_trunc('week', e.happened_on) = date_trunc('week', $2::date)), 0)
                when t.period = 'tháng' then coalesce(sum(e.quantity) filter (
                  where e.withdrawn_at is null and date_trunc('month', e.happened_on) = date_trunc('month', $2::date)), 0)
           end as counted_this_period
    from target t left join evidence e on e.target_id = t.id
    where t.task_id in (
      select ledger.id from instance task
      join instance ledger on ledger.plan_id = task.plan_id and ledger.flow = 'task'
        and ledger.item_id = task.item_id
        and coalesce(ledger.origin_unit_id, ledger.to_unit_id) = coalesce(task.origin_unit_id, task.to_unit_id)
      where task.id = $1)
    group by t.id order by t.position`,
};

/** Where an instance comes from in the document: its row, and the line of the source that the row was read from. */
const findOrigin = {
  name: 'find-origin',
  text: `
    select plan.title as plan_title, item.ref, item.text as item_text, item.unit_of_measure,
           item.deliverable, item.budget_vnd::float8 as budget_vnd,
           item.timing->>'text' as timing_text, file.name as file_name, item.read->'anchors' as anchors,
           (select line from jsonb_array_elements(plan.source) line
            where (line->>'line')::int = (item.read->'source'->'lines'->>0)::int limit 1) as source
    from plan join file on file.id = plan.file_id left join plan_item item on item.id = $2
    where plan.id = $1`,
};

@Injectable()
export class InstancePageRepository {
  constructor(private readonly sql: Sql) {}

  history(instanceId: string): Promise<HistoryRow[]> {
    return this.sql.rows<HistoryRow>(findHistory, [instanceId]);
  }

  targets(taskId: string, today: IsoDate): Promise<TargetRow[]> {
    return this.sql.rows<TargetRow>(findTargets, [taskId, today]);
  }

  origin(planId: string, itemId: string | null): Promise<OriginRow | undefined> {
    return this.sql.row<OriginRow>(findOrigin, [planId, itemId]);
  }
}
