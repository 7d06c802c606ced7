import { addDays } from '@phancong/calendar';
import { FlowId } from '@phancong/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { decideMove, withEffects } from '../engine/decide-move.js';
import type { Facts, Flow } from '../engine/flow.js';
import { offerMoves } from '../engine/offer-moves.js';
import { startFlow } from '../engine/start-flow.js';
import { statusIn } from '../engine/step-machine.js';
import { flows } from '../flows/released-flows.js';
import { actorOf, factsBetween, person } from '../testing/office.js';
import { sampleValue } from './sample-value.js';
import { shippedSamples } from './shipped-samples.js';

const from = person('first', 'asking-unit', 'head');
const people = [
  from,
  person('third', 'asking-unit'),
  person('second', 'asked-unit', 'head'),
  person('nobody', 'far-away'),
];
const facts: Facts = factsBetween(from, people[2]!, { dueOn: '2025-05-10', signedDueOn: '2025-05-10' });

/** Something a person may type: the valid payload, nothing, or rubbish. */
const payloadKinds = ['valid', 'empty', 'rubbish'] as const;

interface Attempt {
  event: string;
  who: number;
  payload: (typeof payloadKinds)[number];
  daysLater: number;
}

const attemptsOf = (flow: Flow): fc.Arbitrary<Attempt[]> =>
  fc.array(
    fc.record({
      event: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...Object.keys(flow.events)) },
        fc.constant('toString'),
        fc.string(),
      ),
      who: fc.integer({ min: -1, max: people.length - 1 }),
      payload: fc.oneof({ weight: 8, arbitrary: fc.constant('valid' as const) }, fc.constantFrom(...payloadKinds)),
      daysLater: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 40 },
  );

function typed(flow: Flow, { event, payload }: Attempt): unknown {
  if (payload === 'empty') return {};
  if (payload === 'rubbish') return { reason: 7, transfers: 'x', on: 'hôm nay', open: -1, summary: null };
  const rule = Object.hasOwn(flow.events, event) ? flow.events[event] : undefined;
  return shippedSamples[flow.id]?.payloads?.[event] ?? (rule ? sampleValue(rule.payload) : {});
}

/** Plays the attempts; returns the moves that were made, as history keeps them, and the last snapshot. */
function play(flow: Flow, attempts: readonly Attempt[]) {
  const input = shippedSamples[flow.id]?.input ?? sampleValue(flow.input);
  let today = '2025-05-20';
  const started = startFlow(flow, { facts, input, today, actor: actorOf(from, facts) });
  if (!started.ok) throw new Error(started.words.vi);
  let current: { snapshot: unknown; facts: Facts } = { snapshot: started.snapshot, facts };
  const history: { event: string; payload: unknown; who: number; today: string }[] = [];
  for (const attempt of attempts) {
    today = addDays(today, attempt.daysLater);
    const mover = people[attempt.who];
    const actor = mover ? actorOf(mover, current.facts) : 'system';
    const before = JSON.stringify(current);
    const moved = decideMove({ flow, ...current, actor, event: attempt.event, payload: typed(flow, attempt), today });
    expect(JSON.stringify(current)).toBe(before);
    expect(moved.ok || (moved.words.vi !== '' && moved.words.en !== '')).toBe(true);
    if (!moved.ok) continue;
    const state = flow.states[moved.state];
    expect([moved.holder, moved.phase]).toEqual([state?.holder, state?.phase]);
    expect(moved.snapshot.status).toBe(statusIn(flow.machine, moved.state));
    const ownClocks = state?.clocks?.map((clock) => clock.event) ?? [];
    expect(moved.clocks.filter((clock) => !ownClocks.includes(clock.event))).toEqual([]);
    expect(JSON.parse(JSON.stringify(moved.snapshot))).toEqual(moved.snapshot);
    current = { snapshot: moved.snapshot, facts: withEffects(current.facts, moved.effects) };
    history.push({ event: attempt.event, payload: moved.payload, who: attempt.who, today });
  }
  return { started, history, last: current };
}

describe.each(FlowId.options.map((id) => flows[id]))('Any history of the flow $id', (flow) => {
  it('keeps the tables, changes nothing by a refused move, and throws never', () => {
    fc.assert(
      fc.property(attemptsOf(flow), (attempts) => void play(flow, attempts)),
      { numRuns: 30 },
    );
  });

  it('leads to the same snapshot when it is replayed from what was kept', () => {
    fc.assert(
      fc.property(attemptsOf(flow), (attempts) => {
        const { started, history, last } = play(flow, attempts);
        let replayed: { snapshot: unknown; facts: Facts } = JSON.parse(
          JSON.stringify({ snapshot: started.snapshot, facts }),
        );
        for (const { event, payload, who, today } of history) {
          const mover = people[who];
          const actor = mover ? actorOf(mover, replayed.facts) : 'system';
          const moved = decideMove({ flow, ...replayed, actor, event, payload, today });
          if (!moved.ok) throw new Error(`${event} was refused in the replay: ${moved.words.vi}`);
          replayed = {
            snapshot: JSON.parse(JSON.stringify(moved.snapshot)),
            facts: withEffects(replayed.facts, moved.effects),
          };
        }
        expect(replayed).toEqual(last);
      }),
      { numRuns: 30 },
    );
  });

  it('offers exactly the moves that are then allowed, and gives the same reasons', () => {
    fc.assert(
      fc.property(attemptsOf(flow), (attempts) => {
        const { last } = play(flow, attempts);
        const today = '2025-12-01';
        for (const mover of people) {
          const actor = actorOf(mover, last.facts);
          for (const offer of offerMoves({ flow, ...last, actor, today })) {
            const payload = typed(flow, { event: offer.event, who: 0, payload: 'valid', daysLater: 0 });
            const moved = decideMove({ flow, ...last, actor, event: offer.event, payload, today });
            // What is typed is judged only when it is sent; everything else was judged in the offer.
            const judgedWhenSent = offer.allowed && flow.payloadGuards !== undefined;
            expect(moved.ok || judgedWhenSent ? null : moved.words).toEqual(offer.why);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
