import { compareDates, firstDayOfMonth, lastDayOfMonth } from './dates.js';
import type { IsoDate } from './dates.js';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';
export type ReportingPeriod = { label: string; start: IsoDate; end: IsoDate };

const monthsPerPeriod: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

function labelPeriod(kind: PeriodKind, year: number, index: number): string {
  if (kind === 'year') return String(year);
  if (kind === 'month') return `${year}-${String(index + 1).padStart(2, '0')}`;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${index + 1}`;
}

/**
 * The calendar periods that a closed window touches, in order: (2025-01-01 … 2025-12-31, 'quarter') → 2025-Q1 … 2025-Q4.
 * A period that reaches beyond the window is cut to it, so the periods of a window join without gap and never overlap.
 */
export function reportingPeriods(window: { start: IsoDate; end: IsoDate }, kind: PeriodKind): ReportingPeriod[] {
  const length = monthsPerPeriod[kind];
  const periods: ReportingPeriod[] = [];
  let year = Number(window.start.slice(0, 4));
  let index = Math.floor((Number(window.start.slice(5, 7)) - 1) / length);
  for (;;) {
    const start = firstDayOfMonth(year, index * length + 1);
    if (compareDates(start, window.end) > 0) return periods;
    const end = lastDayOfMonth(year, index * length + length);
    periods.push({
      label: labelPeriod(kind, year, index),
      start: start < window.start ? window.start : start,
      end: end > window.end ? window.end : end,
    });
    index += 1;
    if (index * length >= 12) {
      year += 1;
      index = 0;
    }
  }
}
