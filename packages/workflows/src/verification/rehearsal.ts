import { addDays } from '@phancong/calendar';
import type { FlowId } from '@phancong/contracts';

import { decideMove, withEffects } from '../engine/decide-move.js';
import type { Effect, Facts, Flow, MoveActor } from '../engine/flow.js';
import type { Refusal } from '../engine/refusals.js';
import { startFlow } from '../engine/start-flow.js';
import type { StoredSnapshot } from '../engine/stored-snapshot.js';
import type { Arrow } from '../engine/transition-table.js';
import { REHEARSAL_DAY, sampleValue } from './sample-value.js';

/** What a rehearsal types where the smallest valid value does not lead on. */
export type Samples = Partial<Record<FlowId, { input?: unknown; payloads?: Record<string, unknown> }>>;

/** Three persons who may do everything, two of them in the asking unit: only guards about persons and units can stop them. */
const person = (personId: string, unitId: string): MoveActor => ({
  personId,
  personName: personId,
  unitId,
  unitName: unitId,
  post: 'head',
  relations: ['from', 'to', 'owner', 'superior'],
});
export const first = person('first', 'asking-unit');
export const second = person('second', 'asked-unit');
export const third = person('third', 'asking-unit');
/** By delegation a person acts in the post of another: both answer for the move. */
const actingFor = (hand: MoveActor, principal: MoveActor): MoveActor => ({
  ...hand,
  unitId: principal.unitId,
  unitName: principal.unitName,
  onBehalfOf: { personId: principal.personId, personName: principal.personName, planId: null },
});
export const deputy = actingFor(person('deputy', 'asking-unit'), first);
export const firstForSecond = actingFor(first, second);
export type Mover = MoveActor | 'system';

export interface Scene {
  snapshot: StoredSnapshot;
  facts: Facts;
}

export interface Played extends Scene {
  arrow: Arrow;
  effects: Effect[];
}

const firstFacts: Facts = {
  fromUnitId: first.unitId,
  toUnitId: second.unitId,
  ownerUnitId: 'owner-unit',
  startsOn: addDays(REHEARSAL_DAY, -30),
  dueOn: addDays(REHEARSAL_DAY, -5),
  signedDueOn: addDays(REHEARSAL_DAY, -5),
  doneOn: null,
  standing: false,
};

/** Plays a flow with the real engine, on one day, with small made-up payloads. */
export class Rehearsal {
  constructor(
    readonly flow: Flow,
    private readonly samples: Samples = {},
  ) {}

  /** The scene in which the first person starts the flow; a refusal says that no start could be made up. */
  open(): Scene | Refusal {
    const started = startFlow(this.flow, {
      facts: firstFacts,
      input: this.samples[this.flow.id]?.input ?? sampleValue(this.flow.input),
      today: REHEARSAL_DAY,
      actor: first,
    });
    if (!started.ok) return started;
    return { snapshot: started.snapshot, facts: withEffects(firstFacts, started.effects) };
  }

  play(scene: Scene, event: string, actor: Mover): Played | Refusal {
    const { flow } = this;
    const rule = flow.events[event];
    const typed = this.samples[flow.id]?.payloads?.[event];
    const moved = decideMove({
      flow,
      snapshot: scene.snapshot,
      facts: scene.facts,
      actor,
      event,
      payload: typed ?? (rule ? sampleValue(rule.payload) : {}),
      today: REHEARSAL_DAY,
    });
    if (!moved.ok) return moved;
    return {
      snapshot: moved.snapshot,
      facts: withEffects(scene.facts, moved.effects),
      arrow: moved.arrow,
      effects: moved.effects,
    };
  }
}

export const wasRefused = (played: object): played is Refusal => 'ok' in played && played.ok === false;
