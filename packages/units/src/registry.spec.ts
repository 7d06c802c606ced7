import { describe, expect, it } from '@jest/globals';

import { findUnit } from './name-registry.js';
import { allUnits, predecessorsOf, registryAsOf } from './registry.js';
import { expandClass } from './expand-class.js';

const countOf = (asOf: string, kind: string) => registryAsOf(asOf).filter((unit) => unit.kind === kind).length;

const officesBefore = (key: string) =>
  predecessorsOf(key).flatMap((unit) => (unit.kind === 'provincialOffice' ? [unit.shortName] : []));

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
    expect(since.flatMap((unit) => officesBefore(unit.id))).toHaveLength(63);
  });

  it('keeps Bắc Giang and Bắc Ninh apart although code 24 passed from one to the other', () => {
    expect(findUnit('bac-giang-truoc-2025-07')?.code).toBe('24');
    expect(findUnit('bac-ninh-tu-2025-07')?.code).toBe('24');
    expect(officesBefore('bac-ninh-tu-2025-07')).toEqual(['BHXH tỉnh Bắc Giang', 'BHXH tỉnh Bắc Ninh']);
  });

  it('calls Huế by its name of the day', () => {
    const nameOn = (day: string) =>
      registryAsOf(day).find((unit) => unit.id === 'thua-thien-hue-truoc-2025-07')?.shortName;
    expect(nameOn('2024-12-31')).toBe('BHXH tỉnh Thừa Thiên Huế');
    expect(nameOn('2025-01-01')).toBe('BHXH thành phố Huế');
  });

  it.each([
    ['2025-02-28', 0],
    ['2025-03-01', 35],
    ['2025-06-01', 34],
    ['2025-07-08', 34],
    ['2025-07-09', 0],
  ])('has on %s %i regional offices; the label "BHXH khu vực II" changed its meaning', (asOf, regional) => {
    expect(countOf(asOf, 'regionalOffice')).toBe(regional);
    expect(findUnit('khu-vuc-2-tu-2025-03')?.successorIds).toEqual(['khu-vuc-27-tu-2025-06']);
    expect(findUnit('khu-vuc-2-tu-2025-06')?.successorIds).toEqual(['son-la-tu-2025-07']);
  });

  it('expands "BHXH tỉnh" on the day asked, and nobody for a class below the registry', () => {
    expect(expandClass('bhxh-tinh', '2025-01-15')).toHaveLength(63);
    expect(expandClass('bhxh-tinh', '2025-08-01')).toHaveLength(34);
    expect(expandClass('bhxh-cac-cap', '2025-01-15')).toHaveLength(63);
    expect(expandClass('don-vi-truc-thuoc', '2025-01-15')).toHaveLength(21);
    expect(expandClass('bhxh-huyen', '2025-01-15')).toEqual([]);
  });
});
