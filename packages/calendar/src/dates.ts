/**
 * Arithmetic on calendar dates written 'YYYY-MM-DD'. A date is a day, not an instant: no clock and no time zone is involved.
 */
export type IsoDate = string;

/** A closed interval of days; `null` on one side means that the text leaves that side open. */
export type DateWindow = { start: IsoDate | null; end: IsoDate | null; approx?: true };

const dayInMs = 86_400_000;

function toDayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayInMs);
}

function fromDayNumber(day: number): IsoDate {
  return new Date(day * dayInMs).toISOString().slice(0, 10);
}

/** True when the text is a real day of the calendar in the form YYYY-MM-DD ('2025-02-30' is not). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = toDayNumber(text);
  return Number.isFinite(day) && fromDayNumber(day) === text;
}

/** Writes year, month (1-12) and day as YYYY-MM-DD; null when there is no such day. */
export function makeDate(year: number, month: number, day: number): IsoDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}

/** The date `days` after (or, negative, before) the given one. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Negative, zero or positive as `a` is before, on or after `b`; fits Array.sort. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Day of the week, Monday = 1 … Sunday = 7. */
export function weekdayOf(date: IsoDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The last day of a month: (2025, 2) → '2025-02-28'. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  const nextMonth = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(nextMonth, -1);
}

/** The first day of a month: (2025, 2) → '2025-02-01'. */
export function firstDayOfMonth(year: number, month: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
