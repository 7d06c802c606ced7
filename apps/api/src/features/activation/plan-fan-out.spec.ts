import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadItem } from '@phancong/contracts';
import { findUnit, shippedNames } from '@phancong/units';

import { readSeedPlan } from '../../testing/read-seed-plan.js';
import { countDuties, fanOutPlan, type ItemFanOut, type PlanFanOutItem } from './plan-fan-out.js';
import type { SettledNames } from './resolve-plan-names.js';

const kindOf = (unitId: string) => findUnit(unitId)?.kind;

const fanOut = (items: readonly PlanFanOutItem[], registryDate: string, settled: SettledNames = new Map()) =>
  fanOutPlan(items, { registry: shippedNames, year: 2025, registryDate, settled, kindOf });

describe('the plan of 2025 on 15 January 2025', () => {
  let items: PlanFanOutItem[];
  let byRef: Map<string, ItemFanOut>;
  const of = (ref: string) => {
    const found = byRef.get(ref);
    if (!found) throw new Error(`no row ${ref}`);
    return found;
  };
  const countsOf = (ref: string) => countDuties(of(ref).duties);

  beforeAll(async () => {
    const reading = await readSeedPlan();
    items = reading.items.map((item: ReadItem) => ({ ...item, id: item.ref }));
    byRef = new Map(fanOut(items, '2025-01-15').map((entry) => [entry.item.ref, entry]));
  });

  it('becomes 1,660 tasks with 3,832 quarterly reports', () => {
    // One centre alone leads 4 rows. The 63 offices alone lead 5 rows of the year; 10 rows are led by a centre and the 63, over
    // the year; II.2 is a standing duty of 64. II.1 comes in seven waves of 64, II.2.a in three campaigns of 63.
    const tasks = 4 + 5 * 63 + 10 * 64 + 64 + 7 * 64 + 3 * 63;
    // Every row of the year but I.1.1 ("Quý II") is reported each quarter.
    const checkpoints = (3 + 5 * 63 + 10 * 64) * 4;
    // I.1.1: 63 offices; I.2.1.a: 20 units and 63 offices; I.2.3: the centre; I.3.5: 20 units.
    const coordinations = 63 + 83 + 1 + 20;
    // I.1.1: 3 clusters; I.1.2: three targets an office; I.4 and II.2.a: one an office.
    const targets = 1 + 3 * 63 + 63 + 63;
    const counts = countDuties([...byRef.values()].flatMap((entry) => entry.duties));
    expect(counts).toEqual({ tasks, checkpoints, coordinations, targets });
    expect(counts).toEqual({ tasks: 1660, checkpoints: 3832, coordinations: 167, targets: 316 });
  });

  it.each([
    ['I.1.1', 1, 0],
    ['I.1.2', 64, 256],
    ['I.4', 63, 252],
    ['II.1', 448, 0],
    ['II.2', 64, 0],
    ['II.2.a', 189, 0],
  ])('row %s gives %i tasks and %i reports', (ref, tasks, checkpoints) => {
    expect(countsOf(ref)).toMatchObject({ tasks, checkpoints });
  });

  it('binds targets per province to the 63 offices, not to the centre that leads beside them (I.1.2)', () => {
    expect(countsOf('I.1.2').targets).toBe(3 * 63);
    const centre = of('I.1.2').duties.find((duty) => duty.leadUnitIds.includes('ttt'));
    expect(centre?.targets).toEqual([]);
  });

  it('keeps one ledger per office for "03 đợt/năm" over three campaign waves (II.2.a)', () => {
    expect(countsOf('II.2.a').targets).toBe(63);
  });

  it('asks 20 central units and 63 offices to help the centre with the portal, never the centre itself (I.2.1.a)', () => {
    expect(countsOf('I.2.1.a')).toMatchObject({ tasks: 1, coordinations: 20 + 63 });
  });

  it('asks the central units once, for the task of the centre, not 63 times for those of the offices (I.3.5)', () => {
    expect(countsOf('I.3.5').coordinations).toBe(20);
  });

  it('makes II.2 a standing duty without a deadline', () => {
    expect(of('II.2').duties.map((duty) => duty.window)).toEqual([
      expect.objectContaining({ standing: true, dueOn: null }),
      expect.objectContaining({ standing: true, dueOn: null }),
    ]);
  });

  it('lists names that mean nobody with the reason, and makes nothing for them', () => {
    expect(of('I.1.2').unnamed.map((entry) => entry.name)).toEqual(of('I.1.2').item.coordinators);
    expect(of('I.2.1.b').unnamed.map((entry) => entry.name)).toEqual(['BHXH huyện', 'Các đơn vị liên quan']);
    expect(countsOf('I.2.1.b').coordinations).toBe(0);
  });

  it('asks the units that a person chose for "Các đơn vị liên quan", where a lead is named', () => {
    const settled = new Map([['Các đơn vị liên quan', ['vp', 'tcbhxh']]]);
    const entries = new Map(fanOut(items, '2025-01-15', settled).map((entry) => [entry.item.ref, entry]));
    expect(countDuties(entries.get('I.2.3')?.duties ?? []).coordinations).toBe(1 + 2);
    expect(countDuties(entries.get('I.2.2.a')?.duties ?? []).coordinations).toBe(0);
    expect(entries.get('I.2.2.a')?.unnamed.map((entry) => entry.name)).toEqual(['Các đơn vị liên quan']);
  });

  it('finds 34 offices and no more Trung tâm Truyền thông on 1 August 2025', () => {
    const entries = new Map(fanOut(items, '2025-08-01').map((entry) => [entry.item.ref, entry]));
    expect(countDuties(entries.get('I.4')?.duties ?? []).tasks).toBe(34);
    expect(entries.get('I.1.1')?.duties).toEqual([]);
    expect(entries.get('I.1.1')?.unnamed[0]).toMatchObject({ name: 'Trung tâm Truyền thông' });
  });
});
