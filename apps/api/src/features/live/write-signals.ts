import type { LiveSignal } from '@phancong/contracts';

import type { LiveEvent } from './live-event.js';

/** More than this at once is told as "look at everything again": asking for each would cost the screen more. */
const MOST_AT_ONCE = 100;

const signalOf = ({ id, kind, planId, instanceId }: LiveEvent): LiveSignal => ({
  id: String(id),
  kind,
  planId,
  instanceId,
});

const writeSignal = (signal: LiveSignal) => `id: ${signal.id}\ndata: ${JSON.stringify(signal)}\n\n`;

/** The events that a unit may see, as one piece of a text/event-stream; empty when there is none. */
export function writeSignals(events: readonly LiveEvent[], sees: (unitId: string) => boolean): string {
  const seen = events.filter(({ unitIds }) => unitIds === null || unitIds.some(sees));
  const last = seen.at(-1);
  if (last && seen.length > MOST_AT_ONCE) return writeReadAgain(last.id);
  return seen.map((event) => writeSignal(signalOf(event))).join('');
}

/** For a screen that was away too long: what it missed is not known any more, so it asks for everything. */
export const writeReadAgain = (newest: bigint): string =>
  writeSignal({ id: String(newest), kind: 'again', planId: null, instanceId: null });

/** Keeps the line open, and moves the place from which a lost line goes on, however quiet it is. */
export const writeHeartbeat = (newest: bigint): string => `event: heartbeat\nid: ${newest}\ndata: {}\n\n`;
