import { isDeepStrictEqual } from 'node:util';

import { readTiming } from '@phancong/calendar';
import type { TimingReading } from '@phancong/calendar';
import type { Recurrence, Timing } from '@phancong/contracts';

import type { Piece } from '../grid/table-rows.js';
import type { FoundTarget } from './read-targets.js';

const frequencyOfPeriod: Record<string, Recurrence['freq']> = {
  tuần: 'WEEKLY',
  tháng: 'MONTHLY',
  quý: 'QUARTERLY',
  năm: 'YEARLY',
};

/** Words in a title that say when: request, event, or "định kỳ" without a period, which fixes nothing by itself. */
const timeInTitle = /(?:định kỳ(?:,| và| hoặc) )?(?:đột xuất|theo yêu cầu|khi (?:có|cần) [^,.;]+|nếu có)/iu;

function toRecurrences(reading: TimingReading): Recurrence[] {
  return reading.recurrence.flatMap((recurrence): Recurrence[] => {
    if (recurrence.freq === 'CONTINUOUS' || recurrence.freq === 'UNSPECIFIED') return [];
    const { dueDay, dueInclusive } = recurrence;
    return [
      {
        freq: recurrence.freq,
        interval: recurrence.interval,
        ...(recurrence.count ? { count: recurrence.count } : {}),
        ...(recurrence.per ? { per: recurrence.per } : {}),
        ...(typeof dueDay === 'number' ? { dueDay } : {}),
        ...(typeof dueInclusive === 'boolean' ? { dueInclusive } : {}),
      },
    ];
  });
}

/** A window open at one side is closed by the plan's year; without a year nothing is filled in. */
function toWindows(reading: TimingReading, year: number | null): Timing['windows'] {
  return reading.windows.flatMap(({ start, end, approx }) => {
    if (start === null && reading.deadline) return [];
    const from = start ?? (year === null ? null : `${year}-01-01`);
    const to = end ?? (year === null || (from !== null && from > `${year}-12-31`) ? null : `${year}-12-31`);
    return from && to ? [{ start: from, end: to, ...(approx ? { approx } : {}) }] : [];
  });
}

/** The timing that words alone give, in the shape that crosses package borders. */
export function toTiming(text: string, year: number | null, column: 'time' | 'deadline'): Timing {
  const reading = readTiming(text, { year, column });
  return {
    text: text === '' ? null : text,
    inheritedFrom: null,
    windows: toWindows(reading, year),
    recurrence: toRecurrences(reading),
    deadline: reading.deadline,
    asNeeded: reading.asNeeded,
    ...(reading.periods.length > 0 ? { periods: reading.periods } : {}),
  };
}

/** Words that the time of the row says already are not said a second time. */
function sayAlso(timing: Timing, words: string): void {
  if (timing.text?.toLowerCase().includes(words.toLowerCase())) return;
  timing.text = [timing.text, words].filter(Boolean).join('; ');
}

/**
 * A frequency that the work text demands of the doer himself ("tối thiểu 02 lượt/tuần") is part of the timing; one with a
 * denominator ("10-12 cuộc/tỉnh/năm") is a quota and never a date.
 */
export function addFrequencies(
  timing: Timing,
  targets: readonly (FoundTarget & { piece: Piece })[],
  sayWords: boolean,
): void {
  for (const { target, piece, start, end, perStated, periodStated } of targets) {
    const freq = frequencyOfPeriod[target.period ?? ''];
    if (!freq || perStated || !periodStated || target.unit.startsWith('%')) continue;
    const asked: Recurrence = { freq, interval: 1, count: { min: target.min, max: target.max } };
    if (!timing.recurrence.some((known) => isDeepStrictEqual(known, asked))) timing.recurrence.push(asked);
    if (sayWords) sayAlso(timing, piece.text.slice(start, end).replaceAll('\n', ' '));
  }
}

/** "Cung cấp thông tin định kỳ, đột xuất": the title says that the doer also acts when asked. */
export function addWordsOfTitle(timing: Timing, title: string): void {
  const words = timeInTitle.exec(title)?.[0];
  if (!words) return;
  timing.asNeeded ||= readTiming(words, { year: null }).asNeeded;
  sayAlso(timing, words);
}
