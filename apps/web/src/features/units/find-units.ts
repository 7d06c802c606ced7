import type { Unit } from '@phancong/contracts';

import { foldMarks } from '../../components/form/unit-field.js';

const order: readonly Unit['kind'][] = [
  'agency',
  'leadership',
  'centralUnit',
  'regionalOffice',
  'provincialOffice',
  'external',
];

/** Units whose name, short name, code or other names hold every word of the search; marks and case do not matter. */
export function findUnits(units: readonly Unit[], search: string): Unit[] {
  const words = foldMarks(search).split(/\s+/).filter(Boolean);
  return units.filter((unit) => {
    const text = foldMarks([unit.name, unit.shortName, unit.nameEn, unit.code, ...unit.aliases].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Units by kind, from the centre outwards; within a kind by name. */
export function groupUnits(units: readonly Unit[]): { kind: Unit['kind']; units: Unit[] }[] {
  return order
    .map((kind) => ({
      kind,
      units: units.filter((unit) => unit.kind === kind).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    }))
    .filter((group) => group.units.length > 0);
}
