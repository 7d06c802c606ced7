import { addDays, firstDayOfMonth, lastDayOfMonth } from '../dates.js';
import type { DateWindow, IsoDate } from '../dates.js';
import { reportingPeriods } from '../reporting-periods.js';
import type { Recogniser, TimingContext } from './timing-types.js';

/** `lastYear`: the year in which a range ends, where it begins in another. */
type Step = { first: number; last: number; year: number | null; lastYear?: number };

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const ofYear = '(?:(?: năm |/|\\.| )(\\d{4}))?';
const joiner = '(?: ?, (?:và )?| ?,| và | ?[+&] ?| ?- ?| đến )';
const monthNumber = `\\d{1,2}(?!\\d)(?:(?:/|\\.| năm )\\d{4})?`;
const quarterNumber = `(?:iv|iii|ii|i|[1-4])(?![\\p{L}\\d])(?: năm \\d{4}| ?/ ?\\d{4})?`;

/** Reads "8, 9, 10", "10-12", "1 - 2.2017": steps of numbers, each with the year that follows it or the nearest after it. */
function readSteps(list: string, context: TimingContext): Step[] {
  const parts = [...list.matchAll(/(iv|iii|ii|i|\d{1,2})(?![\p{L}\d])(?: ?(?:\/|\.| năm ) ?(\d{4}))?|(-|đến)/gu)];
  const steps: Step[] = [];
  let range = false;
  for (const [, word, year, dash] of parts) {
    if (dash) {
      range = true;
      continue;
    }
    const value = roman[word ?? ''] ?? Number(word);
    const previous = steps.at(-1);
    const stated = year ? Number(year) : null;
    if (range && previous && (previous.year === null || stated === null || previous.year === stated)) {
      previous.last = value;
      previous.year ??= stated;
    } else if (range && previous?.year && stated && previous.year < stated) {
      previous.last = value;
      previous.lastYear = stated;
    } else {
      steps.push({ first: value, last: value, year: stated });
    }
    range = false;
  }
  let following = context.year;
  for (const step of steps.toReversed()) {
    step.year ??= following;
    following = step.year;
  }
  return steps;
}

/** Months that touch are one window ("Tháng 8, 9, 10"); months apart stay apart ("Tháng 3, 6, 9, 12"). */
function joinTouching(windows: DateWindow[]): DateWindow[] {
  const joined: DateWindow[] = [];
  for (const window of windows) {
    const previous = joined.at(-1);
    if (previous?.end && window.start && addDays(previous.end, 1) === window.start) previous.end = window.end;
    else joined.push({ ...window });
  }
  return joined;
}

function toWindow(step: Step, monthsPerStep: number): DateWindow | null {
  const firstMonth = (step.first - 1) * monthsPerStep + 1;
  const lastMonth = step.last * monthsPerStep;
  if (step.year === null || firstMonth < 1 || lastMonth > 12) return null;
  const endYear = step.lastYear ?? (lastMonth < firstMonth ? step.year + 1 : step.year);
  return { start: firstDayOfMonth(step.year, firstMonth), end: lastDayOfMonth(endYear, lastMonth) };
}

function readList(list: string, monthsPerStep: number, context: TimingContext): DateWindow[] | null {
  const windows = readSteps(list, context).map((step) => toWindow(step, monthsPerStep));
  return windows.includes(null) || windows.length === 0 ? null : joinTouching(windows as DateWindow[]);
}

/** đầu / giữa / cuối: days 1-10, 11-20 and the rest of a month; the first, second and last month of a quarter. About, never exact. */
function partOf(window: DateWindow, part: string, kind: 'month' | 'quarter'): DateWindow {
  const { start, end } = window as { start: IsoDate; end: IsoDate };
  if (kind === 'month') {
    if (part === 'đầu') return { start, end: addDays(start, 9), approx: true };
    if (part === 'giữa') return { start: addDays(start, 10), end: addDays(start, 19), approx: true };
    return { start: addDays(start, 20), end, approx: true };
  }
  const months = reportingPeriods({ start, end }, 'month');
  const month = part === 'đầu' ? months[0] : part === 'giữa' ? months[1] : months.at(-1);
  return month ? { start: month.start, end: month.end, approx: true } : window;
}

/** "Quý II" in a column of terms is the last day of the quarter; several quarters stay a window. */
function isOneQuarter({ start, end }: DateWindow): boolean {
  return start !== null && end !== null && reportingPeriods({ start, end }, 'quarter').length === 1;
}

const beginning = '(?:khởi công|bắt đầu|triển khai|khởi động)(?: từ| trong| vào)?';
const ending = '(?:hoàn thành|kết thúc|xong|hoàn tất)(?: trong| vào)?';
const oneStep = (suffix: string) =>
  `(?<kind${suffix}>quý|tháng) (?<list${suffix}>(?:iv|iii|ii|i|\\d{1,2})(?![\\p{L}\\d])(?:(?:/| năm )\\d{4})?)`;

/** "khởi công trong quý I, hoàn thành quý IV/2026": one window, and its last day as the term. */
const fromStartToEnd: Recogniser = {
  pattern: new RegExp(`${beginning} ${oneStep('1')}[,;]? (?:và )?${ending} ${oneStep('2')}`, 'gu'),
  read: ({ groups = {} }, context) => {
    const step = (kind: string | undefined, list: string | undefined, year: number | null) =>
      readList(list ?? '', kind === 'quý' ? 3 : 1, { ...context, year })?.[0];
    const last = step(groups['kind2'], groups['list2'], context.year);
    const first = step(groups['kind1'], groups['list1'], last?.end ? Number(last.end.slice(0, 4)) : context.year);
    if (!first?.start || !last?.end || first.start > last.end) return null;
    return {
      windows: [{ start: first.start, end: last.end }],
      deadline: { date: last.end, inclusive: true, lastDay: last.end },
    };
  },
};

/** Quarters and months: lists, ranges, parts of them. */
export const monthRecognisers: Recogniser[] = [
  fromStartToEnd,
  {
    pattern: new RegExp(
      `(?<part>đầu|giữa|cuối)? ?(?:các )?quý (?<list>${quarterNumber}(?:${joiner}(?:quý )?${quarterNumber})*)`,
      'gu',
    ),
    read: (match, context) => {
      const list = match.groups?.['list'] ?? '';
      const windows = readList(list.replaceAll('quý ', ''), 3, context);
      const only = windows?.[0];
      if (!windows || !only) return null;
      const part = match.groups?.['part'];
      if (part && windows.length === 1) return { windows: [partOf(only, part, 'quarter')] };
      if (context.column === 'deadline' && only.end && isOneQuarter(only) && windows.length === 1)
        return { deadline: { date: only.end, inclusive: true, lastDay: only.end } };
      const quarters = windows.flatMap((window) =>
        reportingPeriods(window as { start: IsoDate; end: IsoDate }, 'quarter'),
      );
      return { windows, periods: quarters.length > 1 ? quarters.map((quarter) => quarter.label) : [] };
    },
  },
  {
    pattern: /tuần (?:thứ )?(?<week>[1-5]) tháng (?<list>\d{1,2}(?:[/.]\d{4})?)/gu,
    read: (match, context) => {
      const month = readList(match.groups?.['list'] ?? '', 1, context)?.[0];
      if (!month?.start || !month.end) return null;
      const start = addDays(month.start, (Number(match.groups?.['week']) - 1) * 7);
      const end = addDays(start, 6);
      return { windows: [{ start, end: end > month.end ? month.end : end, approx: true }] };
    },
  },
  {
    pattern: new RegExp(`(?<months>\\d{1,2}) tháng (?<side>đầu|cuối)? ?năm${ofYear}`, 'gu'),
    read: (match, context) => {
      const year = match[3] ? Number(match[3]) : context.year;
      const months = Number(match.groups?.['months']);
      const side = match.groups?.['side'];
      if (year === null || months < 1 || months > 12 || (!side && !match[3])) return null;
      return side === 'cuối'
        ? { windows: [{ start: firstDayOfMonth(year, 13 - months), end: `${year}-12-31` }] }
        : { windows: [{ start: `${year}-01-01`, end: lastDayOfMonth(year, months) }] };
    },
  },
  {
    pattern: new RegExp(`(?:các|những) tháng cuối năm${ofYear}`, 'gu'),
    read: (match, context) => {
      const year = match[1] ? Number(match[1]) : context.year;
      return year === null ? null : { windows: [{ start: `${year}-10-01`, end: `${year}-12-31`, approx: true }] };
    },
  },
  {
    pattern: /từ (?:đầu )?tháng (?<list>\d{1,2}(?:[/.]\d{4}| năm \d{4})?)(?! ?(?:-|đến|,|tới|\d))/gu,
    read: (match, context) => {
      const start = readList(match.groups?.['list'] ?? '', 1, context)?.[0]?.start;
      return start ? { windows: [{ start, end: null }] } : null;
    },
  },
  {
    pattern: new RegExp(
      `(?<part>đầu|giữa|cuối)? ?(?<![\\d\\p{L}])(?:các )?(?:tháng |t)(?<list>${monthNumber}(?:${joiner}(?:tháng )?${monthNumber})*)(?!\\d)`,
      'gu',
    ),
    read: (match, context) => {
      const windows = readList((match.groups?.['list'] ?? '').replaceAll('tháng ', ''), 1, context);
      const only = windows?.[0];
      const part = match.groups?.['part'];
      if (!windows || !only) return null;
      if (context.column === 'deadline' && windows.length === 1 && only.end && !part) {
        return { deadline: { date: only.end, inclusive: true, lastDay: only.end } };
      }
      return { windows: part && windows.length === 1 ? [partOf(only, part, 'month')] : windows };
    },
  },
  {
    pattern: /(?<![\d/.-])(?<month>\d{1,2})\/(?<year>\d{4})(?![/.-]?\d)/gu,
    read: (match, context) => {
      const window = readList(match[0], 1, context)?.[0];
      if (!window?.end) return null;
      if (context.column === 'time') return { windows: [window] };
      return { deadline: { date: window.end, inclusive: true, lastDay: window.end } };
    },
  },
];
