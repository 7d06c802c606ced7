import type { Relation } from '@phancong/contracts';

import type { Facts } from './flow.js';

/**
 * What a unit is to an instance. One unit may be several things at once: the centre is assigner and lead of its own tasks.
 * `superiorOf` lists the units that stand below the actor's unit in the tree.
 */
export function relationsOf(
  unitId: string,
  facts: Pick<Facts, 'fromUnitId' | 'toUnitId' | 'ownerUnitId'>,
  superiorOf: readonly string[],
): Relation[] {
  const relations: Relation[] = [];
  if (unitId === facts.fromUnitId) relations.push('from');
  if (unitId === facts.toUnitId) relations.push('to');
  if (unitId === facts.ownerUnitId) relations.push('owner');
  if (superiorOf.includes(facts.fromUnitId) || superiorOf.includes(facts.toUnitId)) relations.push('superior');
  return relations;
}
