import type { IsoDate } from '@phancong/contracts';
import { daysBetween } from '@phancong/calendar';

/** Where a stretch of days lies in a year, in per cent of its width; null when it lies outside. */
export function placeInYear(start: IsoDate, end: IsoDate, year: number): { left: number; width: number } | null {
  const first: IsoDate = `${year}-01-01`;
  const last: IsoDate = `${year}-12-31`;
  if (end < first || start > last) return null;
  const days = daysBetween(first, last) + 1;
  const from = daysBetween(first, start < first ? first : start);
  const to = daysBetween(first, end > last ? last : end) + 1;
  return { left: (from / days) * 100, width: ((to - from) / days) * 100 };
}
