import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { FlowId, InboxQuery, InstancesQuery, IsoDate, StatusCounts } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { NO_TERM, readPosition } from './keyset.js';
import { selectLines, type LineRow } from './instance-line.js';
import { countStatuses, timelinessCondition } from '../statuses/status-counts.js';

const due = `coalesce(i.due_on, '${NO_TERM}'::date)`;
const byDue = `order by ${due}, i.id`;

/**
 * A page has its size in its statement, in few steps: where the size is a parameter the planner takes it for a tenth of all rows, finds
 * no plan that is good for every size and plans each page anew, which took longer than reading it.
 */
const pageSizes = [50, 100, 200];
const roomFor = (limit: number) => (pageSizes.find((size) => size >= limit) ?? limit) + 1;

/** What a page of an inbox is narrowed to, said by the statement itself: $1 the unit, then position and flow where they are asked. */
interface PageShape {
  room: number;
  after: boolean;
  flow: boolean;
}

const nameOf = (scope: string, { room, after, flow }: PageShape) =>
  `inbox-${scope}-${room}${flow ? '-flow' : ''}${after ? '-after' : ''}`;
const furtherOn = ({ after }: PageShape) => (after ? `and (${due}, i.id) > ($2::date, $3::uuid)` : '');
const ofFlow = ({ after, flow }: PageShape) => (flow ? `and i.flow = $${after ? 4 : 2}` : '');

/** My unit's move, nearest deadline first: answered by instance_inbox_idx alone. */
const inboxMine = (shape: PageShape) => ({
  name: nameOf('mine', shape),
  text: `${selectLines(`
    select i.* from instance i
    where i.holder_unit_id = $1 ${ofFlow(shape)} ${furtherOn(shape)}
    ${byDue} limit ${shape.room}`)} ${byDue}`,
});

/** Others move: what my unit was asked and handed in, and what it asked of others. */
const inboxWaiting = (shape: PageShape) => ({
  name: nameOf('waiting', shape),
  text: `${selectLines(`
    select i.* from (
      select * from instance where to_unit_id = $1 and phase = 'open' and flow <> 'plan'
        and holder_unit_id is distinct from $1
      union all
      select * from instance where from_unit_id = $1 and to_unit_id <> $1 and phase = 'open'
        and flow not in ('task', 'checkpoint', 'plan') and holder_unit_id is distinct from $1) i
    where true ${ofFlow(shape)} ${furtherOn(shape)}
    ${byDue} limit ${shape.room}`)} ${byDue}`,
});

/** Finished work of my unit, one flow at a time in the order of instance_to_idx. */
const inboxDone = (shape: PageShape) => ({
  name: nameOf('done', shape),
  text: `${selectLines(`
    select i.* from instance i
    where i.to_unit_id = $1 and i.phase = 'done' ${ofFlow(shape)} ${furtherOn(shape)}
    ${byDue} limit ${shape.room}`)} ${byDue}`,
});

const inboxes = { mine: inboxMine, waiting: inboxWaiting, done: inboxDone };

const summary = {
  name: 'inbox-summary',
  text: `
    select i.flow,
      count(*)::int as mine,
      count(*) filter (where ${timelinessCondition['openOverdue']?.('$2::date')})::int as overdue,
      count(*) filter (where not i.standing and i.done_on is null and i.due_on between $2 and $2::date + 7)::int as due_soon,
      count(*) filter (where i.state in ('assigned', 'requested', 'offered'))::int as to_acknowledge
    from instance i where i.holder_unit_id = $1 group by i.flow`,
};

const countWaiting = {
  name: 'count-waiting',
  text: `
    select (
      (select count(*) from instance where to_unit_id = $1 and phase = 'open' and flow <> 'plan'
         and holder_unit_id is distinct from $1) +
      (select count(*) from instance where from_unit_id = $1 and to_unit_id <> $1 and phase = 'open'
         and flow not in ('task', 'checkpoint', 'plan') and holder_unit_id is distinct from $1))::int as waiting,
      (select count(distinct (on_day, template)) from notice where unit_id = $1 and read_at is null)::int as unread`,
};

/** The tasks that a unit answers for: led by it, or given out by its own plans. */
const countTasks = {
  name: 'count-tasks',
  text: `
    select ${countStatuses('$2::date')} from (
      select phase, standing, due_on, done_on from instance where flow = 'task' and to_unit_id = $1
      union all
      select i.phase, i.standing, i.due_on, i.done_on from plan p join instance i on i.plan_id = p.id and i.flow = 'task'
      where p.owner_unit_id = $1 and i.to_unit_id <> $1) i`,
};

const lineById = { name: 'line-by-id', text: selectLines('select * from instance where id = $1') };

const linesOfParent = {
  name: 'lines-of-parent',
  text: `${selectLines('select * from instance where parent_id = $1')} ${byDue}, i.flow limit 300`,
};

export interface SummaryRow {
  flow: FlowId;
  mine: number;
  overdue: number;
  due_soon: number;
  to_acknowledge: number;
}

/** Who asks for a list: own unit, and the units below it in the tree. */
export interface Viewer {
  unitId: string;
  below: string[];
}

@Injectable()
export class WorkRepository {
  constructor(private readonly sql: Sql) {}

  /** A page of `limit` lines, and at least one more where there are more. */
  inbox(unitId: string, { scope, flow, after, limit }: InboxQuery): Promise<LineRow[]> {
    const position = readPosition(after);
    const only = scope === 'done' ? (flow ?? 'task') : flow;
    const shape = { room: roomFor(limit), after: position !== null, flow: only !== undefined };
    const values = [unitId, ...(position ? [position.dueOn, position.id] : []), ...(only ? [only] : [])];
    return this.sql.rows<LineRow>(inboxes[scope](shape), values);
  }

  summary(unitId: string, today: IsoDate): Promise<SummaryRow[]> {
    return this.sql.rows<SummaryRow>(summary, [unitId, today]);
  }

  async waiting(unitId: string): Promise<{ waiting: number; unread: number }> {
    const row = await this.sql.row<{ waiting: number; unread: number }>(countWaiting, [unitId]);
    return row ?? { waiting: 0, unread: 0 };
  }

  async tasks(unitId: string, today: IsoDate): Promise<StatusCounts | undefined> {
    return this.sql.row<StatusCounts & Record<string, number>>(countTasks, [unitId, today]);
  }

  /** The list behind a number: every filter is the one that the count was made with. */
  list(viewer: Viewer, query: InstancesQuery, today: IsoDate): Promise<LineRow[]> {
    const values: unknown[] = [viewer.unitId, viewer.below, query.limit + 1];
    const conditions: string[] = [];
    const add = (condition: (place: string) => string, value: unknown) => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    add((place) => `i.flow = ${place}`, query.flow);
    if (query.planId) add((place) => `i.plan_id = ${place}`, query.planId);
    if (query.itemId) add((place) => `i.item_id = ${place}`, query.itemId);
    if (query.unitId) add((place) => `i.to_unit_id = ${place}`, query.unitId);
    if (query.state) add((place) => `i.state = ${place}`, query.state);
    const narrow = query.timeliness && timelinessCondition[query.timeliness];
    if (narrow) add((place) => `${place}::date is not null and ${narrow(`${place}::date`)}`, today);
    const position = readPosition(query.after);
    if (position) {
      add((place) => `(${due}, i.id) > (${place}::date, $${values.length + 1}::uuid)`, position.dueOn);
      values.push(position.id);
    }
    const text = `${selectLines(`
      select i.* from instance i join plan p on p.id = i.plan_id
      where ${conditions.join(' and ')}
        and (i.to_unit_id = $1 or i.from_unit_id = $1 or p.owner_unit_id = $1
             or i.to_unit_id = any($2::text[]) or i.from_unit_id = any($2::text[]))
      ${byDue} limit $3`)} ${byDue}`;
    const name = `list-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    return this.sql.rows<LineRow>({ name, text }, values);
  }

  line(id: string): Promise<LineRow | undefined> {
    return this.sql.row<LineRow>(lineById, [id]);
  }

  childrenOf(id: string): Promise<LineRow[]> {
    return this.sql.rows<LineRow>(linesOfParent, [id]);
  }
}
