import type { Unit } from '@phancong/contracts';

import { foldName } from './fold-name.js';
import { allUnits, isInBeing } from './registry.js';
import { unitAsOf } from './replay-registry.js';
import { unitClasses } from './unit-classes.js';

/** The units by which names are understood: the shipped ones, or those of an office that has recorded events of its own. */
export interface NameRegistry {
  unitById: ReadonlyMap<string, Unit>;
  keysBySpelling: ReadonlyMap<string, readonly string[]>;
  /** First words of all known names, in small letters. */
  firstWords: ReadonlySet<string>;
  /** In being on a day, as they were called then. */
  asOf: (day: string) => Unit[];
}

function indexNames(units: readonly Unit[]): NameRegistry {
  const keysBySpelling = new Map<string, string[]>();
  for (const unit of units) {
    for (const spelling of new Set([unit.name, unit.shortName, ...unit.aliases].map(foldName))) {
      keysBySpelling.set(spelling, [...(keysBySpelling.get(spelling) ?? []), unit.id]);
    }
  }
  const spellings = [
    ...units.flatMap((unit) => [unit.name, unit.shortName, ...unit.aliases]),
    ...unitClasses.flatMap((entry) => [entry.name, ...entry.spellings]),
  ];
  return {
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    keysBySpelling,
    firstWords: new Set(spellings.map((spelling) => spelling.toLowerCase().split(' ')[0] ?? '')),
    asOf: (day) => units.filter((unit) => isInBeing(unit, day)).map((unit) => unitAsOf(unit, day)),
  };
}

const indexed = new WeakMap<object, NameRegistry>();

/** The registry of these units; the same map gives the same one, so that what was resolved by it is not resolved again. */
export function nameRegistryOf(units: ReadonlyMap<string, Unit>): NameRegistry {
  const known = indexed.get(units) ?? indexNames([...units.values()]);
  indexed.set(units, known);
  return known;
}

export const shippedNames: NameRegistry = indexNames(allUnits);

let inForce = shippedNames;

/** The registry by which names are understood where none is handed in. */
export const namesInForce = (): NameRegistry => inForce;

/**
 * From now on this thread reads by these units. For a thread that reads one document alone: a reading asks for names in a hundred places,
 * all by one registry.
 */
export function readByUnits(units: readonly Unit[]): void {
  inForce = indexNames(units);
}

/** The unit with that key in the registry in force, of whatever time; null when there is none. */
export const findUnit = (key: string): Unit | null => inForce.unitById.get(key) ?? null;
