import { decideMove } from '../engine/decide-move.js';
import type { Facts, Flow } from '../engine/flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';
import { transitionTable } from '../engine/transition-table.js';
import { exploreFlow } from '../verification/explore-flow.js';
import { first, Rehearsal, second, third, type Mover } from '../verification/rehearsal.js';
import { REHEARSAL_DAY, sampleValue } from '../verification/sample-value.js';
import { shippedSamples } from '../verification/shipped-samples.js';

interface RecordedMove {
  event: string;
  by: string;
  payload: unknown;
  /** What the version answered when it was released: the next snapshot, effects and clocks, or the code of its refusal. */
  answer: unknown;
}

interface RecordedScene {
  snapshot: StoredSnapshot;
  facts: Facts;
  moves: RecordedMove[];
}

/** A released version as it was: stored snapshots of every state, and what it made of every event there. */
export interface RecordedRelease {
  flow: string;
  version: number;
  hash: string;
  day: string;
  scenes: RecordedScene[];
}

const movers: Record<string, Mover> = { first, second, third, system: 'system' };

/** What the flow makes of one event in a stored scene, as a release keeps it. */
export function answerOf(
  flow: Flow,
  { snapshot, facts }: RecordedScene,
  { event, by, payload }: RecordedMove,
): unknown {
  const actor = movers[by] ?? 'system';
  const moved = decideMove({ flow, snapshot, facts, actor, event, payload, today: REHEARSAL_DAY });
  if (!moved.ok) return { refused: moved.code, words: moved.words };
  const { state, holder, phase, effects, clocks } = moved;
  return JSON.parse(JSON.stringify({ snapshot: moved.snapshot, state, holder, phase, effects, clocks }));
}

/** Plays the flow into every state, and every event in it by every mover that it is meant for. */
export function recordRelease(flow: Flow): RecordedRelease {
  const { scenes } = exploreFlow(new Rehearsal(flow, shippedSamples));
  return {
    flow: flow.id,
    version: flow.version,
    hash: flow.hash,
    day: REHEARSAL_DAY,
    scenes: [...scenes.values()].map(({ snapshot, facts }) => {
      const scene: RecordedScene = { snapshot, facts, moves: [] };
      for (const event of transitionTable(flow.machine).get(snapshot.value)?.keys() ?? []) {
        const rule = flow.events[event];
        if (!rule) continue;
        const payload = shippedSamples[flow.id]?.payloads?.[event] ?? sampleValue(rule.payload);
        for (const by of rule.by === 'system' ? ['system'] : ['first', 'second', 'third']) {
          const move = { event, by, payload, answer: null };
          scene.moves.push({ ...move, answer: answerOf(flow, scene, move) });
        }
      }
      return scene;
    }),
  };
}
