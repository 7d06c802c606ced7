import type { Words } from '@phancong/contracts';

import type { Flow, FlowState } from '../engine/flow.js';
import { transitionTable } from '../engine/transition-table.js';

export interface FlowNode extends Pick<FlowState, 'words' | 'holder' | 'phase' | 'tone'> {
  id: string;
}

/** An event that leads from one state to another; moves that stay where they are have none. */
export interface FlowEdge {
  id: string;
  event: string;
  from: string;
  to: string;
  words: Words;
  bySystem: boolean;
}

/** The graph of a flow: its states, and every event that leads from one to another, each once. */
export function describeFlow(flow: Flow): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const nodes = Object.entries(flow.states).map(([id, { words, holder, phase, tone }]) => ({
    id,
    words,
    holder,
    phase,
    tone,
  }));
  const edges = new Map<string, FlowEdge>();
  for (const byEvent of transitionTable(flow.machine).values()) {
    for (const { source, event, target } of [...byEvent.values()].flat()) {
      const rule = flow.events[event];
      if (source === target || !rule) continue;
      const id = `${source}-${event}-${target}`;
      edges.set(id, { id, event, from: source, to: target, words: rule.words, bySystem: rule.by === 'system' });
    }
  }
  return { nodes, edges: [...edges.values()] };
}

/**
 * The edges that a drawing shows. Where a person's move leads the same way, the system's shortcut is left out; so is the
 * end together with a parent, unless nothing else leads to that end.
 */
export function edgesToDraw(flow: Flow): FlowEdge[] {
  const { edges } = describeFlow(flow);
  return edges.filter((edge) => {
    if (!edge.bySystem) return true;
    const others = edges.filter((other) => other.to === edge.to && other.event !== edge.event);
    if (edge.event === 'parentEnded') return others.length === 0;
    return !others.some((other) => other.from === edge.from && !other.bySystem);
  });
}
