import { addDays, lastDayOfMonth, makeDate } from '../dates.js';
import type { IsoDate } from '../dates.js';
import type { Finding, Recogniser, TimingContext } from './timing-types.js';

/** "15/6/2025", "15.6", "15-6-2025" with or without "ngày"; groups d, m, y carry the given suffix. */
function dayPattern(suffix: string): string {
  return `(?:ngày )?(?<d${suffix}>\\d{1,2})[/.-](?<m${suffix}>\\d{1,2})(?:[/.-](?<y${suffix}>\\d{4}))?(?![/.-]?\\d)`;
}

const weekday = '(?:(?:thứ \\p{L}+|thứ \\d|chủ nhật) )?\\(?';

function readDay(match: RegExpExecArray, suffix: string, year: number | null): IsoDate | null {
  const groups = match.groups ?? {};
  const ofYear = groups[`y${suffix}`] ? Number(groups[`y${suffix}`]) : year;
  return ofYear === null ? null : makeDate(ofYear, Number(groups[`m${suffix}`]), Number(groups[`d${suffix}`]));
}

function yearIn(match: RegExpExecArray, group: string, context: TimingContext): number | null {
  const text = match.groups?.[group];
  return text ? Number(text) : context.year;
}

function endOn(date: IsoDate | null, openWindow: boolean): Finding | null {
  if (date === null) return null;
  return {
    deadline: { date, inclusive: true, lastDay: date },
    ...(openWindow ? { windows: [{ start: null, end: date }] } : {}),
  };
}

function endBefore(date: IsoDate | null): Finding | null {
  return date === null ? null : { deadline: { date, inclusive: false, lastDay: addDays(date, -1) } };
}

const upTo = '(?:đến hết|cho đến hết|đến cuối|đến|hết)';
const atLatest =
  '(?:chậm nhất|muộn nhất|không muộn hơn|không quá|trễ nhất|hạn cuối|hạn chót)(?: là)?(?: vào)?(?: trước)?(?: đến)?(?: hết)?';

/** Ranges, deadlines and single days, written with day and month. Ranges come first: "từ … đến hết …" is no deadline. */
export const dayRecognisers: Recogniser[] = [
  {
    pattern:
      /(?:từ )?(?:đầu )?(?<![\p{L}\d])tháng (?<m1>\d{1,2})(?:[/.](?<y1>\d{4})| năm (?<y2>\d{4}))? (?:cho )?(?:đến|tới)(?: hết| cuối)? tháng (?<m2>\d{1,2})(?:[/.](?<y3>\d{4})| năm (?<y4>\d{4}))?(?![\d,])/gu,
    read: ({ groups = {} }, context) => {
      const endYear = Number(groups['y3'] ?? groups['y4'] ?? context.year ?? groups['y1'] ?? groups['y2']);
      const startYear = Number(groups['y1'] ?? groups['y2'] ?? endYear);
      const [first, last] = [Number(groups['m1']), Number(groups['m2'])];
      const start = makeDate(startYear, first, 1);
      if (start === null || makeDate(endYear, last, 1) === null) return null;
      const end = lastDayOfMonth(endYear, last);
      return start <= end ? { windows: [{ start, end }] } : null;
    },
  },
  {
    pattern: new RegExp(
      `từ ${weekday}${dayPattern('1')}\\)? ?(?:cho )?(?:đến|tới|-)(?: hết)? ${weekday}${dayPattern('2')}\\)?`,
      'gu',
    ),
    read: (match, context) => {
      const end = readDay(match, '2', context.year ?? yearIn(match, 'y1', context));
      const start = readDay(match, '1', yearIn(match, 'y2', context));
      return start && end && start <= end ? { windows: [{ start, end }] } : null;
    },
  },
  {
    pattern: new RegExp(
      `(?:(?:từ )?ngày |(?<![\\d/.,-] ?)(?<!(?:tháng|quý|tuần) ))(?<d1>\\d{1,2}) ?(?:đến|tới|-)(?: hết)? ?${dayPattern('2')}`,
      'gu',
    ),
    read: (match, context) => {
      const end = readDay(match, '2', context.year);
      const start = end && makeDate(Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(match.groups?.['d1']));
      return start && end && start <= end ? { windows: [{ start, end }] } : null;
    },
  },
  {
    pattern: new RegExp(`(?<![\\d/.-])${dayPattern('1')} ?(?:-|đến) ?${dayPattern('2')}`, 'gu'),
    read: (match, context) => {
      const end = readDay(match, '2', context.year ?? yearIn(match, 'y1', context));
      const start = readDay(match, '1', yearIn(match, 'y2', context));
      const isDays = /[/.]\d{1,2}.*[/.]\d{1,2}/u.test(match[0]);
      return isDays && start && end && start <= end ? { windows: [{ start, end }] } : null;
    },
  },
  {
    pattern: new RegExp(`trước (?<h>\\d{1,2})(?:h|:|g| giờ ?)(?<min>\\d{2})?'? ${dayPattern('1')}`, 'gu'),
    read: (match, context) => {
      const date = readDay(match, '1', context.year);
      const time = `${match.groups?.['h']?.padStart(2, '0')}:${match.groups?.['min'] ?? '00'}`;
      return date === null ? null : { deadline: { date, inclusive: false, lastDay: date, time } };
    },
  },
  {
    pattern: new RegExp(`trước ${dayPattern('1')}`, 'gu'),
    read: (match, context) => endBefore(readDay(match, '1', context.year)),
  },
  {
    // "trước mùa mưa (30/4/2026)": what it must be done before, and its day.
    pattern: new RegExp(`trước [\\p{L} ]{2,40} \\(${dayPattern('1')}\\)`, 'gu'),
    read: (match, context) => endOn(readDay(match, '1', context.year), false),
  },
  {
    pattern: /trước tháng (?<m1>\d{1,2})(?:[/.](?<y1>\d{4})| năm (?<y2>\d{4}))?/gu,
    read: (match, context) => {
      const year = match.groups?.['y1'] ?? match.groups?.['y2'] ?? context.year;
      return year === null ? null : endBefore(makeDate(Number(year), Number(match.groups?.['m1']), 1));
    },
  },
  {
    pattern: new RegExp(`${atLatest} ${dayPattern('1')}`, 'gu'),
    read: (match, context) => endOn(readDay(match, '1', context.year), false),
  },
  {
    pattern: new RegExp(`(?:hạn|thời hạn)(?: hoàn thành)?:? ${dayPattern('1')}`, 'gu'),
    read: (match, context) => endOn(readDay(match, '1', context.year), false),
  },
  {
    pattern: new RegExp(`${upTo} ${dayPattern('1')}`, 'gu'),
    read: (match, context) => endOn(readDay(match, '1', context.year), true),
  },
  {
    pattern: new RegExp(
      `(?:${upTo}|(?<latest>${atLatest}))(?: hết)?(?: trong)? tháng (?<m1>\\d{1,2})(?:[/.](?<y1>\\d{4})| năm (?<y2>\\d{4}))?(?![\\d,])`,
      'gu',
    ),
    read: (match, context) => {
      const year = match.groups?.['y1'] ?? match.groups?.['y2'] ?? context.year;
      const month = Number(match.groups?.['m1']);
      if (year === null || makeDate(Number(year), month, 1) === null) return null;
      return endOn(lastDayOfMonth(Number(year), month), match.groups?.['latest'] === undefined);
    },
  },
  {
    pattern: new RegExp(`từ ${weekday}${dayPattern('1')}\\)?`, 'gu'),
    read: (match, context) => {
      const start = readDay(match, '1', context.year);
      return start === null ? null : { windows: [{ start, end: null }] };
    },
  },
  {
    pattern: new RegExp(`sau ${dayPattern('1')}`, 'gu'),
    read: (match, context) => {
      const day = readDay(match, '1', context.year);
      return day === null ? null : { windows: [{ start: addDays(day, 1), end: null }] };
    },
  },
  {
    pattern: new RegExp(`(?<![\\d/.-])(?<!tháng )${dayPattern('1')}(?! ?âm lịch)`, 'gu'),
    read: (match, context) => {
      const day = readDay(match, '1', context.year);
      const isDay = match.groups?.['y1'] !== undefined || /ngày|[/.]/.test(match[0]);
      if (day === null || !isDay) return null;
      if (context.column === 'deadline') return endOn(day, false);
      return { windows: [{ start: day, end: day }] };
    },
  },
];
