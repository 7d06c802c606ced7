import { describe, expect, it } from '@jest/globals';
import type { RegistryChange, RegistryEvent } from '@phancong/contracts';
import fc from 'fast-check';

import { shiftDay } from './heirs.js';
import { isInBeing } from './registry.js';
import { replayRegistry, unitAsOf } from './replay-registry.js';
import { shippedEvents } from './shipped-events.js';

const office = (id: string, parentId: string | null = null): RegistryChange => ({
  kind: 'founded',
  unit: {
    id,
    name: `Đơn vị ${id}`,
    shortName: id,
    nameEn: null,
    kind: 'centralUnit',
    parentId,
    code: null,
    aliases: [],
  },
});
const on = (day: string | null, change: RegistryChange): RegistryEvent => ({
  on: day,
  change,
  document: null,
  confirmed: true,
});
const renamed = (unitId: string, name: string): RegistryChange => ({
  kind: 'renamed',
  unitId,
  name,
  shortName: name,
  nameEn: null,
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyId = fc.constantFrom(...ids);
const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => shiftDay('2025-01-01', days * 5));
const anyChange: fc.Arbitrary<RegistryChange> = fc.oneof(
  fc.tuple(anyId, fc.option(anyId)).map(([id, parent]) => office(id, parent)),
  fc.tuple(anyId, fc.string({ minLength: 1, maxLength: 4 })).map(([id, name]) => renamed(id, name)),
  fc.tuple(anyId, anyId).map(([unitId, parentId]): RegistryChange => ({ kind: 'moved', unitId, parentId })),
  fc
    .tuple(fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 }), anyId)
    .map(([unitIds, intoId]): RegistryChange => ({ kind: 'merged', unitIds, intoId, passOn: 'successor' })),
  fc
    .tuple(anyId, fc.uniqueArray(anyId, { minLength: 2, maxLength: 3 }))
    .map(([unitId, intoIds]): RegistryChange => ({ kind: 'split', unitId, intoIds })),
  anyId.map((unitId): RegistryChange => ({ kind: 'abolished', unitId })),
);
/** One event a day, so that their order is their days'. */
const history = fc
  .uniqueArray(fc.tuple(anyDay, anyChange), { maxLength: 20, selector: ([day]) => day })
  .map((drawn) => [
    ...ids.slice(0, 3).map((id) => on(null, office(id))),
    ...drawn.map(([day, change]) => on(day, change)),
  ]);

describe('The registry derived from its events', () => {
  it('has no event in the shipped history that cannot be', () => {
    expect(replayRegistry(shippedEvents).faults).toEqual([]);
  });

  it('is the same in whatever order the events are told', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const plain = Object.fromEntries(replayRegistry(events).units);
          expect(Object.fromEntries(replayRegistry(shuffled).units)).toEqual(plain);
        },
      ),
    );
  });

  it('of a day does not depend on what happened later', () => {
    fc.assert(
      fc.property(history, anyDay, (events, day) => {
        const known = (all: readonly RegistryEvent[]) =>
          [...replayRegistry(all).units.values()]
            .filter((unit) => isInBeing(unit, day))
            .map((unit) => unitAsOf(unit, day))
            .map(({ id, name, parentId, code }) => ({ id, name, parentId, code }));
        expect(known(events)).toEqual(known(events.filter((event) => event.on === null || event.on <= day)));
      }),
    );
  });

  it('never lets a unit end twice, succeed itself, stand below itself, or have heirs while it lives', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { units, faults } = replayRegistry(events);
        expect(faults.every(({ place }) => place < events.length)).toBe(true);
        for (const unit of units.values()) {
          expect(unit.validTo === null ? unit.successorIds : []).toEqual([]);
          expect((unit.validFrom ?? '') <= (unit.validTo ?? '9999')).toBe(true);
          expect(unit.successorIds).not.toContain(unit.id);
          const above = new Set<string>();
          for (let at = unit.parentId; at !== null; at = units.get(at)?.parentId ?? null) {
            expect(above.has(at) || at === unit.id).toBe(false);
            above.add(at);
          }
        }
      }),
    );
  });

  it('says in both languages why an event cannot be, and leaves it out', () => {
    const { units, faults } = replayRegistry([
      on(null, office('a')),
      on('2025-03-01', { kind: 'merged', unitIds: ['a'], intoId: 'a', passOn: 'successor' }),
      on('2025-04-01', { kind: 'abolished', unitId: 'không có' }),
      on('2025-05-01', office('a')),
    ]);
    expect(faults.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(faults[1]?.words.vi).toContain('Không có đơn vị «không có»');
    expect(faults.every(({ words }) => words.vi && words.en)).toBe(true);
    expect(units.get('a')).toMatchObject({ validTo: null, successorIds: [] });
  });

  it('keeps former names, and finds the unit by them', () => {
    const { units } = replayRegistry([on(null, office('a')), on('2025-03-01', renamed('a', 'Ban A'))]);
    const unit = units.get('a');
    expect(unit).toMatchObject({ shortName: 'Ban A', aliases: ['a'] });
    expect(unit && unitAsOf(unit, '2025-02-28').shortName).toBe('a');
    expect(unit && unitAsOf(unit, '2025-03-01').shortName).toBe('Ban A');
  });
});
