import { Injectable } from '@nestjs/common';
import type { EditItem, PlanReview, ReviewDoubt, ReviewItem, SettleDoubt } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { InstanceRow } from '../work/engine/instance-row.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { PlanInstance } from './plan-instance.js';
import { toReviewDoubt, toReviewItem } from './plan-review.mapper.js';
import { PlanReviewRepository, type DoubtRow, type PlanItemRow } from './plan-review.repository.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { nameInDoubt, settlementOf } from './settlement.js';

/** States in which the words of a plan may still change. */
const openForReview = new Set(['draft', 'inReview']);

const refuseLate = ({ state }: InstanceRow) => {
  const words = flowOf('plan').states[state]?.words ?? { vi: state, en: state };
  return new DomainError(
    'EVENT_NOT_EXPECTED',
    { event: 'sửa kế hoạch', state: words.vi },
    {
      vi: `Không thể «sửa kế hoạch» khi đang ở trạng thái «${words.vi}».`,
      en: `Cannot “edit the plan” while the state is “${words.en}”.`,
    },
  );
};

/** A person goes through what was read: corrects rows, settles doubts. What was read is kept beside. */
@Injectable()
export class PlanReviewService {
  constructor(
    private readonly sql: Sql,
    private readonly plans: PlansService,
    private readonly planRows: PlansRepository,
    private readonly review: PlanReviewRepository,
    private readonly units: UnitsRepository,
    private readonly instance: PlanInstance,
    private readonly signal: OutboxSignal,
  ) {}

  async show(caller: Caller, planId: string): Promise<PlanReview> {
    const seen = await this.plans.findSeen(caller, planId);
    if (seen.side === 'unit') throw new DomainError('NOT_FOUND');
    const [plan, items, doubts, source] = await Promise.all([
      this.plans.describe(caller, seen),
      this.review.items(planId),
      this.review.doubts(planId),
      this.planRows.source(planId),
    ]);
    return {
      plan,
      items: items.map(toReviewItem),
      headings: seen.plan.headings.map(({ ref, title }) => ({ ref, title })),
      doubts: doubts.map(toReviewDoubt),
      source,
    };
  }

  async edit(caller: Caller, planId: string, itemId: string, body: EditItem): Promise<ReviewItem> {
    await this.refuseUnlessOwner(caller, planId);
    return this.sql.transaction(async (runner) => {
      await this.openPlan(planId, runner);
      const row = await this.review.item(planId, itemId, runner);
      if (!row) throw new DomainError('NOT_FOUND');
      return toReviewItem(await this.write(row, body.expectedVersion, body.changes, runner));
    });
  }

  /** Settles one doubt. Units chosen for a name settle every doubt of this plan about the same name. */
  async settle(caller: Caller, planId: string, doubtId: string, { answer }: SettleDoubt): Promise<ReviewDoubt> {
    await this.refuseUnlessOwner(caller, planId);
    const known = await this.units.all();
    const settled = await this.sql.transaction(async (runner) => {
      const instance = await this.openPlan(planId, runner);
      const found = await this.review.doubt(planId, doubtId, runner);
      if (!found) throw new DomainError('NOT_FOUND');
      const row = found.item_id ? ((await this.review.item(planId, found.item_id, runner)) ?? null) : null;
      const settlement = settlementOf(found.doubt, answer, row, (unitId) => known.get(unitId)?.name);
      if (!settlement) {
        const message = 'Câu trả lời không phù hợp với điểm nghi vấn này.';
        throw new DomainError('VALIDATION_FAILED', {
          issues: [{ path: ['answer'], message, messageEn: 'The answer does not fit this doubt.' }],
        });
      }
      const { personId } = caller.actor;
      if (row && Object.keys(settlement.changes).length > 0) {
        await this.write(row, row.version, settlement.changes, runner);
      }
      let ids = [doubtId];
      if (settlement.named) {
        const { name, unitIds } = settlement.named;
        await this.review.settleName(planId, name, unitIds, personId, runner);
        ids = [doubtId, ...(await this.doubtsAbout(planId, name, found, runner))];
      }
      await this.review.settle(planId, ids, settlement.value, personId, runner);
      const open = await this.review.countOpen(planId, runner);
      await this.instance.move(caller, instance, 'doubtsChanged', { open }, runner, 'system');
      return this.review.doubt(planId, doubtId, runner);
    });
    if (!settled) throw new DomainError('NOT_FOUND');
    this.signal.ring();
    return toReviewDoubt(settled);
  }

  private async refuseUnlessOwner(caller: Caller, planId: string): Promise<void> {
    const { side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    if (side !== 'owner' || caller.actor.post === 'administrator') throw new DomainError('NOT_ALLOWED');
  }

  private async openPlan(planId: string, runner: SqlRunner): Promise<InstanceRow> {
    const instance = await this.instance.lock(planId, runner);
    if (!openForReview.has(instance.state)) throw refuseLate(instance);
    return instance;
  }

  private async write(
    row: PlanItemRow,
    expectedVersion: number,
    changes: EditItem['changes'],
    runner: SqlRunner,
  ): Promise<PlanItemRow> {
    const updated = await this.review.update(row, expectedVersion, changes, runner);
    if (updated) return updated;
    throw new DomainError('STALE_VERSION', {
      who: 'người khác',
      event: 'sửa dòng này',
      eventEn: 'edit this row',
      version: row.version,
    });
  }

  private async doubtsAbout(planId: string, name: string, like: DoubtRow, runner: SqlRunner): Promise<string[]> {
    const rows = new Map((await this.review.items(planId, runner)).map((row) => [row.id, row]));
    const doubts = await this.review.doubts(planId, runner);
    return doubts
      .filter((other) => {
        const row = other.item_id ? rows.get(other.item_id) : undefined;
        return (
          other.settled_at === null &&
          other.doubt.code === like.doubt.code &&
          row !== undefined &&
          nameInDoubt(other.doubt, row) === name
        );
      })
      .map((other) => other.id);
  }
}
