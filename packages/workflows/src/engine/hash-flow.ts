import { z } from 'zod';

import type { FlowDefinition } from './flow.js';
import { transitionTable } from './transition-table.js';

/**
 * A stable hash of what a flow says: states, movers, payloads, clocks, words and arrows with the names of guards and
 * actions. Code is left out on purpose: a minified bundle must give the same hash as the server.
 */
export function hashFlow(flow: FlowDefinition): string {
  const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const content = {
    id: flow.id,
    version: flow.version,
    words: flow.words,
    parties: flow.parties,
    states: flow.states,
    events: Object.entries(flow.events).map(([event, rule]) => ({ event, ...rule, payload: schemaOf(rule.payload) })),
    input: schemaOf(flow.input),
    startRules: flow.startRules?.map((rule) => rule.words),
    guardWords: flow.guardWords,
    fieldWords: flow.fieldWords,
    ownNotices: flow.ownNotices,
    arrows: [...transitionTable(flow.machine).values()].flatMap((byEvent) => [...byEvent.values()].flat()),
  };
  return hashText(JSON.stringify(content));
}

/** FNV-1a in 64 bits over UTF-16 code units: enough to notice a change, no security is meant. */
function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
