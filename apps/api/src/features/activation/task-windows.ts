import { lastDayOfMonth, reportingPeriods, type PeriodKind } from '@phancong/calendar';
import type { IsoDate, Timing, Window } from '@phancong/contracts';

export interface ReportPeriod {
  label: string;
  startsOn: IsoDate;
  dueOn: IsoDate;
}

/** One stretch of time for which a lead unit owes one task. */
export interface TaskWindow {
  /** Tells several windows of one row apart: "02/2025", "08-10/2025"; null where the row has only one. */
  label: string | null;
  startsOn: IsoDate;
  dueOn: IsoDate | null;
  /** A duty without a term, outside the on-time rate. */
  standing: boolean;
  /** Reports that are due on the way; empty when the task is reported once, at its end. */
  periods: ReportPeriod[];
}

const kinds: readonly (readonly [RegExp, PeriodKind])[] = [
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}-H[12]$/, 'half'],
  [/^\d{4}-\d{2}$/, 'month'],
];

const longerThanAQuarter = ({ start, end }: Window) => reportingPeriods({ start, end }, 'month').length > 3;

/** The reporting periods that the words named, cut to the window. Only a window longer than a quarter is reported in parts. */
function periodsOf(window: Window, named: readonly string[]): ReportPeriod[] {
  const kind = kinds.find(([pattern]) => named.some((label) => pattern.test(label)))?.[1];
  if (!kind || !longerThanAQuarter(window)) return [];
  return reportingPeriods(window, kind)
    .filter(({ label }) => named.includes(label))
    .map(({ label, start, end }) => ({ label, startsOn: start, dueOn: end }));
}

const dayLabel = (day: IsoDate) => day.split('-').reverse().join('/');

function labelOf({ start, end, label }: Window): string {
  if (label) return label;
  const [year = '', firstMonth = ''] = start.split('-');
  const [lastYear = '', lastMonth = ''] = end.split('-');
  const wholeMonths = start.endsWith('-01') && end === lastDayOfMonth(Number(lastYear), Number(lastMonth));
  if (!wholeMonths || year !== lastYear) return `${dayLabel(start)}-${dayLabel(end)}`;
  return firstMonth === lastMonth ? `${firstMonth}/${year}` : `${firstMonth}-${lastMonth}/${year}`;
}

/**
 * What the timing of a row asks for, window by window. A deadline wins over the end of the (last) window; a deadline alone
 * gives a window from the first day of the year; words without any day give one standing duty of the year.
 * Windows that touch were joined by the reader; windows that overlap (campaign waves) stay apart.
 */
export function taskWindowsOf(timing: Timing, year: number): TaskWindow[] {
  const yearStart = `${year}-01-01`;
  const lastDay = timing.deadline?.lastDay ?? null;
  if (timing.windows.length === 0) {
    const standing = lastDay === null;
    return [
      {
        label: null,
        startsOn: lastDay !== null && lastDay < yearStart ? lastDay : yearStart,
        dueOn: lastDay,
        standing,
        periods: [],
      },
    ];
  }
  const windows = [...timing.windows].sort((a, b) =>
    a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? -1 : 1,
  );
  return windows.map((window, position) => {
    const isLast = position === windows.length - 1;
    const end = isLast && lastDay !== null ? lastDay : window.end;
    const start = window.start > end ? end : window.start;
    return {
      label: window.label ?? (windows.length > 1 ? labelOf(window) : null),
      startsOn: start,
      dueOn: end,
      standing: false,
      periods: periodsOf({ start, end }, timing.periods ?? []),
    };
  });
}
