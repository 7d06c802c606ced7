import { Injectable } from '@nestjs/common';
import type { IsoDate, StatusCounts } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { selectLines, type LineRow } from '../work/instance-line.js';
import { countStatuses, noCounts } from '../statuses/status-counts.js';
import { named, onlyUnit, valuesOf, type BoardScope } from './board-scope.js';
import { itemColumns, type PlanItemRow } from './plan-review.repository.js';

const pageItems = {
  name: 'page-plan-items',
  text: `
    select ${itemColumns} from plan_item
    where plan_id = $1 and position > $2 and removed_at is null order by position limit $3`,
};

const countRows = (oneUnit: boolean) => ({
  name: named('count-plan-rows', oneUnit),
  text: `
    select i.item_id, i.flow, ${countStatuses('$3::date')}
    from instance i
    where i.plan_id = $1 and i.flow = any(array['task', 'checkpoint']) and i.item_id = any($2::uuid[]) ${onlyUnit(oneUnit)}
    group by i.item_id, i.flow`,
});

/** The next day on which a task or a periodic report of a row falls due. */
const nextDue = (oneUnit: boolean) => ({
  name: named('next-due-of-plan-rows', oneUnit),
  text: `
    select i.item_id, min(i.due_on) as next_due_on
    from instance i
    where i.plan_id = $1 and i.flow = any(array['task', 'checkpoint']) and i.item_id = any($2::uuid[])
      and i.phase = 'open' and i.done_on is null and i.due_on >= $3 ${onlyUnit(oneUnit)}
    group by i.item_id`,
});

/**
 * Targets of a row over all its tasks, with what evidence has counted. Each target of a task is one line of the row's target;
 * lines are told apart by position and words, since leads of one row may be bound by different targets.
 */
const sumTargets = (oneUnit: boolean) => ({
  name: named('sum-plan-row-targets', oneUnit),
  text: `
    select min(t.position) as position, t.metric, t.unit, t.per, t.period, t.approx, count(*)::int as tasks,
           min(t.min) as min, max(t.max) as max, sum(t.min) as sum_min, sum(t.max) as sum_max,
           coalesce(sum(proof.counted), 0) as counted
    from instance i
    join target t on t.task_id = i.id
    left join lateral (
      select sum(e.quantity) as counted from evidence e where e.target_id = t.id and e.withdrawn_at is null) proof on true
    where i.plan_id = $1 and i.flow = 'task' and i.item_id = any($2::uuid[]) and i.phase <> 'cancelled'
      and $3::date is not null ${onlyUnit(oneUnit)}
    group by t.metric, t.unit, t.per, t.period, t.approx
    order by min(t.position), t.metric`,
});

const budgetsOfItem = {
  name: 'budgets-of-item',
  text: `${selectLines(`
    select b.* from instance b join plan p on p.id = b.plan_id
    where b.plan_id = $1 and b.flow = 'budget' and b.item_id = $2
      and ($3 in (b.from_unit_id, b.to_unit_id, p.owner_unit_id) or b.from_unit_id = any($4::text[])
           or exists (select from instance part where part.parent_id = b.id and $3 in (part.from_unit_id, part.to_unit_id)))`)}
    order by i.id desc limit 100`,
};

const takesPart = {
  name: 'takes-part-in-item',
  text: `
    select exists (
      select from instance
      where plan_id = $1 and flow = any(array['task', 'coordination']) and item_id = $2 and to_unit_id = $3
        and phase = 'open') as takes_part`,
};

export interface TargetSumRow {
  metric: string;
  unit: string;
  per: string | null;
  period: string | null;
  approx: boolean;
  tasks: number;
  min: string | null;
  max: string | null;
  sum_min: string | null;
  sum_max: string | null;
  counted: string;
}

/** Tasks of a row or cell, and the periodic reports of these tasks. */
export interface BoardCounts {
  counts: StatusCounts;
  reports: StatusCounts;
}

interface CountedRow extends StatusCounts {
  item_id: string;
  flow: 'task' | 'checkpoint';
}

@Injectable()
export class PlanBoardRepository {
  constructor(private readonly sql: Sql) {}

  items(planId: string, after: number, limit: number): Promise<PlanItemRow[]> {
    return this.sql.rows<PlanItemRow & Record<string, unknown>>(pageItems, [planId, after, limit]);
  }

  async countRows(scope: BoardScope, itemIds: readonly string[]): Promise<Map<string, BoardCounts>> {
    const rows = await this.sql.rows<CountedRow & Record<string, unknown>>(
      countRows(scope.unitId !== null),
      valuesOf(scope, itemIds),
    );
    const found = new Map<string, BoardCounts>();
    for (const { item_id: itemId, flow, ...counts } of rows) {
      found.set(itemId, addCounts(found.get(itemId), flow, counts));
    }
    return found;
  }

  async nextDue(scope: BoardScope, itemIds: readonly string[]): Promise<Map<string, IsoDate>> {
    const rows = await this.sql.rows<{ item_id: string; next_due_on: IsoDate }>(
      nextDue(scope.unitId !== null),
      valuesOf(scope, itemIds),
    );
    return new Map(rows.map((row) => [row.item_id, row.next_due_on]));
  }

  sumTargets(scope: BoardScope, itemId: string): Promise<TargetSumRow[]> {
    return this.sql.rows<TargetSumRow & Record<string, unknown>>(
      sumTargets(scope.unitId !== null),
      valuesOf(scope, [itemId]),
    );
  }

  budgets(planId: string, itemId: string, unitId: string, below: readonly string[]): Promise<LineRow[]> {
    return this.sql.rows<LineRow & Record<string, unknown>>(budgetsOfItem, [planId, itemId, unitId, below]);
  }

  /** Whether the unit leads or helps with an open task of the row. */
  async takesPart(planId: string, itemId: string, unitId: string): Promise<boolean> {
    const row = await this.sql.row<{ takes_part: boolean }>(takesPart, [planId, itemId, unitId]);
    return row?.takes_part ?? false;
  }
}

const addCounts = (before: BoardCounts | undefined, flow: CountedRow['flow'], counts: StatusCounts): BoardCounts => ({
  counts: flow === 'task' ? counts : (before?.counts ?? noCounts()),
  reports: flow === 'checkpoint' ? counts : (before?.reports ?? noCounts()),
});
