import { FlowLegends } from '@phancong/contracts';
import type { FlowId, FlowLegend, InstanceLine, Tone, Words } from '@phancong/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getFlowsQueryOptions() {
  return queryOptions({
    queryKey: queryKeys.flows,
    queryFn: async ({ client }) => {
      const legends = await callApi({ path: '/flows', answer: FlowLegends });
      return flowWords(legends, () => void client.invalidateQueries({ queryKey: queryKeys.flows }));
    },
    staleTime: Infinity,
  });
}

export type FlowWords = ReturnType<typeof flowWords>;

/** The words of all flows; loaded with the layout, so that lists need no machine. */
export function useFlows(): FlowWords {
  return useSuspenseQuery(getFlowsQueryOptions()).data;
}

/** An own version that was released after the words were loaded; each is asked for once. */
const asked = new Set<string>();

/**
 * Answers in words for a flow, a state or an event; what a newer server knows and this page does not is shown by its name. A version
 * tells an office's own flow from the shipped one, which lends its words where the version has none of its own.
 */
export function flowWords({ items }: FlowLegends, loadAgain: () => void = () => undefined) {
  const shipped = new Map(items.toReversed().map((legend) => [legend.id, legend]));
  const byVersion = new Map(items.map((legend) => [`${legend.id} ${legend.version}`, legend]));
  const named = (name: string): Words => ({ vi: name, en: name });
  const legendOf = (flow: FlowId, version?: number): FlowLegend | undefined => {
    const found = byVersion.get(`${flow} ${version}`);
    const newest = shipped.get(flow);
    if (!found && newest && version !== undefined && version > newest.version && !asked.has(`${flow} ${version}`)) {
      asked.add(`${flow} ${version}`);
      setTimeout(loadAgain);
    }
    return found ?? newest;
  };
  return {
    words: (flow: FlowId, version?: number): Words => legendOf(flow, version)?.words ?? named(flow),
    /** What the two parties are called: 'Đơn vị giao' and 'Đơn vị chủ trì' for a task. */
    parties: (flow: FlowId, version?: number): FlowLegend['parties'] =>
      legendOf(flow, version)?.parties ?? { from: named('from'), to: named('to') },
    /** Every state that work of this flow may be in: those of the shipped version, then those that only offices' own versions know. */
    states: (flow: FlowId): { state: string; words: Words; own: boolean }[] => {
      const known = shipped.get(flow)?.states ?? {};
      const versions = items.filter((legend) => legend.id === flow).toSorted((a, b) => a.version - b.version);
      const own = Object.fromEntries(versions.flatMap(({ states }) => Object.entries(states)));
      return [
        ...Object.entries(known).map(([state, { words }]) => ({ state, words, own: false })),
        ...Object.entries(own)
          .filter(([state]) => !Object.hasOwn(known, state))
          .map(([state, { words }]) => ({ state, words, own: true })),
      ];
    },
    state: (flow: FlowId, state: string, version?: number): { words: Words; tone: Tone } =>
      legendOf(flow, version)?.states[state] ?? { words: named(state), tone: 'grey' },
    event: (flow: FlowId, event: string, version?: number): Words =>
      legendOf(flow, version)?.events[event]?.words ?? named(event),
    /** A reason has to be given with it. */
    asksReason: (flow: FlowId, event: string): boolean => legendOf(flow)?.events[event]?.asksReason ?? false,
    /** The event that takes it back, where the machine knows one. */
    undo: (flow: FlowId, event: string): string | null => legendOf(flow)?.events[event]?.undo ?? null,
    /** Moves that may be made on many lines of this state at once, as far as the machine says. */
    bulkEvents({ flow, machineVersion, state, holderUnitId, to }: InstanceLine, unitId: string): readonly string[] {
      if (holderUnitId !== unitId) return [];
      const relation = to.id === unitId ? 'to' : 'from';
      return Object.entries(legendOf(flow, machineVersion)?.events ?? {})
        .filter(([, { by, bulkFrom }]) => by.includes(relation) && bulkFrom.includes(state))
        .map(([event]) => event);
    },
  };
}
