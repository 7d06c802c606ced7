import { addDays, addWorkingDays } from '@phancong/calendar';
import type { IsoDate } from '@phancong/contracts';

import { MAX_REMINDERS } from './effect-actions.js';
import type { Clock, DueClock, Facts, Flow } from './flow.js';
import type { StoredSnapshot } from './stored-snapshot.js';

/**
 * Every due row that the instance wants in its present state; it replaces the rows wanted before. Nominal days: a day
 * that has passed already stays as it is and fires at once.
 */
export function wantedClocks(flow: Flow, snapshot: StoredSnapshot, facts: Facts): DueClock[] {
  const clocks = flow.states[snapshot.value]?.clocks ?? [];
  return clocks.flatMap((clock) => {
    const fireOn = nextFiring(clock, snapshot, facts);
    return fireOn === null ? [] : [{ event: clock.event, fireOn }];
  });
}

function nextFiring(
  { when }: Clock,
  { since, reminders, toldDueOn }: StoredSnapshot,
  { startsOn, dueOn, standing }: Facts,
): IsoDate | null {
  if ('workingDaysAfterEntering' in when) {
    if (reminders >= MAX_REMINDERS) return null;
    // Nobody is late in March with beginning a campaign of October.
    const from = when.notBeforeStart && startsOn !== null && startsOn > since ? startsOn : since;
    return workingDaysAfter(from, when.workingDaysAfterEntering * (reminders + 1));
  }
  return standing || dueOn === null || dueOn === toldDueOn ? null : daysAfter(dueOn, when.daysAfterDue);
}

/** The clock of this state that the event belongs to, if it is one. */
export function clockOf(flow: Flow, state: string, event: string): Clock | undefined {
  return flow.states[state]?.clocks?.find((clock) => clock.event === event);
}

/** Counting days costs more than the whole move, and the moves of one day ask the same few questions. */
const REMEMBERED = 1000;
const remember = (count: (day: IsoDate, days: number) => IsoDate) => {
  const known = new Map<string, IsoDate>();
  return (day: IsoDate, days: number): IsoDate => {
    const key = `${day}+${days}`;
    const found = known.get(key) ?? count(day, days);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
};
const workingDaysAfter = remember(addWorkingDays);
const daysAfter = remember(addDays);
