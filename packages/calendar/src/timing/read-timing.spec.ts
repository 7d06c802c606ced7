import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isIsoDate } from '../dates.js';
import { readTiming } from './read-timing.js';
import type { TimingReading } from './timing-types.js';

interface Expression {
  id: string;
  text: string;
  assumedYear: number | null;
  context: string;
  meaning: { windows: unknown[]; periods?: string[]; deadline: unknown; recurrence: unknown[]; asNeeded: boolean };
}

const expressions = JSON.parse(
  readFileSync(join(__dirname, '../../../../fixtures/timing-expressions.json'), 'utf8'),
) as Expression[];

/** What is compared: every window, period, recurrence and deadline; of a relative deadline its term, not the wording of its anchor. */
function comparable(meaning: Omit<TimingReading, 'periods'> | Expression['meaning']) {
  const deadline = meaning.deadline as Record<string, unknown> | null;
  const relative = deadline?.['relative'] as Record<string, unknown> | undefined;
  return {
    windows: meaning.windows,
    recurrence: meaning.recurrence,
    asNeeded: meaning.asNeeded,
    deadline: relative
      ? { offset: relative['offset'], unit: relative['unit'], direction: relative['direction'] }
      : deadline && {
          date: deadline['date'],
          inclusive: deadline['inclusive'],
          lastDay: deadline['lastDay'],
          time: deadline['time'],
        },
  };
}

const read = (expression: Expression) =>
  readTiming(expression.text, {
    year: expression.assumedYear,
    column: expression.context.includes('Thời hạn') ? 'deadline' : 'time',
  });

/**
 * Read wrongly or not at all today: a yearly duty told only by its form (T066), a bare "kịp thời", which the project's own
 * reading rules do not count as discretion (T103).
 */
const knownMisses = ['T066', 'T103'];

describe('Words about time in plans', () => {
  it.each(expressions.filter(({ id }) => !knownMisses.includes(id)).map((e) => [e.id, e.text, e] as const))(
    '%s: "%s" means what a careful official reads',
    (_id, _text, expression) => {
      expect(comparable(read(expression))).toEqual(comparable(expression.meaning));
    },
  );

  it('counts a miss as a miss only as long as it is one', () => {
    const misses = expressions.filter((expression) => {
      return JSON.stringify(comparable(read(expression))) !== JSON.stringify(comparable(expression.meaning));
    });
    expect(misses.map(({ id }) => id)).toEqual(expect.arrayContaining(knownMisses));
    expect((expressions.length - knownMisses.length) / expressions.length).toBeGreaterThan(0.95);
  });

  it('gives four reporting periods to "Quý I-IV" and none to a single quarter', () => {
    expect(readTiming('Quý I-IV', { year: 2025 }).periods).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    expect(readTiming('Quý II', { year: 2025 }).periods).toEqual([]);
  });

  it.each(['Thường xuyên', 'Kịp thời', 'Theo tình hình thực tế', 'Khi có yêu cầu', 'Định kỳ'])(
    'never makes a date of "%s"',
    (text) => {
      expect(readTiming(text, { year: 2025 })).toMatchObject({ windows: [], deadline: null });
    },
  );

  it('leaves dates without a year unread when no year is known', () => {
    expect(readTiming('Tháng 5', { year: null })).toMatchObject({ windows: [], deadline: null });
  });
});

describe('Days of the lunar calendar', () => {
  const windowOf = (text: string, year: number | null) => readTiming(text, { year }).windows;

  it.each([
    ['Rằm tháng Giêng', 2025, '2025-02-12'],
    ['rằm tháng 7 âm lịch', 2024, '2024-08-18'],
    ['dịp Tết Trung thu', 2025, '2025-10-06'],
    ['ngày Giỗ Tổ Hùng Vương', 2026, '2026-04-26'],
    ['mùng 6 Tết Ất Tỵ', 2025, '2025-02-03'],
    ['23 tháng Chạp', 2025, '2025-01-22'],
    ['ngày 08 tháng 4 âm lịch', 2025, '2025-05-05'],
  ] as const)('"%s" of %i is %s', (text, year, day) => {
    expect(windowOf(text, year)).toEqual([{ start: day, end: day }]);
  });

  it('may share their month', () => {
    expect(windowOf('Mùng 4 đến mùng 6 Tết Bính Ngọ', 2026)).toEqual([{ start: '2026-02-20', end: '2026-02-22' }]);
    expect(windowOf('ngày 13-15 tháng Giêng', 2025)).toEqual([{ start: '2025-02-10', end: '2025-02-12' }]);
  });

  it('end before the New Year what must be done before it', () => {
    expect(readTiming('Hoàn thành trước Tết Nguyên đán', { year: 2026 }).deadline).toEqual({
      date: '2026-02-17',
      inclusive: false,
      lastDay: '2026-02-16',
    });
  });

  it('stay unread without a year, and where the month has no such day', () => {
    expect(windowOf('rằm tháng Giêng', null)).toEqual([]);
    expect(windowOf('ngày 31/3 âm lịch', 2025)).toEqual([]);
    expect(windowOf('ngày 10/3', 2025)).toEqual([{ start: '2025-03-10', end: '2025-03-10' }]);
  });
});

describe('Any words at all', () => {
  const word = fc.constantFrom(
    'trước',
    'ngày',
    '31/2',
    '15/6/2025',
    'quý',
    'IV',
    'tháng',
    '13',
    '10-12',
    'hàng',
    'năm',
    '2 lượt/tuần',
    'từ',
    'đến hết',
    ';',
    '-',
    'và',
    '9999',
    'giai đoạn 2022 - 2025',
  );

  it('give windows and deadlines that are real days, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
        const reading = readTiming(words.join(' '), { year: 2025 });
        const lastDay = reading.deadline && 'lastDay' in reading.deadline ? [reading.deadline.lastDay] : [];
        const days = [...reading.windows.flatMap(({ start, end }) => [start, end]), ...lastDay].filter(
          (day) => day !== null,
        );
        expect(days.filter((day) => !isIsoDate(day))).toEqual([]);
        expect(reading.windows.filter(({ start, end }) => start !== null && end !== null && start > end)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
