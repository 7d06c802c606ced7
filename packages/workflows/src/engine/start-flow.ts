import type { IsoDate } from '@phancong/contracts';

import { wantedClocks } from './due-clocks.js';
import type { DueClock, Effect, Facts, Flow, MoveActor, Side } from './flow.js';
import { refuseByGuard, refuseInvalid, refuseStarter, type Refusal } from './refusals.js';
import { bearMachine } from './step-machine.js';
import { seenByMachine, withEffects } from './decide-move.js';
import type { StoredSnapshot } from './stored-snapshot.js';

export interface Started {
  snapshot: StoredSnapshot;
  state: string;
  holder: Side | null;
  effects: Effect[];
  clocks: DueClock[];
}

/**
 * The first snapshot of an instance. With the same input, day and facts it is the same for every instance, so a set-based
 * activation may ask once and write many. `actor` null: the system starts it; a person starts it for the unit that asks.
 */
export function startFlow(
  flow: Flow,
  { facts, input, today, actor }: { facts: Facts; input: unknown; today: IsoDate; actor: MoveActor | null },
): ({ ok: true } & Started) | Refusal {
  if (actor && !actor.relations.includes('from')) return refuseStarter(flow);
  const parsed = flow.input.safeParse(input ?? {});
  if (!parsed.success) return refuseInvalid(parsed.error.issues);
  const start = {
    input: parsed.data,
    actor: actor && seenByMachine(actor),
    today,
    facts,
  };
  const broken = flow.startRules?.find((rule) => !rule.holds(start));
  if (broken) return refuseByGuard(broken.words, { ...facts, today });
  const { effects, ...born } = bearMachine(flow.machine, start);
  const snapshot = { ...born, since: today, reminders: 0, toldDueOn: null };
  return {
    ok: true,
    snapshot,
    state: snapshot.value,
    holder: flow.states[snapshot.value]?.holder ?? null,
    effects,
    clocks: wantedClocks(flow, snapshot, withEffects(facts, effects)),
  };
}
