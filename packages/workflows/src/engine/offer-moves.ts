import type { IsoDate, OfferedMove } from '@phancong/contracts';

import { eventFor } from './decide-move.js';
import type { Facts, Flow, MoveActor } from './flow.js';
import { judgeArrows } from './judge-guards.js';
import { refuseByGuard, refuseMover } from './refusals.js';
import { readSnapshot } from './stored-snapshot.js';
import { transitionTable } from './transition-table.js';

/**
 * Every move that a person could make in the present state, allowed to this actor or not, with the sentence with which
 * `decideMove` would refuse. What is yet to be typed is not judged here.
 */
export function offerMoves(args: {
  flow: Flow;
  snapshot: unknown;
  facts: Facts;
  actor: MoveActor;
  today: IsoDate;
}): OfferedMove[] {
  const { flow, facts, actor, today } = args;
  const stored = readSnapshot(args.snapshot, flow.states);
  const expected = transitionTable(flow.machine).get(stored.value);
  return Object.entries(flow.events).flatMap(([event, rule]) => {
    if (rule.by === 'system' || !expected?.has(event)) return [];
    const refused = refuseMover(flow, rule, actor);
    if (refused) return [{ event, words: rule.words, allowed: false, why: refused.words }];
    const judged = judgeArrows(flow, stored, eventFor(event, {}, actor, today, facts), true);
    const why = judged.why ? refuseByGuard(judged.why, { ...stored.context, ...facts, today }).words : null;
    return [{ event, words: rule.words, allowed: why === null, why }];
  });
}
