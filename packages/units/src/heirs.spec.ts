import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dayAfter, endedOnEveOf, heirsOf } from './heirs.js';
import { findUnit } from './name-registry.js';
import { allUnits, isInBeing } from './registry.js';

const registry = new Map(allUnits.map((unit) => [unit.id, unit]));

interface Grown {
  id: string;
  validFrom: string | null;
  validTo: string | null;
  successorIds: string[];
}

/** Registries in which each unit may give way to units that come later in the list. */
const grownRegistry = fc
  .array(fc.record({ ends: fc.boolean(), heirs: fc.array(fc.nat({ max: 7 }), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) => {
    const units = drawn.map(({ ends, heirs }, place): Grown => ({
      id: `u${place}`,
      validFrom: null,
      validTo: ends ? `2025-0${place + 1}-15` : null,
      successorIds: ends ? heirs.filter((heir) => heir > place && heir < drawn.length).map((heir) => `u${heir}`) : [],
    }));
    return new Map(units.map((unit) => [unit.id, unit]));
  });

describe('Who answers for what a unit held', () => {
  it('is the unit itself while it is there', () => {
    expect(heirsOf('bac-giang-truoc-2025-07', registry, '2025-06-30')).toEqual(['bac-giang-truoc-2025-07']);
  });

  it('is Bắc Ninh for Bắc Giang and for Bắc Ninh of before, since 1 July 2025', () => {
    for (const before of ['bac-giang-truoc-2025-07', 'bac-ninh-truoc-2025-07']) {
      expect(heirsOf(before, registry, '2025-07-01')).toEqual(['bac-ninh-tu-2025-07']);
    }
  });

  it('is one Ban for both departments of money since 1 March 2025 (Decision 391/QĐ-BTC)', () => {
    expect(heirsOf('vtckt', registry, '2025-03-01')).toEqual(['btckt']);
    expect(heirsOf('vkhdt', registry, '2025-03-01')).toEqual(['btckt']);
  });

  it('is nobody where no act names a successor', () => {
    expect(heirsOf('tcbhxh', registry, '2025-03-01')).toEqual([]);
    expect(heirsOf('khong-co', registry, '2025-03-01')).toEqual([]);
  });

  it('finds the 63 offices that end on the eve of 1 July, and the 21 central units of 1 March', () => {
    expect(endedOnEveOf(allUnits, '2025-07-01').filter((unit) => unit.kind === 'provincialOffice')).toHaveLength(63);
    expect(endedOnEveOf(allUnits, '2025-03-01').filter((unit) => unit.kind === 'centralUnit').length).toBeGreaterThan(
      18,
    );
    expect(dayAfter('2025-02-28')).toBe('2025-03-01');
    expect(endedOnEveOf(allUnits, '2025-07-02')).toEqual([]);
  });

  it('never is a unit that has ended, and never changes by asking twice', () => {
    fc.assert(
      fc.property(grownRegistry, fc.integer({ min: 1, max: 9 }), (units, month) => {
        const day = `2025-0${month}-20`;
        for (const id of units.keys()) {
          const heirs = heirsOf(id, units, day);
          for (const heir of heirs) {
            const unit = units.get(heir);
            expect(unit && isInBeing(unit, day)).toBe(true);
            expect(heirsOf(heir, units, day)).toEqual([heir]);
          }
        }
      }),
    );
  });

  it('of today are the heirs of yesterday’s heirs: applying two days in turn is applying the second', () => {
    fc.assert(
      fc.property(grownRegistry, fc.integer({ min: 1, max: 8 }), (units, month) => {
        const [first, second] = [`2025-0${month}-20`, '2025-09-20'];
        for (const id of units.keys()) {
          const inTurn = new Set(heirsOf(id, units, first).flatMap((heir) => heirsOf(heir, units, second)));
          expect(inTurn).toEqual(new Set(heirsOf(id, units, second)));
        }
      }),
    );
  });

  it('is known for every office of the 63', () => {
    expect(findUnit('ha-noi-truoc-2025-07')?.successorIds).toEqual(['ha-noi-tu-2025-07']);
  });
});
