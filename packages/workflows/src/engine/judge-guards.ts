import type { Words } from '@phancong/contracts';

import type { Flow, FlowEvent } from './flow.js';
import type { StoredSnapshot } from './stored-snapshot.js';
import { arrowsOf, type Arrow } from './transition-table.js';

type Predicate = (args: { context: Record<string, unknown>; event: FlowEvent }, params: undefined) => boolean;

/** The arrow that the event takes, or the words of the guard that refuses it. */
export type Judgement = { arrow: Arrow; why?: undefined } | { arrow?: undefined; why: Words };

/**
 * Asks the guards of the arrows that leave this state by this event, in the order of the machine; the first arrow whose
 * guards agree is open. When none is, the first guard that refused says why. `beforeTyping` leaves out the guards that
 * judge what the person has yet to type.
 */
export function judgeArrows(flow: Flow, snapshot: StoredSnapshot, event: FlowEvent, beforeTyping = false): Judgement {
  let why: Words | undefined;
  for (const arrow of arrowsOf(flow.machine, snapshot.value, event.type)) {
    const refusing = arrow.guards.find(
      (name) => !(beforeTyping && flow.payloadGuards?.includes(name)) && !holds(flow, name, snapshot.context, event),
    );
    if (refusing === undefined) return { arrow };
    why ??= flow.guardWords[refusing];
  }
  return { why: why ?? { vi: 'Chưa đủ điều kiện để thực hiện.', en: 'A condition is not met.' } };
}

function holds(flow: Flow, name: string, context: Record<string, unknown>, event: FlowEvent): boolean {
  const predicate = flow.machine.implementations.guards[name] as Predicate | undefined;
  if (typeof predicate !== 'function') throw new Error(`Flow ${flow.id} has no guard "${name}".`);
  return predicate({ context, event }, undefined);
}
