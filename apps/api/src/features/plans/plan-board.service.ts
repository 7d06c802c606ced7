import { Injectable } from '@nestjs/common';
import type { PageQuery, PlanRowPage, PlanRows } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { toLine } from '../work/instance-line.js';
import { noCounts } from '../statuses/status-counts.js';
import { toHeadingRow, toItemRow, toTargetSum } from './plan-board.mapper.js';
import { readRowPosition, scopeOf } from './board-scope.js';
import { PlanBoardRepository } from './plan-board.repository.js';
import { PlanReviewRepository } from './plan-review.repository.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';

/** The official table, alive: progress by row. A unit that is no owner sees its own part of it. */
@Injectable()
export class PlanBoardService {
  constructor(
    private readonly plans: PlansService,
    private readonly planRows: PlansRepository,
    private readonly review: PlanReviewRepository,
    private readonly board: PlanBoardRepository,
    private readonly units: UnitsRepository,
  ) {}

  async rows(caller: Caller, planId: string, { after, limit }: PageQuery): Promise<PlanRows> {
    const seen = await this.plans.findSeen(caller, planId);
    const position = readRowPosition(after);
    const items = await this.board.items(planId, position, limit + 1);
    const headings = seen.plan.headings.filter((heading) => heading.position > position);
    const all = [
      ...items.map((item) => ({ position: item.position, item, heading: null })),
      ...headings.map((heading) => ({ position: heading.position, item: null, heading })),
    ].sort((a, b) => a.position - b.position);
    const page = all.slice(0, limit);
    const itemIds = page.flatMap(({ item }) => item?.id ?? []);
    const scope = scopeOf(caller, seen);
    const [counts, nextDue] = await Promise.all([
      this.board.countRows(scope, itemIds),
      this.board.nextDue(scope, itemIds),
    ]);
    return {
      items: page.flatMap(({ item, heading }) => {
        if (heading) return [toHeadingRow(heading)];
        return item ? [toItemRow(item, counts.get(item.id) ?? nothingYet(), nextDue.get(item.id) ?? null)] : [];
      }),
      next: all.length > limit ? String(page.at(-1)?.position) : null,
    };
  }

  async row(caller: Caller, planId: string, itemId: string): Promise<PlanRowPage> {
    const seen = await this.plans.findSeen(caller, planId);
    const item = await this.review.item(planId, itemId);
    if (!item) throw new DomainError('NOT_FOUND');
    const { unitId } = caller.actor;
    const scope = scopeOf(caller, seen);
    const below = await this.units.unitsBelow(unitId);
    const [counts, nextDue, targets, budgets, source, takesPart] = await Promise.all([
      this.board.countRows(scope, [itemId]),
      this.board.nextDue(scope, [itemId]),
      this.board.sumTargets(scope, itemId),
      this.board.budgets(planId, itemId, unitId, below),
      this.planRows.source(planId),
      this.board.takesPart(planId, itemId, unitId),
    ]);
    const isActiveOwner = seen.plan.state === 'active' && seen.side === 'owner';
    return {
      planId,
      row: toItemRow(item, counts.get(itemId) ?? nothingYet(), nextDue.get(itemId) ?? null),
      timing: item.timing,
      anchors: item.read.anchors,
      targets: targets.map(toTargetSum),
      source: source.filter(
        (line) =>
          line.refs.includes(item.read.ref) ||
          Object.values(item.read.anchors).some((places) => places?.some((place) => place.row === line.row)),
      ),
      budgets: budgets.map((line) => toLine(line, caller.today)),
      mayStartBudget: isActiveOwner,
      mayOfferHandoff: seen.plan.state === 'active' && (takesPart || seen.side === 'owner'),
    };
  }
}

const nothingYet = () => ({ counts: noCounts(), reports: noCounts() });
