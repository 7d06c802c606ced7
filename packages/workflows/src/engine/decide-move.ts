import type { IsoDate } from '@phancong/contracts';

import { clockOf, wantedClocks } from './due-clocks.js';
import type { DueClock, Effect, EventActor, Facts, Flow, FlowEvent, MoveActor, Phase, Side } from './flow.js';
import { judgeArrows } from './judge-guards.js';
import { refuseByGuard, refuseInvalid, refuseMover, refuseUnexpected, type Refusal } from './refusals.js';
import { stepMachine } from './step-machine.js';
import { readSnapshot, type StoredSnapshot } from './stored-snapshot.js';
import { arrowsOf, type Arrow } from './transition-table.js';

export interface Move {
  flow: Flow;
  snapshot: unknown;
  facts: Facts;
  actor: MoveActor | 'system';
  event: string;
  payload: unknown;
  today: IsoDate;
}

export interface Moved {
  ok: true;
  snapshot: StoredSnapshot;
  state: string;
  fromState: string;
  /** The arrow of the drawing that was taken. */
  arrow: Arrow;
  holder: Side | null;
  phase: Phase;
  effects: Effect[];
  /** All due rows wanted now; they replace the old ones. */
  clocks: DueClock[];
  /** The payload as the schema gives it out; this is what history keeps. */
  payload: unknown;
}

/**
 * "Given this snapshot and this event, what is next and what should happen?" Pure: same arguments, same answer. Checked in
 * order: is the event expected in this state, may this mover send it, is the payload valid, do the guards agree.
 * Throws DamagedSnapshot alone.
 */
export function decideMove({ flow, snapshot, facts, actor, event, payload, today }: Move): Moved | Refusal {
  const stored = readSnapshot(snapshot, flow.states);
  const rule = Object.hasOwn(flow.events, event) ? flow.events[event] : undefined;
  if (!rule || arrowsOf(flow.machine, stored.value, event).length === 0)
    return refuseUnexpected(flow, stored.value, event);
  const refusedMover = actor === 'system' ? undefined : refuseMover(flow, rule, actor);
  if (refusedMover) return refusedMover;
  const parsed = rule.payload.safeParse(payload ?? {});
  if (!parsed.success) return refuseInvalid(parsed.error.issues);

  const clock = clockOf(flow, stored.value, event);
  const counts = clock !== undefined && 'workingDaysAfterEntering' in clock.when;
  const sent = {
    ...eventFor(event, parsed.data, actor, today, facts),
    firing: counts ? stored.reminders + 1 : 0,
  };
  const { arrow, why } = judgeArrows(flow, stored, sent);
  if (!arrow) return refuseByGuard(why, { ...stored.context, ...facts, today });

  const { effects, ...next } = stepMachine(flow.machine, stored, sent);
  const stays = next.value === stored.value;
  const moved: StoredSnapshot = {
    ...next,
    since: stays ? stored.since : today,
    reminders: stays ? stored.reminders + (counts ? 1 : 0) : 0,
    toldDueOn: clock !== undefined && !counts ? facts.dueOn : stored.toldDueOn,
  };
  const state = flow.states[next.value];
  return {
    ok: true,
    snapshot: moved,
    state: next.value,
    fromState: stored.value,
    arrow,
    holder: state?.holder ?? null,
    phase: state?.phase ?? 'open',
    effects,
    clocks: wantedClocks(flow, moved, withEffects(facts, effects)),
    payload: parsed.data,
  };
}

/** The event as a machine sees it; of the actor only what a guard may judge. */
export function eventFor(
  type: string,
  payload: unknown,
  actor: MoveActor | 'system',
  today: IsoDate,
  facts: Facts,
): FlowEvent {
  return { type, payload, actor: actor === 'system' ? null : seenByMachine(actor), today, facts, firing: 0 };
}

/** Of a mover, what a machine may judge. */
export const seenByMachine = ({ personId, unitId, post, onBehalfOf }: MoveActor): EventActor => ({
  personId,
  unitId,
  post,
  ...(onBehalfOf && { onBehalfOfId: onBehalfOf.personId }),
});

/** The facts as they are once the effects are carried out: a granted extension moves the clocks at once. */
export function withEffects(facts: Facts, effects: readonly Effect[]): Facts {
  let changed = facts;
  for (const effect of effects) {
    if (effect.type !== 'setFacts') continue;
    changed = {
      ...changed,
      ...(effect.dueOn !== undefined && { dueOn: effect.dueOn }),
      ...(effect.doneOn !== undefined && { doneOn: effect.doneOn }),
    };
  }
  return changed;
}
