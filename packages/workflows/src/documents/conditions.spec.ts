import { describe, expect, it } from '@jest/globals';
import { FlowDocument } from '@phancong/contracts';

import { decideMove } from '../engine/decide-move.js';
import type { Facts, Flow } from '../engine/flow.js';
import { startFlow } from '../engine/start-flow.js';
import { flows } from '../flows/released-flows.js';
import { actorOf, factsBetween, person } from '../testing/office.js';
import { compileDocument } from './compile-document.js';
import { describeAsDocument } from './describe-as-document.js';

const lead = person('Lan', 'lead-unit');
const helper = person('Tuấn', 'helping-unit');
const today = '2025-05-20';

/** Coordination, its request cancelled only after the deadline and contributed only with proof. */
function own(): Flow {
  const { document } = describeAsDocument(flows.coordination);
  const copy = FlowDocument.parse(document);
  const moves = copy.moves.map((move) => ({
    ...move,
    onlyAfterDue: move.event === 'cancel' && move.from === 'requested',
    onlyWithProof: move.event === 'contribute',
  }));
  return compileDocument({ ...copy, moves }, 1001);
}

function moved(dueOn: string | null, steps: readonly [typeof lead, string, object][]) {
  const flow = own();
  const facts: Facts = factsBetween(lead, helper, { dueOn, signedDueOn: dueOn });
  const born = startFlow(flow, { facts, input: {}, today, actor: null });
  if (!born.ok) throw new Error(born.words.en);
  let answer: ReturnType<typeof decideMove> | undefined;
  let { snapshot } = born;
  for (const [who, event, payload] of steps) {
    answer = decideMove({ flow, snapshot, facts, actor: actorOf(who, facts), event, payload, today });
    if (answer.ok) ({ snapshot } = answer);
  }
  return answer;
}

describe('A move of an own flow under a condition', () => {
  const cancel: [typeof lead, string, object][] = [[lead, 'cancel', { reason: 'Đã quá hạn.' }]];

  it.each([
    ['on the day itself', today],
    ['where there is no deadline', null],
  ])('that waits for the deadline is refused %s', (_, dueOn) => {
    expect(moved(dueOn, cancel)).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: expect.stringContaining('khi đã quá hạn') },
    });
  });

  it('that waits for the deadline is open on the day after it', () => {
    expect(moved('2025-05-19', cancel)).toMatchObject({ ok: true, state: 'cancelled' });
  });

  it('that needs proof is refused without a link or a file, and passes with one of them', () => {
    const contribute = (proof: object): [typeof lead, string, object][] => [
      [helper, 'acknowledge', {}],
      [helper, 'contribute', { note: 'Đã gửi.', ...proof }],
    ];
    expect(moved(null, contribute({}))).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(moved(null, contribute({ link: 'https://vssid.gov.vn' }))).toMatchObject({ state: 'contributed' });
    const fileId = '00000000-0000-4000-8000-000000000000';
    expect(moved(null, contribute({ fileId }))).toMatchObject({ state: 'contributed' });
  });
});
