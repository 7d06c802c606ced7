import type { Flow } from '../engine/flow.js';
import { flows } from '../flows/released-flows.js';
import { checkPingPong } from './check-ping-pong.js';
import { checkPlay } from './check-play.js';
import { checkStates } from './check-states.js';
import { checkTables } from './check-tables.js';
import type { Fault } from './fault.js';
import { Rehearsal, type Samples } from './rehearsal.js';
import { shippedSamples } from './shipped-samples.js';

/**
 * Looks for faults in flows before they are used; an empty list means none was found. Tables and graph are read, then the
 * flow is played with the real engine on one made-up day. `samples` gives payloads where made-up ones do not lead on.
 */
export function verifyFlows(given: readonly Flow[] = Object.values(flows), samples: Samples = shippedSamples): Fault[] {
  return given.flatMap((flow) => {
    const read = [...checkTables(flow), ...checkStates(flow)];
    // A flow whose tables do not fit its machine cannot be played.
    if (read.some((fault) => fault.kind === 'tables')) return read;
    const rehearsal = new Rehearsal(flow, samples);
    const played = checkPlay(rehearsal);
    // What cannot be played to its end is not played a second time to look for rounds.
    const isTooLarge = played.some((fault) => fault.kind === 'tooLarge');
    return [...read, ...played, ...(isTooLarge ? [] : checkPingPong(rehearsal))];
  });
}
