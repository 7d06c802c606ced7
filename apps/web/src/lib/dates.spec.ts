import { describe, expect, it } from '@jest/globals';

import { formatDayLong, formatInstant, groupOfDue } from './dates.js';

describe('Days as the office writes them', () => {
  it.each([
    ['2025-05-20', 'vi', 'thứ Ba, 20/5/2025'],
    ['2025-06-01', 'vi', 'Chủ nhật, 1/6/2025'],
    ['2025-05-20', 'en', 'Tuesday, 20 May 2025'],
  ] as const)('writes %s in %s as %s', (day, language, written) => {
    expect(formatDayLong(day, language)).toBe(written);
  });

  it('shows a moment on the clock of Việt Nam, past midnight there', () => {
    expect(formatInstant('2025-05-19T17:30:00.000Z', 'vi')).toBe('20/5/2025 00:30');
  });
});

describe('Groups by nearest deadline on Tuesday 20/5/2025', () => {
  it.each([
    ['2025-05-19', { kind: 'overdue' }],
    ['2025-05-20', { kind: 'today' }],
    ['2025-05-25', { kind: 'thisWeek' }],
    ['2025-05-26', { kind: 'nextWeek' }],
    ['2025-06-01', { kind: 'nextWeek' }],
    ['2025-06-02', { kind: 'month', month: 6, year: 2025 }],
    [null, { kind: 'noTerm' }],
  ] as const)('puts a deadline on %s into %o', (dueOn, group) => {
    expect(groupOfDue(dueOn, '2025-05-20')).toEqual(group);
  });
});
