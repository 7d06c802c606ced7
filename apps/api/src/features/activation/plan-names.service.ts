import { Injectable } from '@nestjs/common';
import type { IsoDate, PlanNames } from '@phancong/contracts';
import { nameRegistryOf } from '@phancong/units';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { PlanReviewRepository } from '../plans/plan-review.repository.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsRepository } from '../units/units.repository.js';
import { resolvePlanName } from './resolve-plan-names.js';

/** Whom the names of a plan mean on a day: "BHXH tỉnh" is 63 offices in January 2025 and 34 in August. */
@Injectable()
export class PlanNamesService {
  constructor(
    private readonly plans: PlansService,
    private readonly review: PlanReviewRepository,
    private readonly units: UnitsRepository,
  ) {}

  async show(caller: Caller, planId: string, day: IsoDate): Promise<PlanNames> {
    const { side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    const [items, settled, units] = await Promise.all([
      this.review.items(planId),
      this.review.names(planId),
      this.units.all(),
    ]);
    const refs = new Map<string, Set<string>>();
    for (const { ref, leads, coordinators } of items) {
      for (const name of [...leads, ...coordinators]) refs.set(name, (refs.get(name) ?? new Set()).add(ref));
    }
    const registry = nameRegistryOf(units);
    const called = (unitIds: readonly string[]) =>
      unitIds
        .map((id) => ({ id, name: units.get(id)?.shortName ?? id }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    const names = [...refs].map(([name, rows]) => {
      const { kind, unitIds, why } = resolvePlanName(name, day, { settled, registry });
      const members = called(unitIds);
      return {
        name,
        refs: [...rows],
        // Units that a person chose for a name are the plan's own class.
        kind: kind === 'unit' && members.length > 1 ? ('class' as const) : kind,
        settled: settled.has(name),
        members,
        registry: called(resolvePlanName(name, day, { settled: new Map(), registry }).unitIds),
        why,
      };
    });
    return { day, names: names.toSorted((a, b) => b.members.length - a.members.length) };
  }
}
