import type { Flow } from '../engine/flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';
import { arrowsOf } from '../engine/transition-table.js';
import { exploreFlow } from './explore-flow.js';
import { Rehearsal } from './rehearsal.js';
import { sampleValue } from './sample-value.js';
import { shippedSamples } from './shipped-samples.js';

/** One state of a flow as a rehearsal reached it, and for every event whether the state expects it and what could be sent. */
export interface Stage {
  state: string;
  snapshot: StoredSnapshot;
  events: { event: string; expected: boolean; payload: unknown }[];
}

/** Every state of a flow × every one of its events: the ground for trying who may do what. */
export function stageFlow(flow: Flow): Stage[] {
  const { scenes } = exploreFlow(new Rehearsal(flow, shippedSamples));
  const typed = shippedSamples[flow.id]?.payloads ?? {};
  return [...scenes].map(([state, { snapshot }]) => ({
    state,
    snapshot,
    events: Object.entries(flow.events).map(([event, rule]) => ({
      event,
      expected: arrowsOf(flow.machine, state, event).length > 0,
      payload: typed[event] ?? sampleValue(rule.payload),
    })),
  }));
}
