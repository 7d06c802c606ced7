import { addDays } from '../dates.js';
import type { IsoDate } from '../dates.js';
import { fromLunar } from '../lunar.js';
import type { Finding, Recogniser, TimingContext } from './timing-types.js';

const stems = ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý'];
const branches = ['tý', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi'];
const named = `(?:${stems.join('|')}) (?:${branches.join('|')}|tí)`;
const monthNames: Record<string, number> = {
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  chạp: 12,
};
const monthWord = `(?:giêng|chạp|mười một|mười|hai|ba|tư|năm|sáu|bảy|tám|chín|\\d{1,2})`;
const isLunar = '(?: \\(?(?:âm lịch|âl)\\)?)';
const ofYear = (suffix: string) => `(?: ?(?:năm )?(?:(?<named${suffix}>${named})|(?<year${suffix}>20\\d{2})))?`;

/** 2024 is giáp thìn; the names come round every sixty years, and the one nearest to the plan is meant. */
function yearOfName(name: string, near: number): number | null {
  const [stem = '', branch = ''] = name.split(' ');
  const [s, b] = [stems.indexOf(stem), branches.indexOf(branch)];
  if (s < 0 || b < 0) return null;
  for (let step = 0; step <= 30; step += 1)
    for (const year of [near - step, near + step])
      if ((((year - 4) % 10) + 10) % 10 === s && (((year - 4) % 12) + 12) % 12 === b) return year;
  return null;
}

/**
 * A lunar day in the year of a plan: the one that falls into it. Days of the last month mostly fall into the January or February after their
 * own year, so that of "tháng Chạp" in a plan of 2025 the one before Tết 2025 is meant. A year that is named is believed.
 */
function dayOf(month: number, day: number, stated: number | null, context: TimingContext): IsoDate | null {
  const of = (year: number) => fromLunar({ year, month, day, leap: false });
  if (stated !== null) return of(stated);
  if (context.year === null) return null;
  const inYear = [context.year - 1, context.year].map(of).find((date) => date?.startsWith(String(context.year)));
  return inYear ?? null;
}

/** Where nothing else is known, the named year nearest to the first one that plans were read of. */
const yearOfProduct = 2025;

function statedYear(match: RegExpExecArray, suffix: string, context: TimingContext): number | null | undefined {
  const { [`named${suffix}`]: name, [`year${suffix}`]: year } = match.groups ?? {};
  if (year) return Number(year);
  if (!name) return null;
  return yearOfName(name.replace('tí', 'tý'), context.year ?? yearOfProduct) ?? undefined;
}

/** "10/3 âm lịch", "15 tháng 7 âm lịch", "rằm tháng Giêng", "29 tháng Chạp", "4 Tết Bính Ngọ"; mùng has been taken off before. */
const lunarDay = (suffix: string) =>
  `(?:(?:ngày )?(?:(?<tet${suffix}>\\d{1,2}) tết(?: nguyên đán)?|(?<full${suffix}>rằm) tháng (?<fullMonth${suffix}>${monthWord})(?:${isLunar})?` +
  `|(?<chap${suffix}>\\d{1,2}) tháng (?<lastMonth${suffix}>chạp|giêng)(?:${isLunar})?` +
  `|(?<d${suffix}>\\d{1,2})(?:\\/| tháng )(?<m${suffix}>\\d{1,2})${isLunar})${ofYear(suffix)})`;

function readDay(match: RegExpExecArray, suffix: string, context: TimingContext): IsoDate | null {
  const groups = match.groups ?? {};
  const stated = statedYear(match, suffix, context);
  if (stated === undefined) return null;
  const at = (name: string) => groups[`${name}${suffix}`];
  if (at('tet')) return dayOf(1, Number(at('tet')), stated, context);
  const monthOf = (word: string | undefined) => monthNames[word ?? ''] ?? Number(word);
  if (at('full')) return dayOf(monthOf(at('fullMonth')), 15, stated, context);
  if (at('chap')) return dayOf(monthOf(at('lastMonth')), Number(at('chap')), stated, context);
  return dayOf(Number(at('m')), Number(at('d')), stated, context);
}

const window = (start: IsoDate | null, end = start, approx = false): Finding | null =>
  start && end && start <= end ? { windows: [{ start, end, ...(approx ? { approx: true as const } : {}) }] } : null;

function before(day: IsoDate | null): Finding | null {
  return day === null ? null : { deadline: { date: day, inclusive: false, lastDay: addDays(day, -1) } };
}

/** Feasts of the lunar year, each on its day. */
const feasts: readonly { name: string; month: number; day: number }[] = [
  { name: 'giỗ tổ hùng vương(?: \\(10/0?3(?: âm lịch)?\\))?', month: 3, day: 10 },
  { name: '(?:đại )?lễ phật đản|lễ phật đản|phật đản', month: 4, day: 15 },
  { name: 'tết đoan ngọ', month: 5, day: 5 },
  { name: '(?:lễ )?vu lan', month: 7, day: 15 },
  { name: 'tết trung thu|trung thu', month: 8, day: 15 },
  { name: 'tết nguyên tiêu', month: 1, day: 15 },
];

const newYear = `tết nguyên đán${ofYear('1')}(?! \\(?\\d)`;

/** Around the New Year: from two days before its first day to the fourth after, as the days off mostly lie. */
function aroundNewYear(match: RegExpExecArray, context: TimingContext): Finding | null {
  const first = readNewYear(match, context);
  return first === null ? null : window(addDays(first, -2), addDays(first, 4), true);
}

function readNewYear(match: RegExpExecArray, context: TimingContext): IsoDate | null {
  const stated = statedYear(match, '1', context);
  return stated === undefined ? null : dayOf(1, 1, stated, context);
}

/** Days of the lunar calendar and its feasts (the calendar itself: lunar.ts). */
export const lunarRecognisers: Recogniser[] = [
  {
    pattern: new RegExp(`từ ${lunarDay('1')} (?:đến|tới)(?: hết)? ${lunarDay('2')}`, 'gu'),
    read: (match, context) => window(readDay(match, '1', context), readDay(match, '2', context)),
  },
  {
    // "4 đến 6 Tết Bính Ngọ": the month is said once.
    pattern: new RegExp(`(?:từ )?(?:ngày )?(?<from>\\d{1,2})(?: ?- ?| đến | tới )${lunarDay('1')}`, 'gu'),
    read: (match, context) => {
      const end = readDay(match, '1', context);
      const { from, tet1, chap1, d1 } = match.groups ?? {};
      const days = Number(tet1 ?? chap1 ?? d1) - Number(from);
      return end === null || !(days >= 0) ? null : window(addDays(end, -days), end);
    },
  },
  {
    pattern: new RegExp(`trước ${lunarDay('1')}`, 'gu'),
    read: (match, context) => before(readDay(match, '1', context)),
  },
  {
    pattern: new RegExp(lunarDay('1'), 'gu'),
    read: (match, context) => window(readDay(match, '1', context)),
  },
  {
    pattern: new RegExp(`trước ${newYear}`, 'gu'),
    read: (match, context) => before(readNewYear(match, context)),
  },
  {
    pattern: new RegExp(`(?<=dịp(?: đón)? |trong |nhân )${newYear}`, 'gu'),
    read: aroundNewYear,
  },
  ...feasts.map(({ name, month, day }): Recogniser => ({
    pattern: new RegExp(`(?<=dịp |nhân |trong |ngày |trước |^)(?:${name})`, 'gu'),
    read: (match, context) => {
      const date = dayOf(month, day, null, context);
      return match.input.slice(0, match.index).endsWith('trước ') ? before(date) : window(date);
    },
  })),
];
