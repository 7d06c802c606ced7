import { describe, expect, it } from '@jest/globals';
import type { TableItem, Timing } from '@phancong/contracts';

import { amendWork, type NamedUnits, type OpenTask } from './amend-work.js';

const timing = (part: Partial<Timing>): Timing => ({
  text: null,
  inheritedFrom: null,
  windows: [],
  deadline: null,
  recurrence: [],
  asNeeded: false,
  ...part,
});
const quarter = (number: 2 | 3 | 4) => {
  const days = { 2: ['2025-04-01', '2025-06-30'], 3: ['2025-07-01', '2025-09-30'], 4: ['2025-10-01', '2025-12-31'] }[
    number
  ];
  return { start: days[0] ?? '', end: days[1] ?? '' };
};
const wholeYear = timing({
  windows: [{ start: '2025-01-01', end: '2025-12-31' }],
  periods: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
});
const row = (part: Partial<TableItem> = {}): TableItem => ({
  ref: 'I.1',
  title: 'Tổ chức hội nghị',
  text: '',
  unitOfMeasure: null,
  leads: ['BHXH tỉnh'],
  coordinators: [],
  timing: timing({ windows: [quarter(2)] }),
  targets: [],
  handsOffTo: [],
  receivesFrom: [],
  approvers: [],
  ...part,
});
const task = (id: string, part: Partial<OpenTask> = {}): OpenTask => ({
  id,
  unitId: id,
  label: null,
  startsOn: '2025-04-01',
  dueOn: '2025-06-30',
  standing: false,
  begun: false,
  periods: [],
  hasTargets: false,
  helpers: [],
  ...part,
});
const nobody: NamedUnits = {
  leadsGone: new Set(),
  leadsCome: [],
  helpersGone: new Set(),
  helpersCome: [],
  namedLeads: new Set(),
};
const ids = (tasks: readonly OpenTask[]) => tasks.map(({ id }) => id);

describe('what an amendment does to running work', () => {
  it('moves a task to its new quarter, also when the unit has begun', () => {
    const after = row({ timing: timing({ windows: [quarter(3)] }) });
    const work = amendWork(row(), after, [task('a'), task('b', { begun: true })], nobody, 2025);
    expect(work.redate.map(({ task: { id }, startsOn, dueOn }) => [id, startsOn, dueOn])).toEqual([
      ['a', '2025-07-01', '2025-09-30'],
      ['b', '2025-07-01', '2025-09-30'],
    ]);
    expect(work).toMatchObject({ cancel: [], born: [], byHand: [] });
  });

  it('ends the task of a unit that no longer leads and gives the new one its own', () => {
    const units = { ...nobody, leadsGone: new Set(['a']), leadsCome: ['c'] };
    const work = amendWork(row(), row({ leads: ['C'] }), [task('a', { begun: true }), task('b')], units, 2025);
    expect(ids(work.cancel)).toEqual(['a']);
    expect(work.born).toMatchObject([{ window: { dueOn: '2025-06-30' }, unitIds: ['c'] }]);
    expect(work.byHand.map(({ task: { id } }) => id)).toEqual(['a']);
  });

  it('makes a task anew when its reporting periods change and nobody began, and leaves begun ones to a person', () => {
    const after = row({ timing: timing({ windows: [quarter(3)] }) });
    const tasks = [task('a', { dueOn: '2025-12-31' }), task('b', { dueOn: '2025-12-31', begun: true })];
    const work = amendWork(row({ timing: wholeYear }), after, tasks, nobody, 2025);
    expect(ids(work.cancel)).toEqual(['a']);
    expect(work.born).toMatchObject([{ window: { dueOn: '2025-09-30' }, unitIds: ['a'] }]);
    expect(work.byHand.map(({ task: { id } }) => id)).toEqual(['b']);
  });

  it('tells waves of a campaign apart: one goes, the others stay', () => {
    const waves = timing({ windows: [quarter(2), quarter(3), quarter(4)] });
    const tasks = [
      task('q2', { unitId: 'a', label: '04-06/2025', dueOn: '2025-06-30' }),
      task('q3', { unitId: 'a', label: '07-09/2025', dueOn: '2025-09-30' }),
      task('q4', { unitId: 'a', label: '10-12/2025', dueOn: '2025-12-31' }),
    ];
    const after = row({ timing: timing({ windows: [quarter(2), quarter(4)] }) });
    const work = amendWork(row({ timing: waves }), after, tasks, nobody, 2025);
    expect(ids(work.cancel)).toEqual(['q3']);
    expect(work).toMatchObject({ redate: [], born: [], byHand: [] });
  });

  it('asks a new coordinating unit for the leads that are named, and never a unit for itself', () => {
    const units = { ...nobody, helpersCome: ['b', 'x'], namedLeads: new Set(['a', 'b']) };
    const work = amendWork(row(), row(), [task('a'), task('b'), task('c')], units, 2025);
    expect(work.help.map(({ task: { id }, unitIds }) => [id, unitIds])).toEqual([
      ['a', ['b', 'x']],
      ['b', ['x']],
    ]);
  });
});
