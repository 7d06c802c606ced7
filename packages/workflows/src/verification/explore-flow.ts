import { wantedClocks } from '../engine/due-clocks.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import { first, second, third, wasRefused, type Mover, type Rehearsal, type Scene } from './rehearsal.js';

/** One step of a path that a rehearsal found. */
export interface Step {
  event: string;
  actor: Mover;
}

export interface Exploration {
  /** The shortest way to every arrow that was taken, the arrow itself being the last step. */
  ways: ReadonlyMap<Arrow, readonly Step[]>;
  /** One scene for every state that was reached. */
  scenes: ReadonlyMap<string, Scene>;
  largestContext: number;
  /** How many different scenes were played. */
  played: number;
  /** False when the exploration was cut off. */
  complete: boolean;
}

const ENOUGH_SCENES = 6000;
const COUNTED_UP_TO = 3;

/**
 * Plays every event from every scene that can be reached, breadth first, and remembers the arrows taken. Scenes that
 * differ only in texts, or in counters beyond three, count as one.
 */
export function exploreFlow(
  rehearsal: Rehearsal,
  {
    movers = [first, second, third, 'system'],
    withClocks = true,
  }: { movers?: readonly Mover[]; withClocks?: boolean } = {},
): Exploration {
  const { flow } = rehearsal;
  const ways = new Map<Arrow, readonly Step[]>();
  const scenes = new Map<string, Scene>();
  const opening = rehearsal.open();
  if (wasRefused(opening)) return { ways, scenes, largestContext: 0, played: 0, complete: true };

  const seen = new Set([keyOf(opening)]);
  const queue: { scene: Scene; way: readonly Step[] }[] = [{ scene: opening, way: [] }];
  let largestContext = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { scene, way } = next;
    const state = scene.snapshot.value;
    if (!scenes.has(state)) scenes.set(state, scene);
    largestContext = Math.max(largestContext, JSON.stringify(scene.snapshot.context).length);
    const clocks = new Set(flow.states[state]?.clocks?.map((clock) => clock.event));
    const wanted = new Set(wantedClocks(flow, scene.snapshot, scene.facts).map((clock) => clock.event));
    for (const event of transitionTable(flow.machine).get(state)?.keys() ?? []) {
      if (clocks.has(event) && !(withClocks && wanted.has(event))) continue;
      for (const actor of movers) {
        const isForSystem = flow.events[event]?.by === 'system';
        if (isForSystem !== (actor === 'system')) continue;
        const played = rehearsal.play(scene, event, actor);
        if (wasRefused(played)) continue;
        const onward = [...way, { event, actor }];
        if (!ways.has(played.arrow)) ways.set(played.arrow, onward);
        const key = keyOf(played);
        if (seen.has(key)) continue;
        if (seen.size >= ENOUGH_SCENES) return { ways, scenes, largestContext, played: seen.size, complete: false };
        seen.add(key);
        queue.push({ scene: played, way: onward });
      }
    }
  }
  return { ways, scenes, largestContext, played: seen.size, complete: true };
}

const persons = new Set<unknown>([first.personId, second.personId, third.personId]);

function keyOf({ snapshot: { value, context, reminders } }: Scene): string {
  const marks = Object.values(context).map((entry) => {
    if (typeof entry === 'number') return Math.min(entry, COUNTED_UP_TO);
    return entry === null || persons.has(entry) || typeof entry === 'boolean' ? entry : 'text';
  });
  return JSON.stringify([value, reminders, marks]);
}
