import { wantedClocks } from '../engine/due-clocks.js';
import type { Effect, Flow } from '../engine/flow.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import { deputy, first, second, third, wasRefused, type Mover, type Rehearsal, type Scene } from './rehearsal.js';

/** One step of a path that a rehearsal found. */
export interface Step {
  event: string;
  actor: Mover;
}

/** A step between two scenes that differ. */
export interface Pass extends Step {
  from: string;
  to: string;
  arrow: Arrow;
  /** The owner of the plan is told. */
  escalates: boolean;
}

export interface Exploration {
  /** The shortest way to every arrow that was taken, the arrow itself being the last step. */
  ways: ReadonlyMap<Arrow, readonly Step[]>;
  /** One scene for every state that was reached. */
  scenes: ReadonlyMap<string, Scene>;
  largestContext: number;
  /** Every way from one scene to another, by their keys. */
  passes: readonly Pass[];
  /** How many different scenes were played. */
  played: number;
  /** False when the exploration was cut off. */
  complete: boolean;
}

const ENOUGH_SCENES = 6000;
const COUNTED_UP_TO = 3;

/**
 * Plays every event from every scene that can be reached, breadth first, and remembers the arrows taken. Scenes that
 * differ only in texts, or in counters beyond three, count as one; persons and states are no texts.
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
  if (wasRefused(opening)) return { ways, scenes, passes: [], largestContext: 0, played: 0, complete: true };

  const passes: Pass[] = [];
  const seen = new Set([keyOf(flow, opening)]);
  const queue: { scene: Scene; way: readonly Step[] }[] = [{ scene: opening, way: [] }];
  let largestContext = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { scene, way } = next;
    const state = scene.snapshot.value;
    const here = keyOf(flow, scene);
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
        const key = keyOf(flow, played);
        passes.push({ event, actor, arrow: played.arrow, from: here, to: key, escalates: tellsOwner(played.effects) });
        if (seen.has(key)) continue;
        if (seen.size >= ENOUGH_SCENES)
          return { ways, scenes, passes, largestContext, played: seen.size, complete: false };
        seen.add(key);
        queue.push({ scene: played, way: onward });
      }
    }
  }
  return { ways, scenes, passes, largestContext, played: seen.size, complete: true };
}

const tellsOwner = (effects: readonly Effect[]) =>
  effects.some((effect) => effect.type === 'notify' && effect.to === 'owner');

const isState = (flow: Flow, entry: unknown) => typeof entry === 'string' && Object.hasOwn(flow.states, entry);
const persons = new Set([first, second, third, deputy].map(({ personId }) => personId));

/** A person, or several joined as the engine joins those who answer together. */
const arePersons = (entry: unknown) => typeof entry === 'string' && entry.split('|').every((id) => persons.has(id));

function keyOf(flow: Flow, { snapshot: { value, context, reminders } }: Scene): string {
  const marks = Object.values(context).map((entry) => {
    if (typeof entry === 'number') return Math.min(entry, COUNTED_UP_TO);
    return entry === null || typeof entry === 'boolean' || arePersons(entry) || isState(flow, entry) ? entry : 'text';
  });
  return JSON.stringify([value, reminders, marks]);
}
