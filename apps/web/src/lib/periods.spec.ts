import { describe, expect, it } from '@jest/globals';

import { formatPeriod } from './periods.js';

describe('Reporting periods as the office writes them', () => {
  it.each([
    ['2025-Q2', 'vi', 'Quý II/2025'],
    ['2025-03', 'vi', 'Tháng 3/2025'],
    ['2025-H1', 'vi', '6 tháng đầu năm 2025'],
    ['05/2025', 'vi', 'Tháng 5/2025'],
    ['08-10/2025', 'vi', 'Tháng 8-10/2025'],
    ['2025', 'vi', 'Năm 2025'],
    ['2025-Q4', 'en', 'Quarter IV/2025'],
    ['Đợt cao điểm Tết', 'vi', 'Đợt cao điểm Tết'],
  ] as const)('writes %s in %s as %s', (label, language, written) => {
    expect(formatPeriod(label, language)).toBe(written);
  });
});
