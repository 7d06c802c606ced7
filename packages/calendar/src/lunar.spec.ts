import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from './dates.js';
import { officialDays } from './data/official-days.js';
import { fromLunar, toLunar } from './lunar.js';

const newYear = (year: number) => fromLunar({ year, month: 1, day: 1, leap: false });

describe('The Vietnamese lunar calendar', () => {
  it('has the first day of the year as the calendars have it', () => {
    const days =
      '1985-01-21 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02';
    for (const day of days.split(' ')) expect(newYear(Number(day.slice(0, 4)))).toBe(day);
  });

  it('doubles the months that were doubled', () => {
    for (const [year, month] of [
      [2017, 6],
      [2020, 4],
      [2023, 2],
      [2025, 6],
      [2028, 5],
    ] as const) {
      expect(fromLunar({ year, month, day: 1, leap: true })).not.toBeNull();
      const others = Array.from({ length: 12 }, (_, at) => at + 1).filter((other) => other !== month);
      for (const other of others) expect(fromLunar({ year, month: other, day: 1, leap: true })).toBeNull();
    }
    for (const year of [2021, 2022, 2024, 2026])
      for (let month = 1; month <= 12; month += 1) expect(fromLunar({ year, month, day: 1, leap: true })).toBeNull();
  });

  it('gives the holidays of the official table', () => {
    const hung = officialDays.filter(({ name, kind }) => kind === 'statutory' && name.includes('10/3 âm lịch'));
    expect(hung.length).toBeGreaterThan(4);
    for (const { date } of hung)
      expect(fromLunar({ year: Number(date.slice(0, 4)), month: 3, day: 10, leap: false })).toBe(date);
    const first = officialDays.filter(({ name }) => name.includes('(mùng 1)'));
    for (const { date } of first) expect(newYear(Number(date.slice(0, 4)))).toBe(date);
  });

  const anyDay = fc.integer({ min: 0, max: 365 * 100 }).map((days) => addDays('1990-01-01', days));

  it('leads from any day to the lunar one and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const lunar = toLunar(day);
        expect(lunar && fromLunar(lunar)).toBe(day);
      }),
      { numRuns: 300 },
    );
  });

  it('has months of 29 or 30 days that follow each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [today, tomorrow] = [toLunar(day), toLunar(addDays(day, 1))];
        const opensMonth = tomorrow?.day === 1;
        expect(opensMonth ? [29, 30] : [tomorrow && tomorrow.day - 1]).toContain(today?.day);
        expect(tomorrow?.month === today?.month && tomorrow?.leap === today?.leap).toBe(!opensMonth);
      }),
      { numRuns: 300 },
    );
  });

  it('has no thirtieth day in a month of 29, and nothing outside its years', () => {
    expect(fromLunar({ year: 2025, month: 12, day: 30, leap: false })).toBeNull();
    expect(newYear(1900)).toBeNull();
    expect(toLunar('2026-02-30')).toBeNull();
  });
});
