import type { FlowId, InstanceLine } from '@phancong/contracts';

import type { FlowWords } from '../../lib/queries/get-flows.js';

/** A piece of work in a bulk move, at the version that the person saw. */
export interface MovedLine {
  id: string;
  version: number;
  title: string;
}

export interface BulkMove {
  flow: FlowId;
  event: string;
  /** The version of the flow that words the move: an office's own may call it otherwise. */
  version?: number;
  lines: MovedLine[];
}

/** The moves that the marked lines allow together, the one with most lines first. */
export function gatherBulkMoves(flows: FlowWords, lines: readonly InstanceLine[], unitId: string): BulkMove[] {
  const moves = new Map<string, BulkMove>();
  for (const line of lines) {
    for (const event of flows.bulkEvents(line, unitId)) {
      const key = `${line.flow}:${event}`;
      const move = moves.get(key) ?? { flow: line.flow, event, version: line.machineVersion, lines: [] };
      move.lines.push(line);
      moves.set(key, move);
    }
  }
  return [...moves.values()].sort((a, b) => b.lines.length - a.lines.length);
}

/** What is sent of it. */
export const requestOf = ({ event, lines }: BulkMove, payload: Record<string, unknown>) => ({
  event,
  payload,
  instances: lines.map(({ id, version }) => ({ id, expectedVersion: version })),
});
