import { addDays, addWorkingDays, firstWorkingDayOnOrAfter, lastWorkingDayOnOrBefore } from '@phancong/calendar';
import type { IsoDate } from '@phancong/contracts';

import type { Chances } from './random.js';

/** The plan is activated on this day, and the demonstration ends on the other. */
export const FIRST_DAY: IsoDate = '2025-01-15';
export const LAST_DAY: IsoDate = '2025-05-20';

function listWorkingDays(): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = firstWorkingDayOnOrAfter(FIRST_DAY); day <= LAST_DAY; day = addWorkingDays(day, 1)) days.push(day);
  return days;
}

/** Every working day of the demonstration. */
const allDays = listWorkingDays();

/** Working days of the demonstration from one day to another, both included. */
export const workingDays = (from: IsoDate, to: IsoDate): IsoDate[] => allDays.filter((day) => day >= from && day <= to);

/** A working day between two days. */
export function someDay(chances: Chances, from: IsoDate, to: IsoDate): IsoDate {
  const days = workingDays(from, to);
  return days.length > 0 ? chances.pick(days) : firstWorkingDayOnOrAfter(from);
}

/** Some working days after a day: at least `min`, at most `max`. */
export const daysLater = (chances: Chances, day: IsoDate, min: number, max: number): IsoDate =>
  addWorkingDays(firstWorkingDayOnOrAfter(day), chances.between(min, max));

/** The last working day of every month that ended within the demonstration. */
export const monthEnds: readonly IsoDate[] = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30'].map(
  lastWorkingDayOnOrBefore,
);

/** The last working day of every week of the demonstration, weeks of holidays left out. */
export function weekEnds(): IsoDate[] {
  const ends: IsoDate[] = [];
  for (let friday = '2025-01-17'; friday <= LAST_DAY; friday = addDays(friday, 7)) {
    const end = lastWorkingDayOnOrBefore(friday);
    if (end > addDays(friday, -5)) ends.push(end);
  }
  return ends;
}

export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

export { addWorkingDays };
