import type { Actor, Relation } from '@phancong/contracts';
import { isOutsideDelegation, relationsOf } from '@phancong/workflows';

import { factsOf, type InstanceRow } from './engine/instance-row.js';

type Parties = Pick<InstanceRow, 'from_unit_id' | 'to_unit_id' | 'owner_unit_id'>;

/** A unit sees what it asked, what it was asked, what its own plans gave out, and what stands below it. */
export function maySee(unitId: string, superiorOf: (other: string) => boolean, row: Parties): boolean {
  const parties = [row.from_unit_id, row.to_unit_id, row.owner_unit_id];
  return parties.includes(unitId) || superiorOf(row.from_unit_id) || superiorOf(row.to_unit_id);
}

/** What the actor is to an instance. Who acts for another one in one plan alone is nothing to the work of other plans. */
export function relationsIn(actor: Actor, superiorOf: (other: string) => boolean, row: InstanceRow): Relation[] {
  if (isOutsideDelegation(actor, row.plan_id)) return [];
  const below = [row.from_unit_id, row.to_unit_id, row.owner_unit_id].filter(superiorOf);
  return relationsOf(actor.unitId, factsOf(row), below);
}
