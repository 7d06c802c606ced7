import type { InstanceLine, Words } from '@phancong/contracts';
import { describeFlow, flowOf, flows, knowsFlow } from '@phancong/workflows';

/** A state that may come next: by which move, who makes it, and whose turn it is then. */
export interface NextStep {
  event: string;
  words: Words;
  /** Names of the units, or the parties of the flow where the line does not name one. Empty: it happens by itself. */
  by: (string | Words)[];
  to: Words;
  /** Null: it has ended there, or its parts go on. */
  holder: string | null;
  ends: boolean;
}

const others: Record<'owner' | 'superior', Words> = {
  owner: { vi: 'đơn vị chủ trì kế hoạch', en: 'the unit that owns the plan' },
  superior: { vi: 'đơn vị cấp trên', en: 'the superior unit' },
};

/** What may come next, moves of people before what happens by itself; a state that is reached twice is told twice. */
export function findNextSteps(line: InstanceLine): NextStep[] {
  const { flow: id, machineVersion, state, from, to } = line;
  const flow = knowsFlow(id, machineVersion) ? flowOf(id, machineVersion) : flows[id];
  const nameOf = (side: 'from' | 'to') => (side === 'from' ? from.name : to.name);
  return describeFlow(flow)
    .edges.filter((edge) => edge.from === state)
    .toSorted((a, b) => Number(a.bySystem) - Number(b.bySystem))
    .flatMap(({ event, to: target, words }) => {
      const next = flow.states[target];
      const by = flow.events[event]?.by;
      if (!next || by === undefined) return [];
      const movers = by === 'system' ? [] : by;
      return [
        {
          event,
          words,
          by: movers.map((relation) =>
            relation === 'from' || relation === 'to' ? nameOf(relation) : others[relation],
          ),
          to: next.words,
          holder: next.holder && nameOf(next.holder),
          ends: next.phase !== 'open',
        },
      ];
    });
}
