import { addDays } from '@phancong/calendar';
import type { IsoDate, StatusCounts, Timeliness } from '@phancong/contracts';

const DUE_SOON_DAYS = 7;

/**
 * Where a line stands against its term, worked out on the day it is asked: done when, due when. A duty without a term
 * counts as in time while open and as done on time when done; a standing duty stays outside, done or not. Work handed in
 * by its day is not late while it waits to be accepted.
 */
export function timelinessOf(
  line: { phase: 'open' | 'done' | 'cancelled'; standing: boolean; dueOn: IsoDate | null; doneOn: IsoDate | null },
  today: IsoDate,
): Timeliness {
  const { phase, standing, dueOn, doneOn } = line;
  if (phase === 'cancelled') return 'cancelled';
  if (standing) return 'standing';
  if (phase === 'done') return dueOn !== null && doneOn !== null && doneOn > dueOn ? 'doneLate' : 'doneOnTime';
  if (dueOn === null) return 'openInTime';
  if ((doneOn ?? today) > dueOn) return 'openOverdue';
  return doneOn === null && dueOn <= addDays(today, DUE_SOON_DAYS) ? 'openDueSoon' : 'openInTime';
}

/**
 * The official rate in per cent: done ÷ (done + open overdue), truncated (not rounded) to two decimals: '66.66'.
 * Null while nothing is done and nothing is overdue. Standing duties are outside (Decision 42/2014/QĐ-TTg's four boxes).
 */
export function countsOnTimeRate(counts: StatusCounts): string | null {
  const done = counts.doneOnTime + counts.doneLate;
  const judged = done + counts.openOverdue;
  if (judged === 0) return null;
  const hundredths = Math.floor((done * 10_000) / judged);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
