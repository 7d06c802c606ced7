import { addDays } from '../dates.js';
import { dayRecognisers } from './day-expressions.js';
import { dueInPeriodRecognisers } from './due-in-period-expressions.js';
import { eventRecognisers } from './event-expressions.js';
import { frequencyRecognisers } from './frequency-expressions.js';
import { lunarRecognisers } from './lunar-expressions.js';
import { monthRecognisers } from './month-expressions.js';
import { normaliseTimingText } from './normalise-timing-text.js';
import { relativeRecognisers } from './relative-expressions.js';
import type { Finding, Recogniser, TimingContext, TimingReading } from './timing-types.js';
import { yearRecognisers } from './year-expressions.js';

/** Words of event, request or discretion: the doer decides when. "thường xuyên" and a bare "kịp thời" are not among them. */
const asNeededRecogniser: Recogniser = {
  pattern:
    /đột xuất|(?:theo|khi có) (?:yêu cầu|đề nghị|chỉ đạo)|nếu có|theo nhu cầu|(?:theo|căn cứ|tùy(?: theo)?|tuỳ(?: theo)?) tình hình(?: thực tế)?|theo thực tế|khi (?:có|cần|phát sinh|phát hiện)|(?:tại|theo) từng thời điểm|(?:vào )?(?:thời gian|thời điểm) phù hợp|theo kế hoạch riêng|^theo (?:kế hoạch|quyết định|công văn|lịch|tiến độ|thông báo|hướng dẫn|vụ việc|từng)(?![\p{L}])(?:(?! (?:tháng|quý|năm|tuần)|\d)[^;])*$/gu,
  read: () => ({ asNeeded: true }),
};

/** The most particular first: what one recogniser has read, the next ones do not see. */
const recognisers: readonly Recogniser[] = [
  ...relativeRecognisers,
  asNeededRecogniser,
  ...dueInPeriodRecognisers,
  ...eventRecognisers,
  ...lunarRecognisers,
  ...frequencyRecognisers,
  ...dayRecognisers,
  ...yearRecognisers.slice(0, -2),
  ...monthRecognisers,
  ...yearRecognisers.slice(-2),
];

/** Longer text is no expression of time; the bound keeps the reading of any input short. */
const mostCharacters = 2000;

type FoundExpression = { index: number; words: string; finding: Finding };

function findAll(text: string, context: TimingContext): FoundExpression[] {
  if (text === '') return [];
  const found: FoundExpression[] = [];
  let rest = text;
  for (const { pattern, read } of recognisers) {
    for (const match of rest.matchAll(pattern)) {
      const finding = read(match, context);
      if (!finding) continue;
      found.push({ index: match.index, words: match[0].trim(), finding });
      rest = rest.slice(0, match.index) + '\u0001'.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** "tháng 7, quý III và 6 tháng cuối năm 2025": the one year that the text names serves all its parts. */
function findOnlyYear(text: string): number | null {
  const years = new Set(text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}

/** "từ tháng 9/2025 và hoàn thành trước ngày 15/10/2025": an open start and a deadline close one window. */
function closeOpenWindow(reading: TimingReading): void {
  const [open] = reading.windows;
  if (reading.windows.length !== 1 || !open?.start || open.end || !reading.deadline || 'relative' in reading.deadline)
    return;
  open.end = reading.deadline.lastDay;
}

/** "- Tháng 7; - Tháng 8, 9" lists times of several things, which stay apart. */
const isList = /(?:^|[;,.]) ?[-+•] /u;

/** "Quý II; quý III": windows that touch are one window. Those that are only about stay as they are said. */
function joinNeighbours(windows: TimingReading['windows']): TimingReading['windows'] {
  const joined: TimingReading['windows'] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last?.end && window.start && !last.approx && !window.approx && addDays(last.end, 1) === window.start)
      last.end = window.end;
    else joined.push({ ...window });
  }
  return joined;
}

/**
 * Reads Vietnamese words about time as plans write them: windows, reporting periods, deadline, recurrence, as-needed.
 * `year` fills in where the text has none (null: such words stay unread). "trước ngày D" excludes D; a quarter is a calendar
 * quarter; "Quý I-IV" is one window with four periods; vague words never become a date. Pure; unknown words are passed over,
 * and so is what stands beyond 2,000 characters.
 */
export function readTiming(
  text: string,
  options: { year: number | null; column?: 'time' | 'deadline' },
): TimingReading {
  const words = normaliseTimingText(text.slice(0, mostCharacters));
  const context: TimingContext = { year: options.year ?? findOnlyYear(words), column: options.column ?? 'time' };
  const findings = findAll(words, context).map(({ finding }) => finding);
  const reading: TimingReading = {
    windows: findings.flatMap((finding) => finding.windows ?? []),
    periods: findings.flatMap((finding) => finding.periods ?? []),
    deadline: findings.findLast((finding) => finding.deadline)?.deadline ?? null,
    recurrence: findings.flatMap((finding) => finding.recurrence ?? []),
    asNeeded: findings.some((finding) => finding.asNeeded),
  };
  if (!isList.test(words)) reading.windows = joinNeighbours(reading.windows);
  closeOpenWindow(reading);
  return reading;
}

/**
 * The expressions of time in running text, each by itself and with its words (normalised as for reading), in their order. What a
 * sentence says besides is passed over, so that the caller can judge each expression by what stands around it.
 */
export function findTimeExpressions(
  text: string,
  options: { year: number | null },
): { words: string; finding: Partial<TimingReading> }[] {
  const words = normaliseTimingText(text.slice(0, mostCharacters));
  return findAll(words, { year: options.year ?? findOnlyYear(words), column: 'time' });
}
