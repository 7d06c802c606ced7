import { describe, expect, it } from '@jest/globals';

import { fakeLine } from '../../testing/fake-office.js';
import { narrowLines } from './narrow-lines.js';

const overdue = fakeLine(1, { dueOn: '2025-05-12' });
const soon = fakeLine(2, { dueOn: '2025-05-25', state: 'inProgress' });
const later = fakeLine(3, { dueOn: '2025-06-30' });
const standing = fakeLine(4, { dueOn: null });

describe('Numbers on top of the inbox open to what they count', () => {
  it('keeps the overdue alone, and knows that no later page holds one', () => {
    expect(narrowLines([overdue, soon], 'overdue')).toEqual({ lines: [overdue], mayHaveMore: false });
  });

  it('asks for the next page while the last line is still overdue', () => {
    expect(narrowLines([overdue], 'overdue').mayHaveMore).toBe(true);
  });

  it('keeps what is due within seven days', () => {
    expect(narrowLines([overdue, soon, later, standing], 'dueSoon')).toEqual({ lines: [soon], mayHaveMore: false });
  });

  it('looks through the whole inbox for what is not acknowledged', () => {
    expect(narrowLines([overdue, soon, standing], 'toAcknowledge')).toEqual({
      lines: [overdue, standing],
      mayHaveMore: true,
    });
  });
});
