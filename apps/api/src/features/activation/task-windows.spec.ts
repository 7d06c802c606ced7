import { describe, expect, it } from '@jest/globals';
import type { Timing } from '@phancong/contracts';

import { taskWindowsOf } from './task-windows.js';

const timing = (given: Partial<Timing>): Timing => ({
  text: null,
  inheritedFrom: null,
  windows: [],
  deadline: null,
  recurrence: [],
  asNeeded: false,
  ...given,
});

describe('the windows of a row', () => {
  it('"Quý I-IV" is one task with four reports, each due on the last day of its quarter', () => {
    const windows = taskWindowsOf(
      timing({
        windows: [{ start: '2025-01-01', end: '2025-12-31' }],
        periods: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
      }),
      2025,
    );
    expect(windows).toEqual([
      {
        label: null,
        startsOn: '2025-01-01',
        dueOn: '2025-12-31',
        standing: false,
        periods: [
          { label: '2025-Q1', startsOn: '2025-01-01', dueOn: '2025-03-31' },
          { label: '2025-Q2', startsOn: '2025-04-01', dueOn: '2025-06-30' },
          { label: '2025-Q3', startsOn: '2025-07-01', dueOn: '2025-09-30' },
          { label: '2025-Q4', startsOn: '2025-10-01', dueOn: '2025-12-31' },
        ],
      },
    ]);
  });

  it('"Quý II" is one quarter: it is reported once, at its end', () => {
    const [window] = taskWindowsOf(
      timing({ windows: [{ start: '2025-04-01', end: '2025-06-30' }], periods: ['2025-Q2'] }),
      2025,
    );
    expect(window).toMatchObject({ dueOn: '2025-06-30', periods: [] });
  });

  it('a long window whose words name no periods is reported once', () => {
    const [window] = taskWindowsOf(timing({ windows: [{ start: '2025-01-01', end: '2025-12-31' }] }), 2025);
    expect(window?.periods).toEqual([]);
  });

  it('waves that overlap stay apart and tell themselves apart', () => {
    const windows = taskWindowsOf(
      timing({
        windows: [
          { start: '2025-02-01', end: '2025-02-28' },
          { start: '2025-08-01', end: '2025-10-31' },
          { start: '2025-10-01', end: '2025-10-31' },
          { start: '2025-02-03', end: '2025-02-16' },
        ],
      }),
      2025,
    );
    expect(windows.map((window) => window.label)).toEqual([
      '03/02/2025-16/02/2025',
      '02/2025',
      '08-10/2025',
      '10/2025',
    ]);
  });

  it('"trước ngày 15/01" is due on the 14th, whatever the window says', () => {
    const deadline = { date: '2025-01-15', inclusive: false, lastDay: '2025-01-14' };
    const windows = [{ start: '2025-01-01', end: '2025-03-31' }];
    expect(taskWindowsOf(timing({ windows, deadline }), 2025)[0]?.dueOn).toBe('2025-01-14');
    expect(taskWindowsOf(timing({ deadline }), 2025)).toEqual([
      { label: null, startsOn: '2025-01-01', dueOn: '2025-01-14', standing: false, periods: [] },
    ]);
  });

  it('words without any day give one standing duty of the year', () => {
    expect(taskWindowsOf(timing({ text: 'Theo tình hình thực tế', asNeeded: true }), 2025)).toEqual([
      { label: null, startsOn: '2025-01-01', dueOn: null, standing: true, periods: [] },
    ]);
  });
});
