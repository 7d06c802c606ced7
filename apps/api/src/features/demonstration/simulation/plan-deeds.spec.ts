import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '@phancong/calendar';
import { flowOf } from '@phancong/workflows';

import { demonstrationPeople } from '../demonstration-accounts.js';
import { seatKey } from './deed.js';
import { FIRST_DAY, LAST_DAY } from './office-days.js';
import { planDeeds } from './plan-deeds.js';
import type { World, WorldTask } from './world.js';

const CENTRE = 'ttt';
const quarter = (id: string) => ({ id: `${id} Q1`, label: '2025-Q1', dueOn: '2025-03-31' });

const task = (ref: string, unitId: string, startsOn: string, dueOn: string): WorldTask => {
  const id = `${ref} ${unitId} ${startsOn}`;
  const isOfTheYear = dueOn === '2025-12-31' && startsOn === '2025-01-01';
  return {
    id,
    ref,
    unitId,
    startsOn,
    dueOn,
    checkpoints: isOfTheYear ? [quarter(id)] : [],
    coordinations: [],
    targetIds: [],
  };
};

/** A small plan: three offices and the centre, with the rows that every kind of story needs. */
function smallWorld(): World {
  const offices = ['bac-giang', 'can-tho', 'son-la'].map((name) => `${name}-truoc-2025-07`);
  const leads = [CENTRE, ...offices];
  const year = ['I.1.2', 'I.2.1.b', 'I.2.2.a', 'I.3.1', 'I.4', 'I.5.1.b', 'I.6'];
  return {
    units: leads.map((id) => ({ id, name: `Đơn vị ${id}`, isProvincial: id !== CENTRE })),
    tasks: leads.flatMap((unitId) => [
      ...year.map((ref) => task(ref, unitId, '2025-01-01', '2025-12-31')),
      task('II.1', unitId, '2025-02-01', '2025-02-28'),
      task('II.1', unitId, '2025-05-01', '2025-05-31'),
      task('II.2.a', unitId, '2025-10-01', '2025-12-31'),
    ]),
    itemIds: { 'I.1.1': 'row', 'I.1.2': 'row', 'I.3.4': 'row', 'I.5.1.a': 'row' },
  };
}

describe('the spring of the simulated offices', () => {
  const deeds = planDeeds(smallWorld(), CENTRE);

  it('is the same every time, and another one with another seed', () => {
    expect(planDeeds(smallWorld(), CENTRE)).toEqual(deeds);
    expect(planDeeds(smallWorld(), CENTRE, 7)).not.toEqual(deeds);
  });

  it('does not change for one office when another office is added', () => {
    const world = smallWorld();
    const tasks = [...world.tasks, task('I.4', 'lao-cai-truoc-2025-07', '2025-01-01', '2025-12-31')];
    const units = [...world.units, { id: 'lao-cai-truoc-2025-07', name: 'BHXH tỉnh Lào Cai', isProvincial: true }];
    const recordsOf = (given: typeof deeds) =>
      given.filter((deed) => deed.by.unitId.startsWith('can-tho') && deed.kind === 'evidence');
    expect(recordsOf(planDeeds({ ...world, tasks, units }, CENTRE))).toEqual(recordsOf(deeds));
  });

  it('takes place on working days between the activation and the last day, in their order', () => {
    const days = deeds.map((deed) => deed.day);
    expect(days.filter((day) => day < FIRST_DAY || day > LAST_DAY || !isWorkingDay(day))).toEqual([]);
    expect(days).toEqual([...days].sort());
  });

  it('is done by people who exist', () => {
    const seats = new Set(demonstrationPeople().map(seatKey));
    expect(deeds.filter((deed) => !seats.has(seatKey(deed.by)))).toEqual([]);
  });

  it('speaks of events that some machine knows', () => {
    const known = new Set(
      (
        ['task', 'checkpoint', 'coordination', 'handoff', 'extension', 'budget', 'appraisal', 'transfer'] as const
      ).flatMap((flow) => Object.keys(flowOf(flow).events)),
    );
    const events = deeds.flatMap((deed) => (deed.kind === 'move' ? [deed.event] : []));
    expect(events.filter((event) => !known.has(event))).toEqual([]);
    expect(events.length).toBeGreaterThan(50);
  });

  it('records nothing before it happened and nothing for a task that is not acknowledged', () => {
    const acknowledged = new Map<string, string>();
    for (const deed of deeds) {
      if (deed.kind === 'move' && deed.event === 'acknowledge') {
        for (const place of deed.on) if ('id' in place) acknowledged.set(place.id, deed.day);
      }
      if (deed.kind !== 'evidence' || !('id' in deed.on)) continue;
      expect(deed.evidence.happenedOn <= deed.day).toBe(true);
      expect((acknowledged.get(deed.on.id) ?? '9999') < deed.day).toBe(true);
    }
  });

  it('reports the figures that were recorded', () => {
    const records = deeds.filter(
      (deed) => deed.kind === 'evidence' && 'id' in deed.on && deed.on.id === 'I.4 can-tho-truoc-2025-07 2025-01-01',
    );
    const report = deeds.find(
      (deed) => deed.kind === 'move' && deed.event === 'report' && JSON.stringify(deed.on).includes('I.4 can-tho'),
    );
    if (report?.kind !== 'move') throw new Error('Cần Thơ did not report its broadcasts.');
    const counted = records.reduce(
      (sum, deed) =>
        deed.kind === 'evidence' && deed.evidence.happenedOn <= report.day ? sum + deed.evidence.quantity : sum,
      0,
    );
    expect(report.payload).toMatchObject({ figure: counted });
    expect(String(report.payload['summary'])).toContain(`${counted} lượt phát thanh`);
  });
});
