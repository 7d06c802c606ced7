import { Injectable } from '@nestjs/common';
import type { BudgetLine } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { selectLines, type LineRow } from '../work/instance-line.js';

interface BudgetLineRow {
  content: string;
  unit_of_measure: string;
  quantity: number;
  unit_price_vnd: string;
  amount_vnd: string;
  beneficiary_unit_id: string;
}

/** A budget and how much of it the reader may see: all of it, or the lines that pay the reader's own unit. */
export interface SeenBudget {
  id: string;
  state: string;
  version: number;
  plan_id: string;
  from_unit_id: string;
  whole: boolean;
  total: string;
  transferred: string;
  received: string;
}

/**
 * The whole estimate is seen by submitter, approver, owner of the plan, those above them, the appraisers and the payer; a
 * beneficiary sees its own part. `$1` the reader's unit, `$2` the units below it.
 */
const seenBudgets = (condition: string) => `
  with budget as (
    select b.*,
      ($1 in (b.from_unit_id, b.to_unit_id, p.owner_unit_id) or b.from_unit_id = any($2::text[]) or b.to_unit_id = any($2::text[])
        or exists (select from instance part where part.parent_id = b.id
                   and ((part.flow = 'appraisal' and part.to_unit_id = $1) or (part.flow = 'transfer' and part.from_unit_id = $1)))
      ) as whole
    from instance b join plan p on p.id = b.plan_id
    where b.flow = 'budget' and ${condition})
  select b.id, b.state, b.version, b.plan_id, b.from_unit_id, b.whole, line.total, paid.transferred, paid.received
  from budget b
  cross join lateral (
    select coalesce(sum(amount_vnd), 0) as total from budget_line l
    where l.budget_id = b.id and (b.whole or l.beneficiary_unit_id = $1)) line
  cross join lateral (
    select count(*) as parts,
           coalesce(sum(amount) filter (where state in ('transferred', 'received')), 0) as transferred,
           coalesce(sum(amount) filter (where state = 'received'), 0) as received
    from (select t.state, (t.snapshot->'context'->>'amountVnd')::bigint as amount from instance t
          where t.parent_id = b.id and t.flow = 'transfer' and (b.whole or t.to_unit_id = $1)) transfer) paid
  where b.whole or paid.parts > 0
  order by b.id desc`;

const ofPlan = { name: 'seen-budgets-of-plan', text: seenBudgets('b.plan_id = $3') };

const byId = { name: 'seen-budget', text: seenBudgets('b.id = $3') };

const linesById = { name: 'lines-of-budgets', text: selectLines('select * from instance where id = any($1::uuid[])') };

const lineColumns = `content, unit_of_measure, quantity, unit_price_vnd, amount_vnd, beneficiary_unit_id`;

const listLines = {
  name: 'list-budget-lines',
  text: `select ${lineColumns} from budget_line where budget_id = $1 order by position`,
};

const linesOfFlow = {
  name: 'list-lines-if-budget',
  text: `
    select ${lineColumns} from instance i left join budget_line l on l.budget_id = i.id
    where i.id = $1 and i.flow = 'budget' order by l.position`,
};

const lockBudget = {
  name: 'lock-budget',
  text: `select state, version from instance where id = $1 and flow = 'budget' for update`,
};

const deleteLines = { name: 'delete-budget-lines', text: `delete from budget_line where budget_id = $1` };

const insertLines = {
  name: 'insert-budget-lines',
  text: `
    insert into budget_line (budget_id, position, content, unit_of_measure, quantity, unit_price_vnd, amount_vnd, beneficiary_unit_id)
    select $1, x.position, x.content, x."unitOfMeasure", x.quantity, x."unitPriceVnd", x."amountVnd", x."beneficiaryUnitId"
    from jsonb_to_recordset($2::jsonb)
      as x(position smallint, content text, "unitOfMeasure" text, quantity int, "unitPriceVnd" bigint, "amountVnd" bigint,
           "beneficiaryUnitId" text)`,
};

const toBudgetLine = (row: BudgetLineRow): BudgetLine => ({
  content: row.content,
  unitOfMeasure: row.unit_of_measure,
  quantity: row.quantity,
  unitPriceVnd: row.unit_price_vnd,
  amountVnd: row.amount_vnd,
  beneficiaryUnitId: row.beneficiary_unit_id,
});

/** Who reads: own unit, and the units below it in the tree. */
export interface BudgetReader {
  unitId: string;
  below: readonly string[];
}

@Injectable()
export class BudgetsRepository {
  constructor(private readonly sql: Sql) {}

  seenInPlan(reader: BudgetReader, planId: string): Promise<SeenBudget[]> {
    return this.sql.rows<SeenBudget & Record<string, unknown>>(ofPlan, [reader.unitId, reader.below, planId]);
  }

  seen(reader: BudgetReader, budgetId: string): Promise<SeenBudget | undefined> {
    return this.sql.row<SeenBudget & Record<string, unknown>>(byId, [reader.unitId, reader.below, budgetId]);
  }

  async instanceLines(ids: readonly string[]): Promise<Map<string, LineRow>> {
    const rows = await this.sql.rows<LineRow & Record<string, unknown>>(linesById, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async lines(budgetId: string): Promise<BudgetLine[]> {
    return (await this.sql.rows<BudgetLineRow & Record<string, unknown>>(listLines, [budgetId])).map(toBudgetLine);
  }

  /** The lines of an instance that is a budget; null when it is none. */
  async linesIfBudget(instanceId: string): Promise<BudgetLine[] | null> {
    const rows = await this.sql.rows<BudgetLineRow & Record<string, unknown>>(linesOfFlow, [instanceId]);
    return rows.length === 0 ? null : rows.filter((row) => row.content !== null).map(toBudgetLine);
  }

  /** Keeps the budget from moving until the transaction ends. */
  async lock(budgetId: string, runner: SqlRunner): Promise<{ state: string; version: number } | undefined> {
    return (await runner.rows<{ state: string; version: number }>(lockBudget, [budgetId]))[0];
  }

  async replaceLines(budgetId: string, lines: readonly BudgetLine[], runner: SqlRunner): Promise<void> {
    await runner.rows(deleteLines, [budgetId]);
    const placed = lines.map((line, position) => ({ ...line, position }));
    await runner.rows(insertLines, [budgetId, JSON.stringify(placed)]);
  }
}
