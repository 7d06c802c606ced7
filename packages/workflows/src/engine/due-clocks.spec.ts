import { describe, expect, it } from '@jest/globals';

import { task } from '../flows/task.flow.js';
import { wantedClocks } from './due-clocks.js';
import type { Facts } from './flow.js';

const facts = (startsOn: string, dueOn: string): Facts => ({
  fromUnitId: 'ttt',
  toUnitId: 'bac-giang',
  ownerUnitId: 'ttt',
  startsOn,
  dueOn,
  signedDueOn: dueOn,
  doneOn: null,
  standing: false,
});

const acknowledgedOn = (since: string, reminders = 0) => ({
  value: 'acknowledged',
  status: 'active' as const,
  context: {},
  since,
  reminders,
  toldDueOn: null,
});

const reminderOf = (startsOn: string, dueOn: string, reminders = 0) =>
  wantedClocks(task, acknowledgedOn('2025-01-17', reminders), facts(startsOn, dueOn)).find(
    (clock) => clock.event === 'remind',
  )?.fireOn;

describe('the reminder to begin acknowledged work', () => {
  it('counts 20 working days from the acknowledgement when the work may begin at once', () => {
    expect(reminderOf('2025-01-01', '2025-12-31')).toBe('2025-02-21');
  });

  it('counts from the first day of a later campaign: nobody is urged in March to begin in October', () => {
    expect(reminderOf('2025-10-01', '2025-12-31')).toBe('2025-10-29');
    expect(reminderOf('2025-10-01', '2025-12-31', 1)).toBe('2025-11-26');
  });

  it('rests after the third time', () => {
    expect(reminderOf('2025-01-01', '2025-12-31', 3)).toBeUndefined();
  });
});
