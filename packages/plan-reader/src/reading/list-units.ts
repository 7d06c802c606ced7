import type { PlanReading, ReadItem } from '@phancong/contracts';
import { findUnit, foldName, resolveUnitName } from '@phancong/units';

type UsedUnit = PlanReading['units'][number];

function describe(name: string, asOf: string): { key: string; entry: UsedUnit } {
  const resolution = resolveUnitName(name, { asOf });
  if (resolution.kind === 'unit') {
    const unit = findUnit(resolution.key);
    const parent = unit?.parentId ? (findUnit(unit.parentId)?.shortName ?? null) : null;
    const fullName = unit?.kind === 'centralUnit' ? unit.name : resolution.name;
    return { key: resolution.key, entry: { name: fullName, aliases: [], kind: unit?.kind ?? 'unit', parent } };
  }
  if (resolution.kind === 'class') {
    return {
      key: resolution.key,
      entry: { name: resolution.name, aliases: [], kind: 'class', parent: 'BHXH Việt Nam' },
    };
  }
  return {
    key: `${resolution.kind} ${foldName(name)}`,
    entry: { name, aliases: [], kind: resolution.kind, parent: null },
  };
}

/** The units that the plan names in any role, each once, with the other spellings that it uses for it. */
export function listUnits(items: readonly ReadItem[], issuer: string | null, asOf: string): UsedUnit[] {
  const used = new Map<string, UsedUnit>();
  const names = items.flatMap((item) => [
    ...item.leads,
    ...item.coordinators,
    ...item.handsOffTo,
    ...item.receivesFrom,
  ]);
  for (const name of [...(issuer ? [issuer] : []), ...names]) {
    const { key, entry } = describe(name, asOf);
    const known = used.get(key) ?? entry;
    if (name !== known.name && !known.aliases.includes(name)) known.aliases.push(name);
    used.set(key, known);
  }
  return [...used.values()];
}
