import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { secondsUntilRetry, type BackOff } from './back-off.js';

const backOff: BackOff = { firstSeconds: 2, factor: 2, mostSeconds: 600, mostAttempts: 12 };

describe('the wait after a failed delivery', () => {
  it('doubles with each failure, up to a bound', () => {
    const waits = [1, 2, 3, 11].map((failures) => secondsUntilRetry(failures, '17', { ...backOff }));
    for (const [place, plain] of [2, 4, 8, 600].entries()) {
      expect(waits[place]).toBeGreaterThanOrEqual(plain * 0.8);
      expect(waits[place]).toBeLessThanOrEqual(plain * 1.2);
    }
  });

  it('ends with the last attempt: then a person has to look', () => {
    expect(secondsUntilRetry(11, '17', backOff)).toBeDefined();
    expect(secondsUntilRetry(12, '17', backOff)).toBeUndefined();
  });

  it('is the same for the same row and spreads different rows', () => {
    const wait = (row: string) => secondsUntilRetry(5, row, backOff);
    expect(wait('17')).toBe(wait('17'));
    const waits = new Set(Array.from({ length: 200 }, (_, row) => wait(String(row))));
    expect(waits.size).toBeGreaterThan(190);
  });

  it('never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.string(), (failures, row) => {
        const wait = secondsUntilRetry(failures, row, backOff) ?? Number.NaN;
        return wait >= 2 * 0.8 && wait <= 600 * 1.2;
      }),
    );
  });
});
