import { Injectable } from '@nestjs/common';

import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { KeptUnits } from './people.repository.js';

/** Whose people an administrator keeps: everybody's at the head of the agency, else of the own unit and those below. */
@Injectable()
export class KeptPeople {
  constructor(private readonly units: UnitsRepository) {}

  /** Throws NOT_ALLOWED for whoever keeps nobody. */
  async unitsOf(caller: Caller): Promise<KeptUnits> {
    requireDeed(caller, 'keepPeople');
    const { unitId } = caller.actor;
    const unit = (await this.units.all()).get(unitId);
    if (unit?.kind === 'agency' && unit.parentId === null) return null;
    return [unitId, ...(await this.units.unitsBelow(unitId))];
  }
}
