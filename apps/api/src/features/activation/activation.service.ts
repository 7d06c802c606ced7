import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActivateRequest, ActivationAnswer, ActivationPreview, IsoDate, Words } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { nameRegistryOf } from '@phancong/units';
import { FlowRegistry, type ChooseVersion } from '../own-flows/flow-registry.service.js';
import type { Caller } from '../people/request-actor.js';
import { PlanInstance } from '../plans/plan-instance.js';
import { PlanReviewRepository } from '../plans/plan-review.repository.js';
import type { PlanRecord } from '../plans/plans.repository.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { InstanceRow } from '../work/engine/instance-row.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { ServerFacts } from '../work/server-facts.js';
import { leaderlessRows, previewOf } from './activation-preview.js';
import { ActivationRepository } from './activation.repository.js';
import { fanOut } from './fan-out.js';
import { fanOutPlan, type ItemFanOut } from './plan-fan-out.js';

const wasActivated = new Set(['active', 'closed']);

const onlyWhole: Words = {
  vi: 'Kế hoạch được giao cùng với việc tạo nhiệm vụ; hãy dùng chức năng «Giao nhiệm vụ» của kế hoạch.',
  en: 'A plan is activated together with its tasks; use the activation of the plan.',
};

/** A signed plan becomes work: everything in one transaction, once. */
@Injectable()
export class ActivationService implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly plans: PlansService,
    private readonly review: PlanReviewRepository,
    private readonly units: UnitsRepository,
    private readonly instance: PlanInstance,
    private readonly instances: InstancesRepository,
    private readonly activation: ActivationRepository,
    private readonly serverFacts: ServerFacts,
    private readonly signal: OutboxSignal,
    private readonly flows: FlowRegistry,
  ) {}

  /** The event alone, without its tasks, is not to be had. */
  onModuleInit(): void {
    this.serverFacts.provide('activate', () => {
      throw new DomainError('GUARD_REFUSED', { why: onlyWhole.vi, whyEn: onlyWhole.en }, onlyWhole);
    });
  }

  async preview(caller: Caller, planId: string, registryDate: IsoDate): Promise<ActivationPreview> {
    const { plan, side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    const entries = await this.fanOut(plan, registryDate);
    const units = await this.units.all();
    return previewOf(entries, {
      registryDate,
      nameOf: (unitId) => units.get(unitId)?.shortName ?? unitId,
      obstacles: [...obstaclesOf(plan), ...leaderlessRows(entries)],
    });
  }

  /** Pressed twice it happens once; two at once, one does it and the other hears that it is done. */
  async activate(caller: Caller, planId: string, request: ActivateRequest): Promise<ActivationAnswer> {
    const { plan, side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    if (side !== 'owner') throw new DomainError('NOT_ALLOWED');
    const chooseVersion = await this.flows.chooser();
    const answer = await this.sql.transaction(async (runner) => {
      const instance = await this.instance.lock(planId, runner);
      if (wasActivated.has(instance.state)) {
        return { planId, ...(await this.activation.countMade(planId, runner)), already: true };
      }
      if (instance.version !== request.expectedVersion) await this.throwStale(instance);
      await this.instance.move(caller, instance, 'activate', { registryOn: request.registryDate }, runner);
      return {
        planId,
        ...(await this.make(caller, plan, request.registryDate, chooseVersion, runner)),
        already: false,
      };
    });
    this.signal.ring();
    return answer;
  }

  private async make(
    caller: Caller,
    plan: PlanRecord,
    registryDate: IsoDate,
    chooseVersion: ChooseVersion,
    runner: SqlRunner,
  ) {
    const entries = await this.fanOut(plan, registryDate, runner);
    const [why] = leaderlessRows(entries);
    if (why) throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);
    await this.activation.setRegistryDate(plan.id, registryDate, runner);
    return fanOut(runner, {
      planId: plan.id,
      ownerUnitId: plan.owner_unit_id,
      duties: entries.flatMap((entry) => entry.duties),
      today: caller.today,
      personId: caller.actor.personId,
      post: caller.actor.post,
      onBehalfOf: caller.actor.onBehalfOf?.personId ?? null,
      chooseVersion,
    });
  }

  private async fanOut(plan: PlanRecord, registryDate: IsoDate, runner?: SqlRunner): Promise<ItemFanOut[]> {
    const items = await this.review.items(plan.id, runner);
    const settled = await this.review.names(plan.id, runner);
    const units = await this.units.all();
    return fanOutPlan(items, {
      year: plan.year,
      registryDate,
      settled,
      registry: nameRegistryOf(units),
      kindOf: (unitId) => units.get(unitId)?.kind,
    });
  }

  private async throwStale(row: InstanceRow): Promise<never> {
    throw new DomainError('STALE_VERSION', (await this.instances.staleDetails([row])).get(row.id));
  }
}

/** Why the plan itself cannot be activated yet. */
function obstaclesOf(plan: PlanRecord): Words[] {
  if (wasActivated.has(plan.state)) return [{ vi: 'Kế hoạch đã được giao.', en: 'The plan was activated before.' }];
  const obstacles: Words[] = [];
  if (plan.open_doubts > 0) {
    obstacles.push({
      vi: `Còn ${plan.open_doubts} điểm nghi vấn chưa được giải quyết.`,
      en: `${plan.open_doubts} doubts are not settled yet.`,
    });
  }
  if (plan.state !== 'approved') {
    obstacles.push({ vi: 'Kế hoạch chưa được phê duyệt.', en: 'The plan is not approved yet.' });
  }
  return obstacles;
}
