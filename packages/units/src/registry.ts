import type { Unit } from '@phancong/contracts';

import { replayRegistry, unitAsOf } from './replay-registry.js';
import { shippedEvents } from './shipped-events.js';

export { leadershipKey, rootKey } from './shipped-events.js';

/**
 * Every unit that the shipped registry knows, of all times: root, leadership, 21 + 14 central units, 63 + 34 provincial offices, and
 * the regional offices of March to July 2025.
 */
export const allUnits: readonly Unit[] = [...replayRegistry(shippedEvents).units.values()];

/** True when the unit is in being on that day; both ends of its validity count. */
export function isInBeing(unit: Pick<Unit, 'validFrom' | 'validTo'>, asOf: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= asOf) && (unit.validTo === null || unit.validTo >= asOf);
}

/**
 * The units in being on a day ('YYYY-MM-DD'), as they were called then: 63 provincial offices until 2025-06-30, 34 from
 * 2025-07-01; 21 central units until 2025-02-28, 14 from 2025-03-01; regional offices from 2025-03-01 to 2025-07-08.
 */
export function registryAsOf(asOf: string): Unit[] {
  return allUnits.filter((unit) => isInBeing(unit, asOf)).map((unit) => unitAsOf(unit, asOf));
}

/** The units whose work passed to this one: BHXH tỉnh Bắc Ninh since 07/2025 has Bắc Giang and Bắc Ninh before. */
export function predecessorsOf(key: string): Unit[] {
  return allUnits.filter((unit) => unit.successorIds.includes(key));
}
