import { addDays } from '@phancong/calendar';
import { FlowDocument } from '@phancong/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { decideMove, withEffects } from '../engine/decide-move.js';
import type { Effect, Facts, Flow } from '../engine/flow.js';
import { startFlow } from '../engine/start-flow.js';
import { transitionTable } from '../engine/transition-table.js';
import { flows } from '../flows/released-flows.js';
import { actorOf, factsBetween, person } from '../testing/office.js';
import { sampleValue } from '../verification/sample-value.js';
import { compileDocument } from './compile-document.js';
import { describeAsDocument } from './describe-as-document.js';
import { verifyDocument } from './verify-document.js';

const copyOf = (flow: Flow): FlowDocument => {
  const { document, why } = describeAsDocument(flow);
  if (!document) throw new Error(why.vi);
  return FlowDocument.parse(JSON.parse(JSON.stringify(document)));
};

/** Source, event, target and who may send it: what the drawing shows. */
const arrowsOf = (flow: Flow) =>
  [...transitionTable(flow.machine).values()]
    .flatMap((byEvent) => [...byEvent.values()].flat())
    .map(({ source, event, target }) => `${source} ${event} ${target} ${String(flow.events[event]?.by)}`)
    .sort();

const copied = [flows.coordination, flows.handoff, flows.question, flows.explanation, flows.incident];

const asking = person('Hoa', 'asking-unit', 'head');
const people = [
  asking,
  person('Lan', 'asking-unit'),
  person('Sơn', 'asked-unit', 'head'),
  person('Khoa', 'asked-unit'),
];
const facts: Facts = factsBetween(asking, people[2]!, { dueOn: '2025-05-30', signedDueOn: '2025-05-30' });

const attempts = (flow: Flow): fc.Arbitrary<Attempt[]> =>
  fc.array(
    fc.record({
      event: fc.constantFrom(...Object.keys(flow.events)),
      who: fc.integer({ min: -1, max: people.length - 1 }),
      typed: fc.boolean(),
      later: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 30 },
  );

/** What the units hear and what others are told, apart from the days of the work, which are compared by themselves. */
const told = (effects: readonly Effect[]) => effects.filter(({ type }) => type !== 'setFacts');

interface Attempt {
  event: string;
  who: number;
  typed: boolean;
  later: number;
}

/** What a flow answers to everything that is sent, one after the other; payloads are those of the shipped flow. */
function playAll(flow: Flow, shipped: Flow, sent: readonly Attempt[]): unknown[] {
  let today = '2025-05-20';
  const born = startFlow(flow, { facts, input: sampleValue(shipped.input), today, actor: null });
  if (!born.ok) return [born];
  let { snapshot } = born;
  let known = withEffects(facts, born.effects);
  const answers: unknown[] = [[born.state, born.holder, born.clocks, told(born.effects)]];
  for (const { event, who, typed, later } of sent) {
    today = addDays(today, later);
    const payload = typed ? sampleValue(shipped.events[event]!.payload) : {};
    const actor = who < 0 ? ('system' as const) : actorOf(people[who]!, known);
    const moved = decideMove({ flow, snapshot, facts: known, actor, event, payload, today });
    if (moved.ok) {
      ({ snapshot } = moved);
      known = withEffects(known, moved.effects);
    }
    answers.push(
      moved.ok
        ? [moved.state, moved.holder, moved.phase, moved.clocks, told(moved.effects), known]
        : [moved.code, moved.words],
    );
  }
  return answers;
}

describe('A shipped flow that an office copies', () => {
  it.each(copied)('$id has the same arrows and movers when it is written as data', (flow) => {
    expect(arrowsOf(compileDocument(copyOf(flow)))).toEqual(arrowsOf(flow));
  });

  it.each(copied)('$id passes the checks as it is', (flow) => {
    expect(verifyDocument(copyOf(flow))).toEqual([]);
  });

  it.each([flows.coordination, flows.handoff, flows.question, flows.explanation])(
    '$id answers every history as the shipped one does: states, refusals, clocks, days and notices',
    (flow) => {
      const copy = compileDocument(copyOf(flow));
      fc.assert(
        fc.property(attempts(flow), (sent) => {
          expect(playAll(copy, flow, sent)).toEqual(playAll(flow, flow, sent));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(['budget', 'task', 'plan', 'extension', 'checkpoint', 'periodReport', 'appraisal', 'transfer'] as const)(
    '%s is refused: a table cannot say what it does',
    (id) => {
      expect(describeAsDocument(flows[id]).why?.vi).toContain('chưa chép được');
    },
  );
});
