import { Injectable } from '@nestjs/common';
import type { Doubt, ReadDocument, ReadItem, Target, Timing } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { ReviewChanges, RowWords } from './review-changes.js';

export interface PlanItemRow {
  id: string;
  position: number;
  ref: string;
  title: string;
  text: string;
  unit_of_measure: string | null;
  leads: string[];
  coordinators: string[];
  timing: Timing;
  targets: Target[];
  hands_off_to: string[];
  receives_from: string[];
  approvers: string[];
  deliverable: string | null;
  budget_vnd: number | null;
  read: ReadItem;
  origin: 'read' | 'added';
  removed: boolean;
  version: number;
}

export interface DoubtRow {
  id: string;
  item_id: string | null;
  doubt: Doubt;
  settled_at: Date | null;
  settled_value: unknown;
  settled_by: string | null;
  settled_by_id: string | null;
}

export const itemColumns = `
  id, position, ref, title, text, unit_of_measure, leads, coordinators, timing, targets, hands_off_to, receives_from, approvers,
  deliverable, budget_vnd::float8 as budget_vnd, read, origin, removed_at is not null as removed, version`;

const listItems = {
  name: 'list-plan-items',
  text: `select ${itemColumns} from plan_item where plan_id = $1 and removed_at is null order by position`,
};

const listAllItems = {
  name: 'list-all-plan-items',
  text: `select ${itemColumns} from plan_item where plan_id = $1 order by position`,
};

const findItem = {
  name: 'find-plan-item',
  text: `select ${itemColumns} from plan_item where plan_id = $1 and id = $2 and removed_at is null`,
};

/**
 * $1 rows as JSON: the words of each; a row keeps its place, also while it is removed. Steps of old do not know product and money, and
 * leave them as they are.
 */
const writeItems = {
  name: 'write-plan-items',
  text: `
    update plan_item i
    set ref = x.ref, title = x.title, text = x.text, unit_of_measure = x."unitOfMeasure", leads = x.leads,
        coordinators = x.coordinators, timing = x.timing, targets = x.targets, hands_off_to = x."handsOffTo",
        receives_from = x."receivesFrom", approvers = x.approvers,
        deliverable = case when x."saysProduct" then x.deliverable else i.deliverable end,
        budget_vnd = case when x."saysProduct" then x."budgetVnd" else i.budget_vnd end,
        removed_at = case when x.removed then coalesce(i.removed_at, now()) end, version = i.version + 1
    from jsonb_to_recordset($1::jsonb)
      as x(id uuid, ref text, title text, text text, "unitOfMeasure" text, leads text[], coordinators text[], timing jsonb,
           targets jsonb, "handsOffTo" text[], "receivesFrom" text[], approvers text[], deliverable text, "budgetVnd" bigint,
           "saysProduct" boolean, removed boolean)
    where i.id = x.id`,
};

/** Rows and headings from position $2 on move one place down. */
const makeRoom = {
  name: 'make-room-for-plan-item',
  text: `
    with moved as (update plan_item set position = position + 1 where plan_id = $1 and position >= $2)
    update plan set headings = (
      select coalesce(jsonb_agg(
        case when (heading->>'position')::int >= $2
          then jsonb_set(heading, '{position}', to_jsonb((heading->>'position')::int + 1)) else heading end order by place), '[]')
      from jsonb_array_elements(headings) with ordinality as listed(heading, place))
    where id = $1`,
};

/** A row that a person adds; it is born removed, and the step that adds it brings it in. */
const insertItem = {
  name: 'insert-plan-item',
  text: `
    insert into plan_item (id, plan_id, position, ref, title, text, unit_of_measure, leads, coordinators, timing, targets, read,
                           origin, removed_at)
    values ($1, $2, $3, $4, '', '', null, '{}', '{}', '{}', '[]', $5, 'added', now())`,
};

const writeDocument = {
  name: 'write-plan-document',
  text: `
    update plan set read_document = coalesce(read_document, document), document = $2, document_version = document_version + 1,
      title = coalesce($2::jsonb->>'title', title), number = $2::jsonb->>'number',
      year = coalesce(($2::jsonb->>'year')::int, year)
    where id = $1`,
};

const findDocument = {
  name: 'find-plan-document',
  text: `select document, document_version, year from plan where id = $1`,
};

/** Doubts of rows that stand in the table, and those of the whole document. */
const selectDoubts = `
  select d.id, d.item_id, d.doubt, d.settled_at, d.settled_value, p.full_name as settled_by, d.settled_by as settled_by_id
  from doubt d left join person p on p.id = d.settled_by left join plan_item i on i.id = d.item_id
  where d.plan_id = $1 and i.removed_at is null`;

const listDoubts = { name: 'list-doubts', text: `${selectDoubts} order by d.position` };

const listAllDoubts = {
  name: 'list-all-doubts',
  text: `
    select d.id, d.item_id, d.doubt, d.settled_at, d.settled_value, null as settled_by, d.settled_by as settled_by_id
    from doubt d where d.plan_id = $1`,
};

const findDoubt = { name: 'find-doubt', text: `${selectDoubts} and d.id = $2` };

const writeDoubts = {
  name: 'write-doubts',
  text: `
    update doubt d
    set item_id = x."itemId", settled_at = x."settledAt", settled_value = x."settledValue", settled_by = x."settledById"
    from jsonb_to_recordset($1::jsonb)
      as x(id uuid, "itemId" uuid, "settledAt" timestamptz, "settledValue" jsonb, "settledById" uuid)
    where d.id = x.id`,
};

const countOpen = {
  name: 'count-open-doubts',
  text: `
    select count(*)::int as open from doubt d left join plan_item i on i.id = d.item_id
    where d.plan_id = $1 and d.settled_at is null and i.removed_at is null`,
};

const settleName = {
  name: 'settle-name',
  text: `
    insert into plan_name (plan_id, name, unit_ids, settled_by) values ($1, $2, $3, $4)
    on conflict (plan_id, name) do update
    set unit_ids = excluded.unit_ids, settled_by = excluded.settled_by, settled_at = now()`,
};

const forgetName = { name: 'forget-name', text: `delete from plan_name where plan_id = $1 and name = $2` };

const listNames = { name: 'list-plan-names', text: `select name, unit_ids from plan_name where plan_id = $1` };

/** Rows, doubts and settled names of a plan under review. */
@Injectable()
export class PlanReviewRepository {
  constructor(private readonly sql: Sql) {}

  items(planId: string, runner: SqlRunner = this.sql): Promise<PlanItemRow[]> {
    return runner.rows<PlanItemRow & Record<string, unknown>>(listItems, [planId]);
  }

  async item(planId: string, itemId: string, runner: SqlRunner = this.sql): Promise<PlanItemRow | undefined> {
    return (await runner.rows<PlanItemRow & Record<string, unknown>>(findItem, [planId, itemId]))[0];
  }

  /** Every row that the plan ever had, also those that a person removed. */
  allItems(planId: string, runner: SqlRunner = this.sql): Promise<PlanItemRow[]> {
    return runner.rows<PlanItemRow & Record<string, unknown>>(listAllItems, [planId]);
  }

  /** Makes place for a row at `position` and puts it there, not in the table yet. */
  async insert(
    planId: string,
    row: { id: string; position: number; read: ReadItem },
    runner: SqlRunner,
  ): Promise<void> {
    await runner.rows(makeRoom, [planId, row.position]);
    await runner.rows(insertItem, [row.id, planId, row.position, row.read.ref, JSON.stringify(row.read)]);
  }

  async document(planId: string, runner: SqlRunner = this.sql) {
    const [row] = await runner.rows<{ document: ReadDocument; document_version: number; year: number }>(findDocument, [
      planId,
    ]);
    return row;
  }

  /** Puts every `after` of the changes into the tables. The caller holds the plan. */
  async write(planId: string, changes: ReviewChanges, personId: string, runner: SqlRunner): Promise<void> {
    const { rows, doubts, names, document } = changes;
    if (rows.length > 0)
      await runner.rows(writeItems, [
        JSON.stringify(rows.map(({ id, after }) => ({ id, ...after, saysProduct: 'deliverable' in after }))),
      ]);
    if (doubts.length > 0) {
      await runner.rows(writeDoubts, [JSON.stringify(doubts.map(({ id, after }) => ({ id, ...after })))]);
    }
    for (const { name, after } of names) {
      if (after === null || after.length === 0) await runner.rows(forgetName, [planId, name]);
      else await runner.rows(settleName, [planId, name, after, personId]);
    }
    if (document) await runner.rows(writeDocument, [planId, JSON.stringify(document.after)]);
  }

  doubts(planId: string, runner: SqlRunner = this.sql): Promise<DoubtRow[]> {
    return runner.rows<DoubtRow & Record<string, unknown>>(listDoubts, [planId]);
  }

  /** Also those of rows that a person removed. */
  doubtsWithRemoved(planId: string, runner: SqlRunner = this.sql): Promise<DoubtRow[]> {
    return runner.rows<DoubtRow & Record<string, unknown>>(listAllDoubts, [planId]);
  }

  async doubt(planId: string, doubtId: string, runner: SqlRunner = this.sql): Promise<DoubtRow | undefined> {
    return (await runner.rows<DoubtRow & Record<string, unknown>>(findDoubt, [planId, doubtId]))[0];
  }

  async countOpen(planId: string, runner: SqlRunner = this.sql): Promise<number> {
    return (await runner.rows<{ open: number }>(countOpen, [planId]))[0]?.open ?? 0;
  }

  async names(planId: string, runner: SqlRunner = this.sql): Promise<Map<string, string[]>> {
    const rows = await runner.rows<{ name: string; unit_ids: string[] }>(listNames, [planId]);
    return new Map(rows.map((row) => [row.name, row.unit_ids]));
  }
}

export const wordsOfRow = (row: PlanItemRow): RowWords => ({
  ref: row.ref,
  title: row.title,
  text: row.text,
  unitOfMeasure: row.unit_of_measure,
  leads: row.leads,
  coordinators: row.coordinators,
  timing: row.timing,
  targets: row.targets,
  handsOffTo: row.hands_off_to,
  receivesFrom: row.receives_from,
  approvers: row.approvers,
  deliverable: row.deliverable,
  budgetVnd: row.budget_vnd,
  removed: row.removed,
});
