import { Injectable } from '@nestjs/common';
import type { Doubt, EditItem, ReadItem, Target, Timing } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

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
  read: ReadItem;
  version: number;
}

export interface DoubtRow {
  id: string;
  item_id: string | null;
  doubt: Doubt;
  settled_at: Date | null;
  settled_value: unknown;
  settled_by: string | null;
}

const itemColumns = `id, position, ref, title, text, unit_of_measure, leads, coordinators, timing, targets, read, version`;

const listItems = {
  name: 'list-plan-items',
  text: `select ${itemColumns} from plan_item where plan_id = $1 order by position`,
};

const findItem = {
  name: 'find-plan-item',
  text: `select ${itemColumns} from plan_item where plan_id = $1 and id = $2`,
};

const updateItem = {
  name: 'update-plan-item',
  text: `
    update plan_item
    set title = $3, text = $4, unit_of_measure = $5, leads = $6, coordinators = $7, timing = $8, targets = $9,
        version = version + 1
    where id = $1 and version = $2 returning ${itemColumns}`,
};

const selectDoubts = `
  select d.id, d.item_id, d.doubt, d.settled_at, d.settled_value, p.full_name as settled_by
  from doubt d left join person p on p.id = d.settled_by where d.plan_id = $1`;

const listDoubts = { name: 'list-doubts', text: `${selectDoubts} order by d.position` };

const findDoubt = { name: 'find-doubt', text: `${selectDoubts} and d.id = $2` };

const settleDoubts = {
  name: 'settle-doubts',
  text: `
    update doubt set settled_at = now(), settled_value = $3, settled_by = $4
    where plan_id = $1 and id = any($2::uuid[])`,
};

const countOpen = {
  name: 'count-open-doubts',
  text: `select count(*)::int as open from doubt where plan_id = $1 and settled_at is null`,
};

const settleName = {
  name: 'settle-name',
  text: `
    insert into plan_name (plan_id, name, unit_ids, settled_by) values ($1, $2, $3, $4)
    on conflict (plan_id, name) do update set unit_ids = excluded.unit_ids, settled_by = excluded.settled_by`,
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

  /** Writes the changed fields beside what was read; undefined when somebody else changed the row meanwhile. */
  async update(
    row: PlanItemRow,
    expectedVersion: number,
    changes: EditItem['changes'],
    runner: SqlRunner,
  ): Promise<PlanItemRow | undefined> {
    const next = { ...row, unitOfMeasure: row.unit_of_measure, ...changes };
    const [updated] = await runner.rows<PlanItemRow & Record<string, unknown>>(updateItem, [
      row.id,
      expectedVersion,
      next.title,
      next.text,
      next.unitOfMeasure,
      next.leads,
      next.coordinators,
      JSON.stringify(next.timing),
      JSON.stringify(next.targets),
    ]);
    return updated;
  }

  doubts(planId: string, runner: SqlRunner = this.sql): Promise<DoubtRow[]> {
    return runner.rows<DoubtRow & Record<string, unknown>>(listDoubts, [planId]);
  }

  async doubt(planId: string, doubtId: string, runner: SqlRunner = this.sql): Promise<DoubtRow | undefined> {
    return (await runner.rows<DoubtRow & Record<string, unknown>>(findDoubt, [planId, doubtId]))[0];
  }

  async settle(
    planId: string,
    doubtIds: readonly string[],
    value: unknown,
    personId: string,
    runner: SqlRunner,
  ): Promise<void> {
    await runner.rows(settleDoubts, [planId, doubtIds, JSON.stringify(value ?? null), personId]);
  }

  async countOpen(planId: string, runner: SqlRunner = this.sql): Promise<number> {
    return (await runner.rows<{ open: number }>(countOpen, [planId]))[0]?.open ?? 0;
  }

  /** Says which units a name of the document means in this plan; no units: nobody in particular. */
  async settleName(
    planId: string,
    name: string,
    unitIds: readonly string[],
    personId: string,
    runner: SqlRunner,
  ): Promise<void> {
    if (unitIds.length === 0) await runner.rows(forgetName, [planId, name]);
    else await runner.rows(settleName, [planId, name, unitIds, personId]);
  }

  async names(planId: string, runner: SqlRunner = this.sql): Promise<Map<string, string[]>> {
    const rows = await runner.rows<{ name: string; unit_ids: string[] }>(listNames, [planId]);
    return new Map(rows.map((row) => [row.name, row.unit_ids]));
  }
}
