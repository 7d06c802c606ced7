import { Injectable } from '@nestjs/common';
import type { Actor, Words } from '@phancong/contracts';
import { refuseDeed } from '@phancong/workflows';

import { UnitsRepository } from '../units/units.repository.js';

/** Units for which a person may do something; null: all of them, and the agency as a whole. */
export type Scope = readonly string[] | null;

const elsewhere: Words = {
  vi: 'Quy trình này thuộc đơn vị khác.',
  en: 'This workflow belongs to another unit.',
};

/**
 * Who keeps and who approves own flows: administrators of the agency for everybody, of another unit for it and those below;
 * leadership approves everywhere, the head of a unit what is made for it and those below.
 */
@Injectable()
export class FlowScopes {
  constructor(private readonly units: UnitsRepository) {}

  /** Units of which the person may keep, or approve, flows; undefined when the post allows it nowhere. */
  async of(actor: Actor, deed: 'keepFlows' | 'approveFlows'): Promise<Scope | undefined> {
    if (refuseDeed(actor, deed)) return undefined;
    const unit = (await this.units.all()).get(actor.unitId);
    const wholeAgency = unit?.kind === 'leadership' || (unit?.kind === 'agency' && unit.parentId === null);
    return wholeAgency ? null : [actor.unitId, ...(await this.units.unitsBelow(actor.unitId))];
  }

  /** Why the person may not do it for this unit; null when he may. */
  async refuse(actor: Actor, deed: 'keepFlows' | 'approveFlows', unitId: string | null): Promise<Words | null> {
    const scope = await this.of(actor, deed);
    if (scope === undefined) return refuseDeed(actor, deed)?.words ?? elsewhere;
    return scope === null || (unitId !== null && scope.includes(unitId)) ? null : elsewhere;
  }
}
