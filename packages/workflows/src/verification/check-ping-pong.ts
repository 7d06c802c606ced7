import type { Flow } from '../engine/flow.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import { exploreFlow } from './explore-flow.js';
import type { Fault } from './fault.js';
import { first, second, third, wasRefused, type Rehearsal, type Scene } from './rehearsal.js';

const ROUNDS = 8;

/**
 * Where two units can pass work back and forth, the eighth round must not look like the first: somebody above is told, or
 * the next return is refused.
 */
export function checkPingPong(rehearsal: Rehearsal): Fault[] {
  const { flow } = rehearsal;
  const { scenes } = exploreFlow(rehearsal, { withClocks: false });
  const told = new Set<string>();
  return passesBetweenUnits(flow).flatMap((pass): Fault[] => {
    const back = findWay(flow, pass.target, pass.source);
    const scene = scenes.get(pass.source);
    if (!back || !scene) return [];
    const round = [pass.event, ...back];
    if (isDoneByOneSide(flow, round) || endsItself(rehearsal, scene, round)) return [];
    const states = [pass.source, pass.target].sort().join();
    if (told.has(states)) return [];
    told.add(states);
    const tell = (language: 'vi' | 'en') =>
      round.map((event) => flow.events[event]?.words[language] ?? event).join(' → ');
    return [
      {
        flow: flow.id,
        kind: 'endlessPingPong',
        story: {
          vi: `Hai đơn vị có thể đẩy qua đẩy lại mãi: ${tell('vi')} → …`,
          en: `Two units can pass it back and forth for ever: ${tell('en')} → …`,
        },
      },
    ];
  });
}

function passesBetweenUnits(flow: Flow): Arrow[] {
  return movingArrows(flow).filter(({ source, target }) => {
    const giver = flow.states[source]?.holder;
    const taker = flow.states[target]?.holder;
    return giver && taker && giver !== taker;
  });
}

/** The shortest list of events from one state to another; clocks lead nowhere. */
function findWay(flow: Flow, from: string, to: string): string[] | undefined {
  const arrows = movingArrows(flow);
  const queue: { state: string; way: string[] }[] = [{ state: from, way: [] }];
  const seen = new Set([from]);
  for (const { state, way } of queue) {
    if (state === to) return way;
    for (const arrow of arrows) {
      if (arrow.source !== state || seen.has(arrow.target)) continue;
      seen.add(arrow.target);
      queue.push({ state: arrow.target, way: [...way, arrow.event] });
    }
  }
  return undefined;
}

function movingArrows(flow: Flow): Arrow[] {
  return [...transitionTable(flow.machine).values()]
    .flatMap((byEvent) => [...byEvent.values()].flat())
    .filter(({ source, target }) => source !== target);
}

/** A unit that suspends and resumes passes nothing to the other one. */
function isDoneByOneSide(flow: Flow, round: readonly string[]): boolean {
  return (['from', 'to'] as const).some((side) =>
    round.every((event) => {
      const by = flow.events[event]?.by ?? [];
      return by === 'system' || by.includes(side);
    }),
  );
}

function endsItself(rehearsal: Rehearsal, opening: Scene, round: readonly string[]): boolean {
  let scene = opening;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const event of round) {
      const played = [first, second, third, 'system' as const]
        .map((actor) => rehearsal.play(scene, event, actor))
        .find((outcome) => !wasRefused(outcome));
      if (!played || wasRefused(played)) return true;
      if (played.effects.some((effect) => effect.type === 'notify' && effect.to === 'owner')) return true;
      scene = played;
    }
  }
  return false;
}
