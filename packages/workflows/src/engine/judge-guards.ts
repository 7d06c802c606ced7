import type { Words } from '@phancong/contracts';

import type { Flow, FlowEvent } from './flow.js';
import type { StoredSnapshot } from './stored-snapshot.js';
import { arrowsOf } from './transition-table.js';

type Predicate = (args: { context: Record<string, unknown>; event: FlowEvent }, params: undefined) => boolean;

/**
 * Asks the guards of the arrows that leave this state by this event. `undefined`: an arrow is open. Otherwise the words
 * of the first guard that refuses. `beforeTyping` leaves out the guards that judge what the person has yet to type.
 */
export function findRefusingGuard(
  flow: Flow,
  snapshot: StoredSnapshot,
  event: FlowEvent,
  beforeTyping = false,
): Words | undefined {
  let why: Words | undefined;
  for (const { guards } of arrowsOf(flow.machine, snapshot.value, event.type)) {
    const refusing = guards.find(
      (name) =>
        !(beforeTyping && flow.payloadGuards?.includes(name)) && !holds(flow, name, snapshot.context, event),
    );
    if (refusing === undefined) return undefined;
    why ??= flow.guardWords[refusing] ?? { vi: refusing, en: refusing };
  }
  return why;
}

function holds(flow: Flow, name: string, context: Record<string, unknown>, event: FlowEvent): boolean {
  const predicate = flow.machine.implementations.guards[name] as Predicate | undefined;
  if (typeof predicate !== 'function') throw new Error(`Flow ${flow.id} has no guard "${name}".`);
  return predicate({ context, event }, undefined);
}
