import type { Words } from '@phancong/contracts';
import { z } from 'zod';

import type { Fault } from '../verification/fault.js';
import { verifyFlows } from '../verification/verify-flows.js';
import { compileDocument } from './compile-document.js';
import { FlowDocument, MOST_MOVES, MOST_STATES } from './flow-document.js';

/** Sizes are looked at before anything else: a document of any size is answered at once. */
const Sizes = z.object({
  id: z.string().optional(),
  states: z.record(z.string(), z.unknown()),
  moves: z.array(z.unknown()),
});

/**
 * Checks a flow that is written as data: its form, its size, that its states and moves name each other, and then everything
 * that the shipped flows are checked for. An empty list means that none was found. `document` is any parsed JSON.
 */
export function verifyDocument(document: unknown): Fault[] {
  const sizes = Sizes.safeParse(document);
  const flow = sizes.data?.id?.slice(0, 40) ?? '?';
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
  const { states, events, moves, initial } = parsed.data;
  const unknown = [
    ...[initial, ...moves.flatMap(({ from, to }) => [from, to])].filter((state) => !Object.hasOwn(states, state)),
    ...moves.map(({ event }) => event).filter((event) => !Object.hasOwn(events, event)),
  ];
  if (unknown.length > 0) {
    const list = [...new Set(unknown)].slice(0, 20).join(', ');
    return fault('tables', {
      vi: `Các bước nhắc đến những tên không có trong bảng: ${list}.`,
      en: `The moves name what is not in the tables: ${list}.`,
    });
  }
  const fromEnd = moves.find(({ from }) => states[from]?.phase !== 'open');
  if (fromEnd) {
    const end = states[fromEnd.from]?.words;
    return fault('tables', {
      vi: `«${end?.vi}» đã kết thúc mà vẫn có bước đi tiếp.`,
      en: `“${end?.en}” is an end, yet a move leads on from it.`,
    });
  }
  return verifyFlows([compileDocument(parsed.data)], {});
}
