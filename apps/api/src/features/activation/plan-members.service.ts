import { Injectable } from '@nestjs/common';
import type { SetPlanMembers, Unit } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { PlanEditsService, stateOfDoubt, type HeldPlan } from '../plans/plan-edits.service.js';
import { PlanReviewRepository, type DoubtRow } from '../plans/plan-review.repository.js';
import { PlansService } from '../plans/plans.service.js';
import { noChanges, type ReviewChanges } from '../plans/review-changes.js';
import { nameInDoubt } from '../plans/settlement.js';
import { UnitsRepository } from '../units/units.repository.js';

const invalid = (path: string, vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });

const livesIn = (year: number) => (unit: Unit | undefined) =>
  unit !== undefined &&
  (unit.validFrom === null || unit.validFrom <= `${year}-12-31`) &&
  (unit.validTo === null || unit.validTo >= `${year}-01-01`);

const sameSet = (one: readonly string[] | null, other: readonly string[] | null) =>
  JSON.stringify(one && [...one].sort()) === JSON.stringify(other && [...other].sort());

/** A plan names its own class: who "các cơ quan báo chí", or "BHXH tỉnh", are in this plan. One step of its review, taken back like the others. */
@Injectable()
export class PlanMembersService {
  constructor(
    private readonly plans: PlansService,
    private readonly review: PlanReviewRepository,
    private readonly edits: PlanEditsService,
    private readonly units: UnitsRepository,
  ) {}

  /** Throws STALE_VERSION where somebody else named other members since, EVENT_NOT_EXPECTED after the approval. */
  async set(caller: Caller, planId: string, { name, unitIds, expected }: SetPlanMembers): Promise<void> {
    const chosen = [...new Set(unitIds)];
    const [{ plan }, units] = await Promise.all([this.plans.findSeen(caller, planId), this.units.all()]);
    await this.edits.make(caller, planId, 'members', async (held) => {
      await this.refuseStrangeName(held, name);
      const dead = chosen.find((id) => !livesIn(plan.year)(units.get(id)));
      if (dead !== undefined) {
        const called = units.get(dead)?.name ?? dead;
        throw invalid(
          'unitIds',
          `«${called}» không tồn tại trong năm ${plan.year}; hãy chọn đơn vị khác.`,
          `“${called}” does not exist in ${plan.year}; choose another unit.`,
        );
      }
      const doubts = await this.doubtsAbout(held, name);
      const before = (await this.review.names(planId, held.runner)).get(name) ?? null;
      const after = chosen.length > 0 ? chosen : null;
      if (!sameSet(before, expected)) await this.edits.throwStale(held, doubts[0]?.id ?? null);
      return { ...noChanges(), names: [{ name, before, after }], doubts: answered(doubts, after, caller) };
    });
  }

  private async refuseStrangeName({ planId, runner }: HeldPlan, name: string): Promise<void> {
    const rows = await this.review.items(planId, runner);
    if (rows.some(({ leads, coordinators }) => leads.includes(name) || coordinators.includes(name))) return;
    throw invalid(
      'name',
      `Kế hoạch không có đơn vị chủ trì hay phối hợp nào ghi là «${name}».`,
      `No row of the plan names “${name}” as lead or coordinator.`,
    );
  }

  /** Doubts that ask whom the name means. */
  private async doubtsAbout({ planId, runner }: HeldPlan, name: string): Promise<DoubtRow[]> {
    const rows = new Map((await this.review.items(planId, runner)).map((row) => [row.id, row]));
    const doubts = await this.review.doubts(planId, runner);
    return doubts.filter(({ item_id: itemId, doubt }) => {
      const row = itemId === null ? undefined : rows.get(itemId);
      return (
        row !== undefined &&
        (doubt.code === 'UNNAMED_UNIT' || doubt.code === 'UNKNOWN_UNIT') &&
        nameInDoubt(doubt, row) === name
      );
    });
  }
}

/** Naming members answers the question; going back to the registry asks again what units had answered. */
function answered(doubts: readonly DoubtRow[], unitIds: string[] | null, { actor }: Caller): ReviewChanges['doubts'] {
  const settlement = unitIds
    ? { settledAt: new Date().toISOString(), settledValue: unitIds, settledById: actor.personId }
    : { settledAt: null, settledValue: null, settledById: null };
  const states = doubts.map((doubt) => ({ id: doubt.id, before: stateOfDoubt(doubt) }));
  return states
    .filter(({ before }) => unitIds !== null || Array.isArray(before.settledValue))
    .map(({ id, before }) => ({ id, before, after: { ...before, ...settlement } }));
}
