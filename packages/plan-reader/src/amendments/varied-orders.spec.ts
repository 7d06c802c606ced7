import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { AmendmentChange, TableItem } from '@phancong/contracts';

import { readPlan } from '../read-plan.js';
import { toTiming } from '../reading/read-item-timing.js';

/** What a careful official reads in a document that changes a plan, written before the reader saw it. */
type RightChange = Pick<AmendmentChange, 'op' | 'ref' | 'field' | 'from' | 'to' | 'how'> & { after?: string };
type RightAmendment = { name: string; text: string[]; changes: RightChange[]; doubts: number };

const documents = JSON.parse(
  readFileSync(join(__dirname, '../../../../fixtures/amendments/varied-orders.json'), 'utf8'),
) as RightAmendment[];

/** Times are compared by what they mean, new rows by whose they are and when they are due. */
function comparable({ op, ref, field, from, to, how, after }: RightChange | AmendmentChange): unknown {
  if (op === 'add') {
    const { leads, coordinators, timing, lastDay } = to as TableItem & { lastDay?: string | null };
    return { op, ref, after, leads, coordinators, lastDay: timing?.deadline?.lastDay ?? lastDay ?? null };
  }
  const time = (words: unknown) =>
    typeof words === 'string' ? { ...toTiming(words, 2026, 'deadline'), text: null } : words;
  return field === 'timing'
    ? { op, ref, field, how, from: time(from), to: time(to) }
    : { op, ref, field, from, to, how };
}

describe('Documents of other offices that change a plan', () => {
  it.each(documents)('$name', ({ text, changes, doubts }) => {
    const result = readPlan(new TextEncoder().encode(text.join('\n')), { year: 2026 });
    if (!result.ok) throw new Error(result.code);
    expect(result.amendment?.changes.map(comparable)).toEqual(changes.map(comparable));
    expect(result.reading.doubts.filter(({ message }) => message.vi.includes('chưa hiểu'))).toHaveLength(doubts);
  });
});
