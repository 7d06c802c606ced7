import { Injectable } from '@nestjs/common';
import type { IsoDate, ReadDocument, SourceRow, StatusCounts } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { countStatuses } from '../statuses/status-counts.js';
import type { PlacedHeading } from './storable-reading.js';

export interface PlanLineRow {
  id: string;
  title: string;
  number: string | null;
  year: number;
  state: string;
  version: number;
  owner_unit_id: string;
  owner_unit_name: string;
  file_name: string;
  item_count: number;
  open_doubts: number;
  registry_date: string | null;
  shares_progress: boolean;
  created_at: Date;
}

export interface PlanRecord extends PlanLineRow {
  document: ReadDocument;
  headings: PlacedHeading[];
  calendar: { name: string; start: IsoDate; end: IsoDate; ref: string }[];
}

const lineColumns = `
  p.id, p.title, p.number, p.year, i.state, i.version, p.owner_unit_id, u.name as owner_unit_name, f.name as file_name,
  (select count(*) from plan_item where plan_id = p.id and removed_at is null)::int as item_count,
  (select count(*) from doubt d left join plan_item item on item.id = d.item_id
   where d.plan_id = p.id and d.settled_at is null and item.removed_at is null)::int as open_doubts,
  p.registry_date, p.shares_progress, p.created_at`;

const lineTables = `
  plan p join instance i on i.id = p.id join unit u on u.id = p.owner_unit_id join file f on f.id = p.file_id`;

/**
 * Plans of the unit $1, of the units $2 below it, and those in which it has work. The last is asked row by row of the plan,
 * each a probe of instance_board_idx that mostly succeeds at once, so it does not grow with the work.
 */
const visible = `
  (p.owner_unit_id = $1 or p.owner_unit_id = any($2::text[]) or exists (
    select from plan_item item
    join instance w on w.plan_id = p.id and w.item_id = item.id and w.to_unit_id = $1
      and w.flow = any(array['task', 'coordination', 'handoff', 'budget', 'appraisal', 'transfer'])
    where item.plan_id = p.id))`;

/** One page, newest first: ids are ordered by time. */
const listPlans = {
  name: 'list-plans',
  text: `
    select ${lineColumns} from ${lineTables}
    where ${visible} and ($3::uuid is null or p.id < $3) and (not $4 or i.state = any(array['active', 'closed']))
    order by p.id desc limit $5`,
};

const findPlan = {
  name: 'find-visible-plan',
  text: `
    select ${lineColumns}, p.document, p.headings, p.calendar from ${lineTables} where p.id = $3 and ${visible}`,
};

const findSource = { name: 'find-plan-source', text: `select source from plan where id = $1` };

/** Tasks by plan: index-only on instance_board_idx; with a unit given, only the tasks that it leads. */
const countPlans = (oneUnit: boolean) => ({
  name: `count-plans${oneUnit ? '-of-unit' : ''}`,
  text: oneUnit
    ? `
    select i.plan_id, ${countStatuses('$2::date')}
    from plan_item item
    join instance i on i.plan_id = item.plan_id and i.flow = 'task' and i.item_id = item.id and i.to_unit_id = $3
    where item.plan_id = any($1::uuid[]) group by i.plan_id`
    : `
    select i.plan_id, ${countStatuses('$2::date')}
    from instance i where i.plan_id = any($1::uuid[]) and i.flow = 'task' group by i.plan_id`,
});

/** Who asks: own unit, and the units below it in the tree. */
export interface PlanViewer {
  unitId: string;
  below: readonly string[];
}

/** Plans older than `after`; `working` leaves out those whose work has not begun. */
export interface PlanSlice {
  after: string | null;
  working: boolean;
  limit: number;
}

/** With its line in the chained record. */
const shareProgress = {
  name: 'share-progress-of-plan',
  text: `
    with changed as (
      update plan set shares_progress = $2 where id = $1 and shares_progress <> $2 returning id, owner_unit_id)
    insert into audit_entry (subject_kind, subject_id, on_day, person_id, on_behalf_of_id, unit_id, post, action)
    select 'plan', id::text, official_today(), $3, $4, owner_unit_id, $5,
           case when $2 then 'progressShared' else 'progressUnshared' end
    from changed`,
};

@Injectable()
export class PlansRepository {
  constructor(private readonly sql: Sql) {}

  list({ unitId, below }: PlanViewer, { after, working, limit }: PlanSlice): Promise<PlanLineRow[]> {
    return this.sql.rows<PlanLineRow & Record<string, unknown>>(listPlans, [unitId, below, after, working, limit]);
  }

  find({ unitId, below }: PlanViewer, planId: string): Promise<PlanRecord | undefined> {
    return this.sql.row<PlanRecord & Record<string, unknown>>(findPlan, [unitId, below, planId]);
  }

  async shareProgress(planId: string, shared: boolean, { actor }: Pick<Caller, 'actor'>): Promise<void> {
    const values = [planId, shared, actor.personId, actor.onBehalfOf?.personId ?? null, actor.post];
    await this.sql.transaction((runner) => runner.rows(shareProgress, values));
  }

  async source(planId: string, runner: SqlRunner = this.sql): Promise<SourceRow[]> {
    const [row] = await runner.rows<{ source: SourceRow[] }>(findSource, [planId]);
    return row?.source ?? [];
  }

  /** Tasks of each plan by status; `unitId` narrows to the tasks that this unit leads. */
  async countTasks(
    planIds: readonly string[],
    today: IsoDate,
    unitId: string | null,
  ): Promise<Map<string, StatusCounts>> {
    const values = unitId === null ? [planIds, today] : [planIds, today, unitId];
    const rows = await this.sql.rows<{ plan_id: string } & StatusCounts & Record<string, unknown>>(
      countPlans(unitId !== null),
      values,
    );
    return new Map(rows.map(({ plan_id: planId, ...counts }) => [planId, counts as StatusCounts]));
  }
}
