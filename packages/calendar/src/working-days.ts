import { officialDays } from './data/official-days.js';
import type { OfficialDay } from './data/official-days.js';
import { addDays, weekdayOf } from './dates.js';
import type { IsoDate } from './dates.js';

const officialByDate = new Map<IsoDate, OfficialDay>(officialDays.map((day) => [day.date, day]));

/** The official day (holiday, substitute or swapped day) on that date, if any. Known for 2021-2026. */
export function officialDayOn(date: IsoDate): OfficialDay | null {
  return officialByDate.get(date) ?? null;
}

/** True on days that offices work: Monday to Friday without days off, and Saturdays worked by a swap of the Prime Minister. */
export function isWorkingDay(date: IsoDate): boolean {
  const official = officialByDate.get(date);
  if (official) return !official.dayOff;
  return weekdayOf(date) <= 5;
}

/**
 * The working day that lies `count` working days after the date (before it when negative). The day itself is not counted;
 * with 0 the date is returned as it is, working day or not.
 */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The date itself when it is a working day, else the last working day before it. */
export function lastWorkingDayOnOrBefore(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, -1);
}

/** The date itself when it is a working day, else the next working day (Civil Code 2015, Art. 148, for terms counted in days). */
export function firstWorkingDayOnOrAfter(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, 1);
}
