import type { IsoDate, RegistryChange, RegistryEvent, RegistryFault, Unit, Words } from '@phancong/contracts';

import { shiftDay } from './heirs.js';

/** The registry that a history of events gives, and the events that cannot be, which are left out. */
export interface ReplayedRegistry {
  units: Map<string, Unit>;
  faults: RegistryFault[];
}

/** On one day units are founded first, then renamed and moved, then those end whom they follow. */
const turn: Record<RegistryChange['kind'], number> = {
  founded: 0,
  renamed: 1,
  moved: 1,
  merged: 2,
  split: 2,
  abolished: 2,
  described: 1,
};

const faults = {
  alreadyThere: (id: string): Words => ({
    vi: `Mã đơn vị «${id}» đã có trong danh mục; hãy đặt mã khác.`,
    en: `The key “${id}” is in the registry already; choose another.`,
  }),
  unknown: (id: string): Words => ({
    vi: `Không có đơn vị «${id}» trong danh mục; hãy kiểm tra mã.`,
    en: `There is no unit “${id}” in the registry; check the key.`,
  }),
  notInBeing: (unit: Unit, on: string): Words => ({
    vi: `«${unit.shortName}» không hoạt động vào ngày ${on}; hãy kiểm tra ngày.`,
    en: `“${unit.shortName}” is not in being on ${on}; check the day.`,
  }),
  ownSuccessor: (unit: Unit): Words => ({
    vi: `«${unit.shortName}» không thể kế thừa chính mình; hãy dùng «đổi tên» hoặc chọn đơn vị khác.`,
    en: `“${unit.shortName}” cannot succeed itself; rename it, or choose another unit.`,
  }),
  circle: (unit: Unit): Words => ({
    vi: `«${unit.shortName}» không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.`,
    en: `“${unit.shortName}” cannot stand below itself or below a unit of its own.`,
  }),
};

type Outcome = { changed: Unit[] } | { fault: Words };

/**
 * Derives the registry from its events: pure, and the same for the same events in whatever order they are given, as long as those
 * of one day and one unit keep theirs. Names, parents and codes of before stay with the unit under `earlier`.
 */
export function replayRegistry(events: readonly RegistryEvent[]): ReplayedRegistry {
  const units = new Map<string, Unit>();
  const found: RegistryFault[] = [];
  const placed = events.map((event, place) => ({ event, place }));
  placed.sort(
    (a, b) =>
      (a.event.on ?? '').localeCompare(b.event.on ?? '') ||
      turn[a.event.change.kind] - turn[b.event.change.kind] ||
      a.place - b.place,
  );
  for (const { event, place } of placed) {
    const outcome = apply(units, event);
    if ('fault' in outcome) found.push({ place, words: outcome.fault });
    else for (const unit of outcome.changed) units.set(unit.id, unit);
  }
  return { units, faults: found.toSorted((a, b) => a.place - b.place) };
}

function apply(units: ReadonlyMap<string, Unit>, { on, change, confirmed }: RegistryEvent): Outcome {
  switch (change.kind) {
    case 'founded':
      return found(units, on, change.unit, confirmed);
    case 'renamed':
      return withUnit(units, change.unitId, on, (unit) => ({ changed: [rename(unit, change, on)] }));
    case 'moved':
      return withUnit(units, change.unitId, on, (unit) =>
        withUnit(units, change.parentId, on, (parent) =>
          standsBelow(units, parent.id, unit.id)
            ? { fault: faults.circle(unit) }
            : { changed: [{ ...keepEarlier(unit, on), parentId: parent.id }] },
        ),
      );
    case 'described':
      return withUnit(units, change.unitId, on, (unit) => ({
        changed: [{ ...unit, aliases: change.aliases, contact: change.contact }],
      }));
    case 'merged':
      return end(units, change.unitIds, [change.intoId], on, change.passOn ?? 'successor');
    case 'split':
      return end(units, [change.unitId], change.intoIds, on, 'ask');
    case 'abolished':
      return end(units, [change.unitId], [], on, 'ask');
  }
}

type NewUnit = Extract<RegistryChange, { kind: 'founded' }>['unit'];

function found(units: ReadonlyMap<string, Unit>, on: IsoDate | null, given: NewUnit, confirmed: boolean): Outcome {
  if (units.has(given.id)) return { fault: faults.alreadyThere(given.id) };
  const born: Unit = {
    ...given,
    nameEn: given.nameEn ?? null,
    code: given.code ?? null,
    aliases: given.aliases ?? [],
    validFrom: on,
    validTo: null,
    successorIds: [],
    confirmed,
  };
  if (given.parentId === null) return { changed: [born] };
  return withUnit(units, given.parentId, on, () => ({ changed: [born] }));
}

function withUnit(
  units: ReadonlyMap<string, Unit>,
  id: string,
  on: IsoDate | null,
  then: (unit: Unit) => Outcome,
): Outcome {
  const unit = units.get(id);
  if (!unit) return { fault: faults.unknown(id) };
  const day = on ?? '';
  const tooEarly = unit.validFrom !== null && unit.validFrom > day;
  const tooLate = unit.validTo !== null && unit.validTo < day;
  return tooEarly || tooLate ? { fault: faults.notInBeing(unit, day || '…') } : then(unit);
}

function keepEarlier(unit: Unit, on: IsoDate | null): Unit {
  if (on === null) return unit;
  const { name, shortName, nameEn, parentId, code } = unit;
  const until = shiftDay(on, -1);
  return { ...unit, earlier: [...(unit.earlier ?? []), { until, name, shortName, nameEn, parentId, code }] };
}

function rename(unit: Unit, to: Extract<RegistryChange, { kind: 'renamed' }>, on: IsoDate | null): Unit {
  const former = unit.shortName !== to.shortName && !unit.aliases.includes(unit.shortName) ? [unit.shortName] : [];
  return {
    ...keepEarlier(unit, on),
    name: to.name,
    shortName: to.shortName,
    nameEn: to.nameEn ?? null,
    code: to.code === undefined ? unit.code : to.code,
    aliases: [...former, ...unit.aliases],
  };
}

function end(
  units: ReadonlyMap<string, Unit>,
  endingIds: readonly string[],
  heirIds: readonly string[],
  on: IsoDate | null,
  passOn: 'successor' | 'ask',
): Outcome {
  const ending: Unit[] = [];
  for (const id of endingIds) {
    const outcome = withUnit(units, id, on, (unit) => ({ changed: [unit] }));
    if ('fault' in outcome) return outcome;
    const [unit] = outcome.changed;
    // It must have been there on the eve, and may end once.
    if (!unit || on === null || (unit.validFrom ?? '') >= on || unit.validTo !== null) {
      return { fault: unit ? faults.notInBeing(unit, on ?? '…') : faults.unknown(id) };
    }
    if (heirIds.includes(id)) return { fault: faults.ownSuccessor(unit) };
    ending.push(unit);
  }
  for (const id of heirIds) {
    const outcome = withUnit(units, id, on, (unit) => ({ changed: [unit] }));
    if ('fault' in outcome) return outcome;
  }
  const last = shiftDay(on ?? '', -1);
  const heirs = [...new Set(heirIds)];
  return {
    changed: ending.map((unit) => ({
      ...unit,
      validTo: last,
      successorIds: heirs,
      ...(passOn === 'ask' && heirs.length === 1 ? { passOn } : {}),
    })),
  };
}

function standsBelow(units: ReadonlyMap<string, Unit>, id: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = units.get(at)?.parentId ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** A unit as it was called and stood on a day; as it is now when the day is later than all changes. */
export function unitAsOf(unit: Unit, day: IsoDate): Unit {
  const version = (unit.earlier ?? []).find(({ until }) => day <= until);
  if (!version) return unit;
  const { until: _, ...former } = version;
  return { ...unit, ...former };
}
