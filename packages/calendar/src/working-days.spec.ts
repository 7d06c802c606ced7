import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, compareDates, daysBetween, isIsoDate, lastDayOfMonth, weekdayOf } from './dates.js';
import { reportingPeriods } from './reporting-periods.js';
import { addWorkingDays, firstWorkingDayOnOrAfter, isWorkingDay, lastWorkingDayOnOrBefore } from './working-days.js';

const knownDay = fc
  .integer({ min: 0, max: daysBetween('2021-01-01', '2026-12-31') })
  .map((days) => addDays('2021-01-01', days));

const workingDaysOf = (year: number) => {
  let count = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};

describe('The working calendar of Vietnam', () => {
  it.each([
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 250],
  ])('has in %i %i working days', (year, count) => {
    expect(workingDaysOf(year)).toBe(count);
  });

  it.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
    'works on Saturday %s in exchange for a day off',
    (day) => {
      expect(weekdayOf(day)).toBe(6);
      expect(isWorkingDay(day)).toBe(true);
    },
  );

  it.each(['2024-04-29', '2025-05-02', '2025-09-02', '2026-08-31', '2025-01-29'])('rests on %s', (day) => {
    expect(isWorkingDay(day)).toBe(false);
  });

  it('finds Friday 13 January 2023 as the last working day before the excluded 15th', () => {
    expect(lastWorkingDayOnOrBefore('2023-01-14')).toBe('2023-01-13');
  });

  it('counts terms in working days without the day of the event', () => {
    expect(addWorkingDays('2025-04-29', 1)).toBe('2025-05-05');
    expect(firstWorkingDayOnOrAfter('2025-05-01')).toBe('2025-05-05');
  });

  it('comes back to the same working day over any number of them', () => {
    fc.assert(
      fc.property(knownDay.filter(isWorkingDay), fc.integer({ min: 0, max: 60 }), (day, count) => {
        expect(addWorkingDays(addWorkingDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('never moves the last working day forward, nor onto a day off', () => {
    fc.assert(
      fc.property(knownDay, (day) => {
        const last = lastWorkingDayOnOrBefore(day);
        expect(compareDates(last, day)).toBeLessThanOrEqual(0);
        expect(isWorkingDay(last)).toBe(true);
        expect(daysBetween(last, day)).toBeLessThan(12);
      }),
    );
  });
});

describe('Dates as days', () => {
  it('adds and takes away the same days', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(isIsoDate(addDays(day, days))).toBe(true);
      }),
    );
  });

  it('knows no 30 February and the leap day of 2024', () => {
    expect(isIsoDate('2025-02-30')).toBe(false);
    expect(isIsoDate('2025-2-3')).toBe(false);
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDayOfMonth(2025, 12)).toBe('2025-12-31');
  });
});

describe('Reporting periods', () => {
  it('gives "Quý I-IV" of 2025 its four quarters', () => {
    expect(reportingPeriods({ start: '2025-01-01', end: '2025-12-31' }, 'quarter')).toEqual([
      { label: '2025-Q1', start: '2025-01-01', end: '2025-03-31' },
      { label: '2025-Q2', start: '2025-04-01', end: '2025-06-30' },
      { label: '2025-Q3', start: '2025-07-01', end: '2025-09-30' },
      { label: '2025-Q4', start: '2025-10-01', end: '2025-12-31' },
    ]);
  });

  it('cuts a window of any length into periods that join without gap or overlap', () => {
    const kinds = fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const);
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 0, max: 1500 }), kinds, (start, days, kind) => {
        const window = { start, end: addDays(start, days) };
        const periods = reportingPeriods(window, kind);
        expect(periods[0]?.start).toBe(window.start);
        expect(periods.at(-1)?.end).toBe(window.end);
        expect(periods.slice(1).map((period) => period.start)).toEqual(
          periods.slice(0, -1).map((period) => addDays(period.end, 1)),
        );
      }),
    );
  });
});
