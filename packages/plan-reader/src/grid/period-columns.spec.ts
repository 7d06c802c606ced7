import { describe, expect, it } from '@jest/globals';

import { findPeriods, readPeriod, wordPeriods } from './period-columns.js';

describe('A schedule drawn with marks', () => {
  it.each([
    ['Quý II', { kind: 'quarter', number: 2 }],
    ['Thời gian thực hiện Quý IV', { kind: 'quarter', number: 4 }],
    ['T5', { kind: 'month', number: 5 }],
    ['Tháng 12', { kind: 'month', number: 12 }],
    ['Lộ trình 2027', { kind: 'year', number: 2027 }],
    ['Chỉ tiêu', null],
    ['Tiến độ', null],
  ])('reads the column "%s"', (header, period) => {
    expect(readPeriod(header)).toEqual(period);
  });

  it('takes figures below quarters for targets and not for times', () => {
    expect(findPeriods(['Quý I', 'Quý II'], [['100', '120']])).toEqual([null, null]);
    expect(findPeriods(['Quý I', 'Quý II'], [['x', '']])).not.toContain(null);
  });

  it('says marks side by side as one run', () => {
    const quarter = (number: number) => ({ kind: 'quarter' as const, number });
    expect(wordPeriods([quarter(1), quarter(2), quarter(4)])).toBe('quý I - II; quý IV');
    expect(
      wordPeriods([
        { kind: 'year', number: 2026 },
        { kind: 'year', number: 2027 },
      ]),
    ).toBe('giai đoạn 2026 - 2027');
  });
});
