export { foldName } from './fold-name.js';
export { dayAfter, endedOnEveOf, heirsOf } from './heirs.js';
export { allUnits, findUnit, isInBeing, leadershipKey, predecessorsOf, registryAsOf, rootKey } from './registry.js';
export { resolveUnitName } from './resolve-unit-name.js';
export type { NameResolution } from './resolve-unit-name.js';
export { splitUnitList } from './split-unit-list.js';
export type { NameInList } from './split-unit-list.js';
export { expandClass, unitClasses } from './unit-classes.js';
export type { UnitClass } from './unit-classes.js';
