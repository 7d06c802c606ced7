import { FlowDocument, MOST_MOVES, MOST_STATES, type Words } from '@phancong/contracts';
import { z } from 'zod';

import { flows } from '../flows/released-flows.js';
import type { Fault } from '../verification/fault.js';
import { sampleValue } from '../verification/sample-value.js';
import { verifyFlows } from '../verification/verify-flows.js';
import { checkSeams } from './check-seams.js';
import { compileDocument } from './compile-document.js';
import { describeAsDocument } from './describe-as-document.js';
import { payloadOf } from './payload-parts.js';

/** Sizes are looked at before anything else: a document of any size is answered at once. */
const Sizes = z.object({
  base: z.string().optional(),
  states: z.record(z.string(), z.unknown()),
  moves: z.array(z.unknown()),
});

/**
 * Checks a flow that is written as data: its form, its size, that its states and moves name each other, and then everything
 * that the shipped flows are checked for. An empty list means that none was found. `document` is any parsed JSON.
 */
export function verifyDocument(document: unknown): Fault[] {
  const sizes = Sizes.safeParse(document);
  const flow = sizes.data?.base?.slice(0, 40) ?? '?';
  const fault = (kind: Fault['kind'], story: Words): Fault[] => [{ flow, kind, story }];
  if (sizes.success) {
    const [states, moves] = [Object.keys(sizes.data.states).length, sizes.data.moves.length];
    if (states > MOST_STATES || moves > MOST_MOVES) {
      return fault('tooLarge', {
        vi: `Quy trình có ${states} trạng thái và ${moves} bước; tối đa ${MOST_STATES} trạng thái và ${MOST_MOVES} bước. Hãy tách thành các quy trình nhỏ hơn.`,
        en: `The flow has ${states} states and ${moves} moves; at most ${MOST_STATES} states and ${MOST_MOVES} moves. Split it into smaller flows.`,
      });
    }
  }
  const parsed = FlowDocument.safeParse(document);
  if (!parsed.success) {
    return parsed.error.issues.slice(0, 20).flatMap(({ path, message }) => {
      const place = path.map(String).join(' › ') || 'JSON';
      return fault('tables', { vi: `Tại «${place}»: ${message}.`, en: `At “${place}”: ${message}.` });
    });
  }
  const { why } = describeAsDocument(flows[parsed.data.base]);
  if (why) return fault('tables', why);
  const seams = checkSeams(parsed.data);
  if (seams.length > 0) return seams.map((story) => ({ flow, kind: 'tables', story }));
  return verifyFlows([compileDocument(parsed.data)], { [parsed.data.base]: { payloads: fullPayloads(parsed.data) } });
}

/** Every part is typed where some of them are needed as proof: which one a person chooses is left to him. */
function fullPayloads({ events, moves }: FlowDocument): Record<string, unknown> {
  const proving = new Set(moves.filter((move) => move.onlyWithProof).map(({ event }) => event));
  return Object.fromEntries(
    Object.entries(events)
      .filter(([event]) => proving.has(event))
      .map(([event, { asks }]) => [event, sampleValue(payloadOf(asks.map(({ part }) => ({ part, required: true }))))]),
  );
}
