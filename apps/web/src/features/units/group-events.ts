import type { IsoDate, RecordedEvent, RegistryChange } from '@phancong/contracts';

/** What happened on one day: how many units each kind of change touched. */
export interface EventDay {
  on: IsoDate;
  kinds: { kind: RegistryChange['kind']; units: number }[];
}

/** The units that a change is about; a merger of 3 counts 3. */
export function unitsOfChange(change: RegistryChange): string[] {
  if (change.kind === 'founded') return [change.unit.id];
  return change.kind === 'merged' ? change.unitIds : [change.unitId];
}

/** Units that a change leads to. */
function heirsOfChange(change: RegistryChange): string[] {
  if (change.kind === 'merged') return [change.intoId];
  return change.kind === 'split' ? change.intoIds : [];
}

/** Days of the history, oldest first; what was there from the beginning has no day and is left out. */
export function groupEvents(events: readonly RecordedEvent[]): EventDay[] {
  const days = new Map<IsoDate, Map<RegistryChange['kind'], number>>();
  for (const { on, change } of events) {
    if (on === null) continue;
    const kinds = days.get(on) ?? new Map<RegistryChange['kind'], number>();
    kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + unitsOfChange(change).length);
    days.set(on, kinds);
  }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, kinds]) => ({ on, kinds: [...kinds].map(([kind, units]) => ({ kind, units })) }));
}

/** What happened to one unit, oldest first. */
export function eventsOfUnit(events: readonly RecordedEvent[], unitId: string): RecordedEvent[] {
  return events
    .filter(({ change }) => [...unitsOfChange(change), ...heirsOfChange(change)].includes(unitId))
    .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}
