import { FlowLegends } from '@phancong/contracts';
import type { FlowId, FlowLegend, InstanceLine, Tone, Words } from '@phancong/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getFlowsQueryOptions() {
  return queryOptions({
    queryKey: queryKeys.flows,
    queryFn: async () => flowWords(await callApi({ path: '/flows', answer: FlowLegends })),
    staleTime: Infinity,
  });
}

const noEvents: readonly string[] = [];

export type FlowWords = ReturnType<typeof flowWords>;

/** The words of all flows; loaded with the layout, so that lists need no machine. */
export function useFlows(): FlowWords {
  return useSuspenseQuery(getFlowsQueryOptions()).data;
}

/** Answers in words for a flow, a state or an event; what a newer server knows and this page does not is shown by its name. */
export function flowWords({ items }: FlowLegends) {
  const legends = new Map(items.map((legend) => [legend.id, legend]));
  /** Asked for each of ten thousand marked lines, and there are a few dozen kinds. */
  const bulk = new Map<string, readonly string[]>();
  const named = (name: string): Words => ({ vi: name, en: name });
  return {
    words: (flow: FlowId): Words => legends.get(flow)?.words ?? named(flow),
    /** What the two parties are called: 'Đơn vị giao' and 'Đơn vị chủ trì' for a task. */
    parties: (flow: FlowId): FlowLegend['parties'] =>
      legends.get(flow)?.parties ?? { from: named('from'), to: named('to') },
    states: (flow: FlowId): FlowLegend['states'] => legends.get(flow)?.states ?? {},
    state: (flow: FlowId, state: string): { words: Words; tone: Tone } =>
      legends.get(flow)?.states[state] ?? { words: named(state), tone: 'grey' },
    event: (flow: FlowId, event: string): Words => legends.get(flow)?.events[event]?.words ?? named(event),
    /** Moves that may be made on many lines of this state at once, as far as the machine says. */
    bulkEvents({ flow, state, holderUnitId, to }: InstanceLine, unitId: string): readonly string[] {
      if (holderUnitId !== unitId) return noEvents;
      const relation = to.id === unitId ? 'to' : 'from';
      const key = `${flow} ${state} ${relation}`;
      const known = bulk.get(key);
      if (known) return known;
      const found = Object.entries(legends.get(flow)?.events ?? {})
        .filter(([, { by, bulkFrom }]) => by.includes(relation) && bulkFrom.includes(state))
        .map(([event]) => event);
      bulk.set(key, found);
      return found;
    },
  };
}
