import { describe, expect, it } from '@jest/globals';

import { allUnits, findUnit, predecessorsOf, registryAsOf } from './registry.js';
import { expandClass } from './unit-classes.js';

const countOf = (asOf: string, kind: string) => registryAsOf(asOf).filter((unit) => unit.kind === kind).length;

describe('The registry of units', () => {
  it.each([
    ['2025-01-15', 21, 63],
    ['2025-02-28', 21, 63],
    ['2025-03-01', 14, 63],
    ['2025-06-30', 14, 63],
    ['2025-07-01', 14, 34],
  ])('has on %s %i central units and %i provincial offices', (asOf, central, provincial) => {
    expect(countOf(asOf, 'centralUnit')).toBe(central);
    expect(countOf(asOf, 'provincialOffice')).toBe(provincial);
    expect(countOf(asOf, 'agency')).toBe(1);
    expect(countOf(asOf, 'leadership')).toBe(1);
  });

  it('gives every unit a key of its own and a parent that exists', () => {
    expect(new Set(allUnits.map((unit) => unit.id)).size).toBe(allUnits.length);
    for (const unit of allUnits) {
      expect(unit.id).toMatch(/^[a-z0-9-]+$/);
      const named = [...(unit.parentId ? [unit.parentId] : []), ...unit.successorIds];
      expect(named.map((key) => findUnit(key)?.id)).toEqual(named);
    }
  });

  it('passes each of the 63 offices to exactly one of the 34', () => {
    const until = registryAsOf('2025-06-30').filter((unit) => unit.kind === 'provincialOffice');
    expect(until.every((unit) => unit.successorIds.length === 1)).toBe(true);
    const since = registryAsOf('2025-07-01').filter((unit) => unit.kind === 'provincialOffice');
    expect(since.reduce((sum, unit) => sum + predecessorsOf(unit.id).length, 0)).toBe(63);
  });

  it('keeps Bắc Giang and Bắc Ninh apart although code 24 passed from one to the other', () => {
    expect(findUnit('bac-giang-truoc-2025-07')?.code).toBe('24');
    expect(findUnit('bac-ninh-tu-2025-07')?.code).toBe('24');
    expect(predecessorsOf('bac-ninh-tu-2025-07').map((unit) => unit.shortName)).toEqual([
      'BHXH tỉnh Bắc Giang',
      'BHXH tỉnh Bắc Ninh',
    ]);
  });

  it('expands "BHXH tỉnh" on the day asked, and nobody for a class below the registry', () => {
    expect(expandClass('bhxh-tinh', '2025-01-15')).toHaveLength(63);
    expect(expandClass('bhxh-tinh', '2025-08-01')).toHaveLength(34);
    expect(expandClass('bhxh-cac-cap', '2025-01-15')).toHaveLength(63);
    expect(expandClass('don-vi-truc-thuoc', '2025-01-15')).toHaveLength(21);
    expect(expandClass('bhxh-huyen', '2025-01-15')).toEqual([]);
  });
});
