import { describe, expect, it } from '@jest/globals';
import type { TableItem, Timing } from '@phancong/contracts';
import fc from 'fast-check';

import { applyDifferences } from './apply-differences.js';
import { diffTables } from './diff-tables.js';

const asOf = '2025-01-15';
const timing = (text: string | null, windows: Timing['windows'] = []): Timing => ({
  text,
  inheritedFrom: null,
  windows,
  deadline: null,
  recurrence: [],
  asNeeded: false,
});
const row = (ref: string, title: string, part: Partial<TableItem> = {}): TableItem => ({
  ref,
  title,
  text: '',
  unitOfMeasure: null,
  leads: ['Trung tâm Truyền thông'],
  coordinators: [],
  timing: timing('Quý II', [{ start: '2025-04-01', end: '2025-06-30' }]),
  targets: [],
  handsOffTo: [],
  receivesFrom: [],
  approvers: [],
  ...part,
});
const table = [
  row('I.1', 'Tổ chức hội nghị tập huấn'),
  row('I.2', 'Truyền thông trên báo chí'),
  row('I.3', 'Phát hành tờ gấp, tờ rơi'),
];
const kinds = (after: readonly TableItem[], before: readonly TableItem[] = table) =>
  diffTables(before, after, { asOf }).map(({ kind, ref }) => `${kind} ${ref}`);
const change = (at: number, part: Partial<TableItem>) =>
  table.map((item, index) => (index === at ? { ...item, ...part } : item));

const titles = ['Tổ chức hội nghị', 'Tổ chức hội nghị tập huấn', 'Báo chí', 'Tờ gấp', 'Chiến dịch cao điểm', ''];
const names = ['BHXH tỉnh', 'Trung tâm Truyền thông', 'Văn phòng', 'Các đơn vị liên quan', 'Sở Y tế'];
const anyTiming = fc
  .record({ text: fc.constantFrom('Quý I', 'quý 1', 'thường xuyên', null), month: fc.integer({ min: 1, max: 9 }) })
  .map(({ text, month }) => timing(text, month > 6 ? [] : [{ start: `2025-0${month}-01`, end: `2025-0${month}-28` }]));
const anyTable: fc.Arbitrary<TableItem[]> = fc.uniqueArray(
  fc.record({
    ref: fc.constantFrom('I.1', 'I.2', 'I.3', 'I.4', 'II.1', 'II.2', 'II.2.a', 'III'),
    title: fc.constantFrom(...titles),
    text: fc.constantFrom('', 'Việc một', 'Việc hai'),
    unitOfMeasure: fc.constantFrom(null, 'cuộc'),
    leads: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    coordinators: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
    timing: anyTiming,
    targets: fc.array(
      fc.record({
        metric: fc.constantFrom('hội nghị', 'bài'),
        min: fc.integer({ min: 1, max: 3 }),
        max: fc.constant(null),
        unit: fc.constant('cuộc'),
        per: fc.constant(null),
        period: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
    handsOffTo: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }),
    receivesFrom: fc.constant<string[]>([]),
    approvers: fc.constant<string[]>([]),
  }),
  { selector: ({ ref }) => ref, maxLength: 8 },
);

describe('differences of two versions of a table', () => {
  it('a table does not differ from itself', () => {
    fc.assert(fc.property(anyTable, (one) => expect(diffTables(one, one, { asOf })).toEqual([])));
  });

  it('the earlier version with the differences is the later version', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (before, after) => {
        expect(applyDifferences(before, diffTables(before, after, { asOf }))).toEqual(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows a row again that was renumbered because another was dropped', () => {
    expect(kinds([row('I.1', 'Truyền thông trên báo chí'), row('I.2', 'Phát hành tờ gấp, tờ rơi')])).toEqual([
      'dropped I.1',
      'moved I.2',
      'moved I.3',
    ]);
  });

  it('tells other days from other words for the same days', () => {
    const windows = [{ start: '2025-07-01', end: '2025-09-30' }];
    expect(kinds(change(0, { timing: timing('Quý III', windows) }))).toEqual(['retimed I.1']);
    expect(kinds(change(0, { timing: timing('Trong Quý II', table[0]?.timing.windows) }))).toEqual(['reworded I.1']);
    expect(kinds(change(0, { timing: timing('thường xuyên') }))).toEqual(['retimed I.1']);
  });

  it('tells another unit from another spelling of the same unit', () => {
    expect(kinds(change(1, { leads: ['Văn phòng'] }))).toEqual(['reassigned I.2']);
    expect(kinds(change(1, { leads: ['TTTT'] }))).toEqual(['reworded I.2']);
    expect(kinds(change(1, { leads: ['trung tâm truyền thông'] }))).toEqual(['reworded I.2']);
  });

  it('sees added rows and targets', () => {
    const target = { metric: 'hội nghị', min: 10, max: 12, unit: 'cuộc', per: 'tỉnh', period: 'năm' };
    expect(kinds([...table, row('I.4', 'Thi tìm hiểu pháp luật')])).toEqual(['added I.4']);
    expect(kinds(change(2, { targets: [target] }))).toEqual(['retargeted I.3']);
    const worded = change(2, { targets: [{ ...target, metric: 'số hội nghị' }] });
    expect(kinds(worded, change(2, { targets: [target] }))).toEqual(['reworded I.3']);
  });

  it('takes a row whose words changed a little for the same row, wherever it went', () => {
    const moved = [table[2], table[0], { ...table[1], title: 'Truyền thông trên báo chí trung ương' }] as TableItem[];
    expect(kinds(moved)).toEqual(['reworded I.2', 'moved I.3']);
  });
});
