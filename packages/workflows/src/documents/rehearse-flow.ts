import type {
  IsoDate,
  OfferedMove,
  Relation,
  RehearsalAnswer,
  RehearsalScene,
  RehearsalSeat,
  RehearsalStep,
  Words,
} from '@phancong/contracts';

import { decideMove, withEffects } from '../engine/decide-move.js';
import { wantedClocks } from '../engine/due-clocks.js';
import type { Effect, Facts, Flow, MoveActor } from '../engine/flow.js';
import { offerMoves } from '../engine/offer-moves.js';
import { startFlow } from '../engine/start-flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';
import { noticeWords } from '../notices/notice-words.js';
import { sampleValue } from '../verification/sample-value.js';

const seats: Record<RehearsalSeat, { unitId: string; post: 'officer' | 'head'; relations: Relation[] }> = {
  fromOfficer: { unitId: 'from', post: 'officer', relations: ['from'] },
  fromHead: { unitId: 'from', post: 'head', relations: ['from'] },
  toOfficer: { unitId: 'to', post: 'officer', relations: ['to'] },
  toHead: { unitId: 'to', post: 'head', relations: ['to'] },
  ownerHead: { unitId: 'owner', post: 'head', relations: ['owner'] },
};

/** No state has so many clocks that fire in a row: more would be a clock that winds itself up. */
const MOST_FIRINGS = 40;

interface Standing {
  snapshot: StoredSnapshot;
  facts: Facts;
  today: IsoDate;
}

/**
 * Plays a flow step by step on a clock of its own: who moves, what the other units hear, when it reminds, and why something is
 * refused. Pure: the same steps give the same scenes.
 */
export function rehearseFlow(
  flow: Flow,
  { startsOn, dueOn, steps }: { startsOn: IsoDate; dueOn: IsoDate | null; steps: readonly RehearsalStep[] },
): RehearsalAnswer {
  const facts: Facts = {
    fromUnitId: 'from',
    toUnitId: 'to',
    ownerUnitId: 'owner',
    startsOn,
    dueOn,
    signedDueOn: dueOn,
    doneOn: null,
    standing: dueOn === null,
  };
  const started = startFlow(flow, {
    facts,
    input: sampleValue(flow.input),
    today: startsOn,
    actor: actorIn('fromHead'),
  });
  if (!started.ok) throw new Error(`A rehearsal of ${flow.id} could not begin: ${started.words.en}`);
  const born: Standing = { snapshot: started.snapshot, facts: withEffects(facts, started.effects), today: startsOn };
  const scenes = [tell(flow, born, { seat: null, words: startWords, effects: started.effects, by: 'from' })];
  let now = born;
  for (const step of steps) {
    const played = step.kind === 'wait' ? wait(flow, now, step.until) : move(flow, now, step);
    scenes.push(...played.scenes);
    now = played.now;
  }
  const offered = (seat: RehearsalSeat): OfferedMove[] => offerMoves({ flow, ...now, actor: actorIn(seat) });
  return {
    scenes,
    offers: {
      fromOfficer: offered('fromOfficer'),
      fromHead: offered('fromHead'),
      toOfficer: offered('toOfficer'),
      toHead: offered('toHead'),
      ownerHead: offered('ownerHead'),
    },
  };
}

const startWords: Words = { vi: 'Khởi tạo', en: 'Given out' };

function actorIn(seat: RehearsalSeat): MoveActor {
  const { unitId, post, relations } = seats[seat];
  return { personId: seat, personName: seat, unitId, unitName: unitId, post, relations };
}

interface Played {
  now: Standing;
  scenes: RehearsalScene[];
}

function move(flow: Flow, now: Standing, { seat, event, payload }: Extract<RehearsalStep, { kind: 'move' }>): Played {
  const words = (Object.hasOwn(flow.events, event) ? flow.events[event]?.words : undefined) ?? { vi: event, en: event };
  const moved = decideMove({ flow, ...now, actor: actorIn(seat), event, payload });
  if (!moved.ok) return { now, scenes: [{ ...tell(flow, now, { seat, words }), refused: moved.words }] };
  const after = { ...now, snapshot: moved.snapshot, facts: withEffects(now.facts, moved.effects) };
  return { now: after, scenes: [tell(flow, after, { seat, words, effects: moved.effects, by: seats[seat].unitId })] };
}

/** Fires what falls due until the day, each clock on its own day and in order. */
function wait(flow: Flow, from: Standing, until: IsoDate): Played {
  const scenes: RehearsalScene[] = [];
  let now = from;
  for (let fired = 0; fired < MOST_FIRINGS; fired += 1) {
    const [next] = wantedClocks(flow, now.snapshot, now.facts)
      .filter(({ fireOn }) => fireOn <= until)
      .toSorted((a, b) => (a.fireOn < b.fireOn ? -1 : 1));
    if (!next) break;
    const today = next.fireOn > now.today ? next.fireOn : now.today;
    const moved = decideMove({ flow, ...now, actor: 'system', event: next.event, payload: {}, today });
    if (!moved.ok) break;
    now = { snapshot: moved.snapshot, facts: withEffects(now.facts, moved.effects), today };
    const words = flow.events[next.event]?.words ?? startWords;
    scenes.push(tell(flow, now, { seat: null, words, effects: moved.effects }));
  }
  return { now: until > now.today ? { ...now, today: until } : now, scenes };
}

interface Done {
  seat: RehearsalSeat | null;
  words: Words;
  effects?: readonly Effect[];
  /** The unit that moved hears nothing of its own move. */
  by?: string;
}

function tell(
  flow: Flow,
  { snapshot, facts, today }: Standing,
  { seat, words, effects = [], by }: Done,
): RehearsalScene {
  const side = by === 'from' || by === 'to' ? flow.parties[by].vi : null;
  return {
    onDay: today,
    seat,
    words,
    state: snapshot.value,
    refused: null,
    told: effects.flatMap((effect) =>
      effect.type === 'notify' && effect.to !== by
        ? [
            {
              to: effect.to,
              words: noticeWords(
                effect.template,
                { title: flow.words.vi, byUnitName: side, dueOn: facts.dueOn, day: today },
                flow.ownNotices,
              ),
            },
          ]
        : [],
    ),
    clocks: wantedClocks(flow, snapshot, facts).map(({ event, fireOn }) => ({
      event,
      fireOn,
      words: flow.events[event]?.words ?? { vi: event, en: event },
    })),
  };
}
