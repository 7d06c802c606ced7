import type { Flow } from '../engine/flow.js';
import { exploreFlow, type Pass } from './explore-flow.js';
import type { Fault } from './fault.js';
import type { Rehearsal } from './rehearsal.js';
import { tellWay } from './tell-way.js';

type Passes = ReadonlyMap<string, readonly Pass[]>;

/**
 * Work may go back and forth, but not for ever unseen: a round that can be gone any number of times, counters and all, has
 * to tell the owner of the plan somewhere, unless one unit goes it alone. Rounds are looked for among all scenes that can be
 * played, with every step that tells the owner taken out.
 */
export function checkPingPong(rehearsal: Rehearsal): Fault[] {
  const { flow } = rehearsal;
  const { passes } = exploreFlow(rehearsal, { withClocks: false });
  const silent = passes.filter((pass) => !pass.escalates && pass.from !== pass.to);
  const onward = groupBy(silent, (pass) => pass.from);
  const told = new Set<string>();
  return [...findRounds(silent, onward)].flatMap((round): Fault[] => {
    if (isGoneAlone(flow, round)) return [];
    const way = shortestRound(flow, round);
    const states = [...new Set(way.flatMap(({ arrow }) => [arrow.source, arrow.target]))].sort().join();
    if (told.has(states)) return [];
    told.add(states);
    const story = tellWay(
      flow,
      way.map(({ event }) => ({ event })),
    );
    return [
      {
        flow: flow.id,
        kind: 'endlessPingPong',
        story: {
          vi: `Có thể đẩy qua đẩy lại mãi mà không ai hay: ${story.vi} → …`,
          en: `It can be passed back and forth for ever, and nobody is told: ${story.en} → …`,
        },
      },
    ];
  });
}

/** Passes whose ends lie in one strongly connected part: each of them is a step of some round. */
function findRounds(passes: readonly Pass[], onward: Passes): Pass[][] {
  const partOf = connect([...new Set(passes.flatMap(({ from, to }) => [from, to]))], onward);
  const rounds = groupBy(
    passes.filter(({ from, to }) => partOf.get(from) === partOf.get(to)),
    ({ from }) => String(partOf.get(from)),
  );
  return [...rounds.values()].map((round) => [...round]);
}

/** Strongly connected parts, after Tarjan, without recursion: a part number for every scene. */
function connect(scenes: readonly string[], onward: Passes): Map<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const partOf = new Map<string, number>();
  const open: string[] = [];
  let parts = 0;
  const enter = (scene: string) => {
    index.set(scene, index.size);
    low.set(scene, index.get(scene) ?? 0);
    open.push(scene);
    return { scene, next: 0 };
  };
  for (const root of scenes) {
    if (index.has(root)) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const { scene } = call;
      const pass = onward.get(scene)?.[call.next];
      call.next += 1;
      if (pass) {
        if (!index.has(pass.to)) calls.push(enter(pass.to));
        else if (!partOf.has(pass.to)) lower(low, scene, index.get(pass.to) ?? 0);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1)?.scene;
      if (caller !== undefined) lower(low, caller, low.get(scene) ?? 0);
      if (low.get(scene) !== index.get(scene)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        partOf.set(member, parts);
        if (member === scene) break;
      }
      parts += 1;
    }
  }
  return partOf;
}

const lower = (low: Map<string, number>, scene: string, to: number) =>
  low.set(scene, Math.min(low.get(scene) ?? to, to));

/** A unit that suspends and resumes passes nothing to the other one. What children tell comes from other units. */
function isGoneAlone(flow: Flow, round: readonly Pass[]): boolean {
  return (['from', 'to'] as const).some((side) =>
    round.every(({ event }) => {
      const by = flow.events[event]?.by ?? [];
      return by !== 'system' && by.includes(side);
    }),
  );
}

/** The shortest way around that starts with a pass from one holder to another. */
function shortestRound(flow: Flow, round: readonly Pass[]): Pass[] {
  const holderOf = (state: string) => flow.states[state]?.holder;
  const start = round.find(({ arrow }) => holderOf(arrow.source) !== holderOf(arrow.target)) ?? round[0];
  if (!start) return [];
  const onward = groupBy(round, (pass) => pass.from);
  const queue: Pass[][] = [[start]];
  const seen = new Set([start.to]);
  for (const way of queue) {
    const last = way.at(-1);
    if (last?.to === start.from) return way;
    for (const pass of onward.get(last?.to ?? '') ?? []) {
      if (seen.has(pass.to)) continue;
      seen.add(pass.to);
      queue.push([...way, pass]);
    }
  }
  return [start];
}

function groupBy(passes: readonly Pass[], keyOf: (pass: Pass) => string): Map<string, Pass[]> {
  const groups = new Map<string, Pass[]>();
  for (const pass of passes) {
    const key = keyOf(pass);
    const group = groups.get(key);
    if (group) group.push(pass);
    else groups.set(key, [pass]);
  }
  return groups;
}
