import { Injectable } from '@nestjs/common';
import type { IsoDate, StatusCounts, UnitList, UnitPage, UnitPageQuery, UnitsQuery } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { StaffingRepository } from './staffing.repository.js';
import { UnitsRepository } from './units.repository.js';

@Injectable()
export class UnitsService {
  constructor(
    private readonly units: UnitsRepository,
    private readonly staffing: StaffingRepository,
  ) {}

  async list(query: UnitsQuery): Promise<UnitList> {
    const [items, unstaffed] = await Promise.all([this.units.list(query), this.staffing.unstaffed()]);
    return {
      items,
      asOf: query.asOf ?? null,
      unstaffed: items.map((unit) => unit.id).filter((id) => unstaffed.has(id)),
    };
  }

  async show(caller: Caller, unitId: string, { asOf }: UnitPageQuery): Promise<UnitPage> {
    const all = await this.units.all();
    const unit = all.get(unitId);
    if (!unit) throw new DomainError('NOT_FOUND');
    return {
      unit,
      predecessors: [...all.values()].filter((other) => other.successorIds.includes(unitId)),
      successors: unit.successorIds.flatMap((id) => all.get(id) ?? []),
      countsOn: asOf ?? caller.today,
      counts: await this.countsFor(caller, unitId, asOf ?? caller.today),
    };
  }

  /** The whole work of a unit for itself and those above it; for an owner of plans, what its own plans gave out. */
  private async countsFor({ actor, today }: Caller, unitId: string, day: IsoDate): Promise<StatusCounts | null> {
    const isSuperior = await this.units.superiorOf(actor.unitId);
    const seesAll = unitId === actor.unitId || isSuperior(unitId);
    const counts = await this.units.countTasks(unitId, seesAll ? null : actor.unitId, { day, today });
    return seesAll || counts.total > 0 ? counts : null;
  }
}
