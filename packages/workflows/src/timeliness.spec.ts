import { describe, expect, it } from '@jest/globals';

import { countsOnTimeRate, timelinessOf } from './timeliness.js';

const due = '2025-05-20';

describe('Whether work is in time', () => {
  it.each([
    ['done on the very day', 'done', due, '2025-05-20', '2025-06-30', 'doneOnTime'],
    ['done a day late', 'done', due, '2025-05-21', '2025-06-30', 'doneLate'],
    ['done without a term', 'done', null, '2025-05-21', '2025-06-30', 'doneOnTime'],
    ['open on the last day', 'open', due, null, '2025-05-20', 'openDueSoon'],
    ['open seven days before', 'open', due, null, '2025-05-13', 'openDueSoon'],
    ['open eight days before', 'open', due, null, '2025-05-12', 'openInTime'],
    ['open a day after', 'open', due, null, '2025-05-21', 'openOverdue'],
    ['open without a term', 'open', null, null, '2025-05-21', 'openInTime'],
    ['cancelled long after its term', 'cancelled', due, null, '2025-12-31', 'cancelled'],
  ] as const)('%s', (_, phase, dueOn, doneOn, today, expected) => {
    expect(timelinessOf({ phase, standing: false, dueOn, doneOn }, today)).toBe(expected);
  });

  it('is not asked of a standing duty', () => {
    expect(timelinessOf({ phase: 'open', standing: true, dueOn: due, doneOn: null }, '2025-12-31')).toBe('standing');
  });
});

describe('The on-time rate', () => {
  const counts = { total: 0, doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0, standing: 0, cancelled: 0 };

  it.each([
    [{ doneOnTime: 2, openOverdue: 1 }, '66.66'],
    [{ doneOnTime: 1, doneLate: 1 }, '100.00'],
    [{ openOverdue: 3 }, '0.00'],
    [{ doneOnTime: 199, openOverdue: 1, standing: 50, cancelled: 9, openInTime: 40 }, '99.50'],
    [{ doneOnTime: 99_999, openOverdue: 1 }, '99.99'],
    [{ openInTime: 12, standing: 3 }, null],
  ])('of %j is %s: truncated, standing duties outside', (given, rate) => {
    expect(countsOnTimeRate({ ...counts, ...given })).toBe(rate);
  });
});
