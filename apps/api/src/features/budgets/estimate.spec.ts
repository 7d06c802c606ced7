import { describe, expect, it } from '@jest/globals';
import type { BudgetLine } from '@phancong/contracts';

import { findFaults, sumVnd, transfersOf } from './estimate.js';

const line = (given: Partial<BudgetLine>): BudgetLine => ({
  content: 'Hội nghị truyền thông',
  unitOfMeasure: 'cuộc',
  quantity: 3,
  unitPriceVnd: '15000000',
  amountVnd: '45000000',
  beneficiaryUnitId: 'bac-giang-truoc-2025-07',
  ...given,
});
const anyUnit = () => true;

describe('an estimate', () => {
  it('is right when every amount is quantity × price', () => {
    expect(findFaults([line({})], anyUnit)).toEqual([]);
  });

  it.each([
    ['an amount that is off by one đồng', line({ amountVnd: '45000001' }), 'amountVnd'],
    ['a price of nothing', line({ unitPriceVnd: '0', amountVnd: '0' }), 'unitPriceVnd'],
  ])('is refused for %s', (_, wrong, field) => {
    expect(findFaults([line({}), wrong], anyUnit).map((fault) => fault.path)).toEqual([['lines', 1, field]]);
  });

  it('is refused for a beneficiary that the registry does not know', () => {
    expect(findFaults([line({})], () => false)).toHaveLength(1);
  });

  it('does not lose a đồng above what a floating number holds', () => {
    const huge = line({ quantity: 1, unitPriceVnd: '900719925474099301', amountVnd: '900719925474099301' });
    expect(findFaults([huge], anyUnit)).toEqual([]);
    expect(sumVnd([huge.amountVnd, '2'])).toBe(900719925474099303n);
    expect(findFaults([huge, huge], anyUnit).map((fault) => fault.path)).toEqual([['lines']]);
  });

  it('gives each unit the sum of its lines', () => {
    const lines = [line({}), line({ beneficiaryUnitId: 'ttt', amountVnd: '7' }), line({ amountVnd: '5' })];
    expect(transfersOf(lines)).toEqual([
      { unitId: 'bac-giang-truoc-2025-07', amountVnd: '45000005' },
      { unitId: 'ttt', amountVnd: '7' },
    ]);
  });
});
