import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BudgetLines, BudgetPage, BudgetSummary, Money, MoneyStage } from '@phancong/contracts';
import { flowOf, refuseDeed } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { toLine } from '../work/instance-line.js';
import { ServerFacts } from '../work/server-facts.js';
import { BudgetsRepository, type SeenBudget } from './budgets.repository.js';
import { findFaults, sumVnd, transfersOf } from './estimate.js';

/** States in which the submitter still writes the estimate. */
const openForLines = new Set(['estimate', 'returned']);
const approvedStates = new Set(['transferring', 'settled']);
const cancelledStates = new Set(['rejected', 'withdrawn']);

/** What of an estimate has reached each stage, in đồng. */
const reachedBy = (budget: SeenBudget): Record<MoneyStage, Money> => ({
  estimated: cancelledStates.has(budget.state) ? '0' : budget.total,
  approved: approvedStates.has(budget.state) ? budget.total : '0',
  transferred: budget.transferred,
  received: budget.received,
});

/** The lines of estimates, and what the machine is told of them: sums are made here, never taken from a client. */
@Injectable()
export class BudgetsService implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly budgets: BudgetsRepository,
    private readonly units: UnitsRepository,
    private readonly serverFacts: ServerFacts,
  ) {}

  onModuleInit(): void {
    this.serverFacts.provide('submit', async (id, payload) => {
      const lines = await this.budgets.linesIfBudget(id);
      return lines ? { ...payload, totalVnd: String(sumVnd(lines.map((line) => line.amountVnd))) } : payload;
    });
    this.serverFacts.provide('approve', async (id, payload) => {
      const lines = await this.budgets.linesIfBudget(id);
      return lines ? { ...payload, transfers: transfersOf(lines) } : payload;
    });
  }

  /** Sum of an estimate in đồng. */
  async totalOf(budgetId: string): Promise<string> {
    return String(sumVnd((await this.budgets.lines(budgetId)).map((line) => line.amountVnd)));
  }

  /** What each beneficiary of an estimate gets. */
  async transfersOf(budgetId: string): Promise<{ unitId: string; amountVnd: string }[]> {
    return transfersOf(await this.budgets.lines(budgetId));
  }

  async show(caller: Caller, budgetId: string): Promise<BudgetPage> {
    const budget = await this.findSeen(caller, budgetId);
    const lines = await this.budgets.lines(budgetId);
    const { unitId } = caller.actor;
    return {
      lines: budget.whole ? lines : lines.filter((line) => line.beneficiaryUnitId === unitId),
      totalVnd: budget.total,
      mayEdit: mayEdit(caller, budget) && openForLines.has(budget.state),
    };
  }

  /** Writes the whole estimate anew, while it is with the submitter. */
  async writeLines(caller: Caller, budgetId: string, { lines, expectedVersion }: BudgetLines): Promise<BudgetPage> {
    const budget = await this.findSeen(caller, budgetId);
    if (budget.from_unit_id !== caller.actor.unitId) throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'writeEstimate', budget.plan_id);
    const known = await this.units.all();
    const faults = findFaults(lines, (unitId) => known.has(unitId));
    if (faults.length > 0) {
      throw new DomainError('VALIDATION_FAILED', {
        issues: faults.map(({ path, words }) => ({ path, message: words.vi, messageEn: words.en })),
      });
    }
    await this.sql.transaction(async (runner) => {
      const locked = await this.budgets.lock(budgetId, runner);
      if (!locked) throw new DomainError('NOT_FOUND');
      if (locked.version !== expectedVersion) {
        throw new DomainError('STALE_VERSION', { who: 'người khác', event: 'xử lý dự toán', version: locked.version });
      }
      if (!openForLines.has(locked.state)) throw refuseLate(locked.state);
      await this.budgets.replaceLines(budgetId, lines, runner);
    });
    return this.show(caller, budgetId);
  }

  /** Money of a plan by stage, of the estimates that the caller may see. */
  async summarise(caller: Caller, planId: string): Promise<BudgetSummary> {
    const seen = await this.budgets.seenInPlan(await this.readerOf(caller), planId);
    const lines = await this.budgets.instanceLines(seen.map((budget) => budget.id));
    const items = seen.flatMap((budget) => {
      const line = lines.get(budget.id);
      return line ? [{ line: toLine(line, caller.today), totalVnd: budget.total, reached: reachedBy(budget) }] : [];
    });
    const sumOf = (stage: MoneyStage) => String(sumVnd(items.map(({ reached }) => reached[stage])));
    return {
      sums: {
        estimated: sumOf('estimated'),
        approved: sumOf('approved'),
        transferred: sumOf('transferred'),
        received: sumOf('received'),
      },
      items,
    };
  }

  private async findSeen(caller: Caller, budgetId: string): Promise<SeenBudget> {
    const budget = await this.budgets.seen(await this.readerOf(caller), budgetId);
    if (!budget) throw new DomainError('NOT_FOUND');
    return budget;
  }

  private async readerOf({ actor }: Caller) {
    return { unitId: actor.unitId, below: await this.units.unitsBelow(actor.unitId) };
  }
}

const mayEdit = ({ actor }: Caller, budget: SeenBudget) =>
  budget.from_unit_id === actor.unitId && !refuseDeed(actor, 'writeEstimate', budget.plan_id);

function refuseLate(state: string): DomainError {
  const words = flowOf('budget').states[state]?.words ?? { vi: state, en: state };
  return new DomainError(
    'EVENT_NOT_EXPECTED',
    { event: 'sửa dự toán', state: words.vi },
    {
      vi: `Không thể «sửa dự toán» khi đang ở trạng thái «${words.vi}».`,
      en: `Cannot “edit the estimate” while the state is “${words.en}”.`,
    },
  );
}
