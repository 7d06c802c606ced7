import type { Unit } from '@phancong/contracts';

import { namesInForce, type NameRegistry } from './name-registry.js';

const kindOf: Readonly<Record<string, Unit['kind']>> = {
  'bhxh-tinh': 'provincialOffice',
  'bhxh-cac-cap': 'provincialOffice',
  'don-vi-truc-thuoc': 'centralUnit',
  'bhxh-khu-vuc': 'regionalOffice',
};

/**
 * The keys of the units that a class means on a day. "BHXH các cấp" gives the provincial offices: each answers for the offices
 * below it, which the registry does not list. Classes below the province and open classes give nobody.
 */
export function expandClass(classKey: string, asOf: string, registry: NameRegistry = namesInForce()): string[] {
  const kind = kindOf[classKey];
  return kind === undefined
    ? []
    : registry
        .asOf(asOf)
        .filter((unit) => unit.kind === kind)
        .map((unit) => unit.id);
}
