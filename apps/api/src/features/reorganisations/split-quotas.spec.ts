import { describe, expect, it } from '@jest/globals';
import type { Target } from '@phancong/contracts';
import fc from 'fast-check';

import { cutAmount, isNothing, splitTargets } from './split-quotas.js';

const target = (min: number | null, max: number | null, unit = 'cuộc'): Target => ({
  metric: 'Hội nghị',
  min,
  max,
  unit,
  per: 'tỉnh',
  period: 'năm',
});
const shares = (...numbers: number[]) => numbers.map((number, place) => ({ toUnitId: `unit-${place}`, number }));
const rangesOf = (targets: readonly Target[], ...numbers: number[]) =>
  splitTargets(targets, shares(...numbers)).map((part) => part.targets.map(({ min, max }) => [min, max]));

describe('the quota of a unit that is split', () => {
  it('is shared equally, the rest going to whom is named first', () => {
    expect(rangesOf([target(10, 12)], 1, 1)).toEqual([[[5, 6]], [[5, 6]]]);
    expect(rangesOf([target(11, 12)], 1, 1)).toEqual([[[6, 7]], [[5, 5]]]);
  });

  it('is shared by the numbers that a person typed', () => {
    expect(rangesOf([target(12, 12)], 7, 5)).toEqual([[[7, 7]], [[5, 5]]]);
    expect(rangesOf([target(10, null)], 300_000, 100_000)).toEqual([[[8, null]], [[2, null]]]);
  });

  it('keeps a rate for each: hundred per cent of the pupils is that in both', () => {
    expect(rangesOf([target(100, null, '%')], 1, 3)).toEqual([[[100, null]], [[100, null]]]);
  });

  it('may leave nothing to a successor', () => {
    const [, second] = splitTargets([target(1, 1)], shares(1, 1));
    expect(second?.targets.every(isNothing)).toBe(true);
    expect(isNothing(target(null, null))).toBe(false);
    expect(isNothing(target(0, 3))).toBe(false);
  });

  it('always adds up to what it was, and no part owes more at least than at most', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 }).chain((n) => fc.constantFrom(n, n / 10, n / 100));
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 8 })
      .filter((numbers) => numbers.some((number) => number > 0));
    fc.assert(
      fc.property(amount, amount, weights, (one, other, numbers) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const parts = splitTargets([target(min, max)], shares(...numbers)).map((part) => part.targets[0]!);
        const sum = (of: (part: Target) => number | null) => parts.reduce((all, part) => all + (of(part) ?? 0), 0);
        expect(sum((part) => part.min)).toBeCloseTo(min, 6);
        expect(sum((part) => part.max)).toBeCloseTo(max, 6);
        for (const part of parts) expect(part.min! <= part.max!).toBe(true);
        expect(cutAmount(min, numbers).every((part) => part >= 0)).toBe(true);
      }),
    );
  });
});
