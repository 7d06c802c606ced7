import { describe, expect, it } from '@jest/globals';
import type { Timeliness } from '@phancong/contracts';

import { fakeLine, fakeToday } from '../../testing/fake-office.js';
import { groupLines } from './group-lines.js';

const kindsOf = (past: readonly Timeliness[]) => {
  const lines = past.map((timeliness, number) => fakeLine(number, { dueOn: '2025-05-01', timeliness }));
  const rows = groupLines([...lines, fakeLine(9, { dueOn: fakeToday })], fakeToday);
  return rows.flatMap((row) => (row.kind === 'group' ? [row.group.kind] : []));
};

describe('Headings of a list by deadline', () => {
  it('call overdue what is overdue', () => {
    expect(kindsOf(['openOverdue', 'openOverdue'])).toEqual(['overdue', 'today']);
  });

  it('call past what was done in its time, though some of it is overdue', () => {
    expect(kindsOf(['doneOnTime', 'openOverdue', 'doneLate'])).toEqual(['past', 'today']);
  });
});
