import type { Actor, FlowId, IsoDate, Post, Relation, Tone, Words } from '@phancong/contracts';
import type { AnyStateMachine } from 'xstate';
import type { z } from 'zod';

import type { NoticeTemplateId } from '../notices/notice-templates.js';

/** One of the two units of an instance: `from` asks, `to` is asked. */
export type Side = 'from' | 'to';
export interface Party {
  unitId: string;
}

/** What a guard may look at besides the snapshot: columns of the instance's row and the unit that owns the plan. */
export interface Facts {
  fromUnitId: string;
  toUnitId: string;
  ownerUnitId: string;
  startsOn: IsoDate | null;
  dueOn: IsoDate | null;
  signedDueOn: IsoDate | null;
  doneOn: IsoDate | null;
  standing: boolean;
}

/** A person who moves an instance, with what his unit is to it. */
export interface MoveActor extends Actor {
  relations: Relation[];
}

/** The part of the actor that a machine sees; null when the system moves. */
export type EventActor = Pick<Actor, 'personId' | 'unitId' | 'post'> & {
  /** Whose post it is when the person acts by delegation. */
  onBehalfOfId?: string;
};

/** The event that a machine is given: everything that a guard needs arrives here, so nothing asks a clock or a database. */
export interface FlowEvent<Type extends string = string, Payload = unknown> {
  type: Type;
  payload: Payload;
  actor: EventActor | null;
  today: IsoDate;
  facts: Facts;
  /** For a reminder: how many times it has fired in this state, this time included. 0 for every other event. */
  firing: number;
}

/** What a machine is born with. */
export interface StartInput<Input> {
  input: Input;
  actor: EventActor | null;
  today: IsoDate;
  facts: Facts;
}

export type Phase = 'open' | 'done' | 'cancelled';

/**
 * A due row that a state wants. A reminder counted from the day of entering fires at n, 2n and 3n working days, then
 * rests; with `notBeforeStart` it counts from the first day of the work where that lies later. A clock counted from the
 * deadline fires once for each deadline.
 */
export interface Clock {
  event: string;
  when: { workingDaysAfterEntering: number; notBeforeStart?: true } | { daysAfterDue: number };
}

export interface DueClock {
  event: string;
  fireOn: IsoDate;
}

export interface FlowState {
  words: Words;
  holder: Side | null;
  phase: Phase;
  tone: Tone;
  clocks?: readonly Clock[];
}

export interface FlowEventRule {
  words: Words;
  by: readonly Relation[] | 'system';
  /** Posts that may send it; everybody but the administrator when left out. */
  posts?: readonly Post[];
  payload: z.ZodType;
  tone?: 'primary' | 'danger' | 'plain';
  /** Makes sense for many instances at once. */
  bulk?: boolean;
  /** The event that takes it back, for whoever sent it by mistake: an event with its own line of history, not an erasure. */
  undo?: string;
  /** Takes back an end: the one way out of a state that is ended, by a person and with a reason. */
  reopens?: true;
}

/** What a unit may be to the work that it opens a flow on; a `worker` has a task or a coordination in the plan. */
export type OpenerRelation = Relation | 'coordinator' | 'worker';

/** How a flow is opened by hand on a piece of work. A flow without a door is started by activation or by its parent. */
export interface Door {
  /** Flows of the work, and in which of its states; `open`: in every one that is not ended. */
  on: Partial<Record<FlowId, 'open' | readonly string[]>>;
  by: readonly OpenerRelation[];
  /** Who is asked: a party of the work, or one that the opener chooses among its parties, the plan's workers or all units. */
  asks: Side | 'owner' | 'anyParty' | 'worker' | 'anyUnit';
  /** Only one at a time on the same work. */
  once?: true;
  /** Makes sense only on work with a deadline. */
  needsTerm?: true;
  /** The field of the input that names the new instance; it takes the name of the work otherwise. */
  title?: string;
  /** The deadline of the new instance: none when left out. */
  dueOn?: 'parent' | { workingDays: number } | { input: string };
  /** The field of the input that the deadline of the work is written into. */
  parentDueOn?: string;
}

/** A condition on the start of a flow, told in words when it does not hold. */
export interface StartRule {
  words: Words;
  holds: (start: StartInput<unknown>) => boolean;
}

export interface FlowDefinition {
  id: FlowId;
  version: number;
  words: Words;
  parties: { from: Words; to: Words };
  states: Record<string, FlowState>;
  events: Record<string, FlowEventRule>;
  input: z.ZodType;
  /** No part of the hash: it concerns what is yet to be started. */
  door?: Door;
  /** Fields of payloads and input that nobody types: the server works them out and overwrites what was sent. */
  statedByServer?: readonly string[];
  /** Settled between its two parties: other helpers of the same work do not see it. */
  confidential?: true;
  /** Labels of the fields of payloads, input and context, and of choices as `field-choice`, where the common ones do not say it. */
  fieldWords?: Readonly<Record<string, Words>>;
  startRules?: readonly StartRule[];
  /** Sentences that its notices say beside those of the product, where an office wrote the flow. */
  ownNotices?: Readonly<Record<string, Words>>;
  /** Why each guard refuses; `{name}` takes a value of the context or of the facts. */
  guardWords: Record<string, Words>;
  /** Guards that judge what the person typed: they are not asked before something is typed. */
  payloadGuards?: readonly string[];
  machine: AnyStateMachine;
}

export interface Flow extends FlowDefinition {
  /** Same content, same hash, on the server and in the browser. */
  readonly hash: string;
}

/** What has to happen besides the new state; the shell carries it out in the same write. */
export type Effect =
  | { type: 'notify'; to: Side | 'owner'; template: NoticeTemplateId }
  | StartEffect
  /** `required`: the move is refused where the parent cannot take it, even if that has ended. */
  | { type: 'tellParent'; event: string; payload: Record<string, unknown>; required?: true }
  /** Reports that counted this work as done are told what is true now; see `judgeErratum`. */
  | { type: 'correctReports'; event: string; why: string | null }
  | { type: 'tellChildren'; event: string; flows?: FlowId[] }
  | { type: 'setFacts'; dueOn?: IsoDate; doneOn?: IsoDate | null };

export interface StartEffect {
  type: 'start';
  flow: FlowId;
  fromUnitId: string;
  toUnitId: string;
  title?: string;
  dueOn?: IsoDate | null;
  input: Record<string, unknown>;
}

/** The events of a flow as XState wants them: one member per event, its payload as the schema gives it out. */
export type EventsOf<Events extends Record<string, FlowEventRule>> = {
  [Type in keyof Events & string]: FlowEvent<Type, z.output<Events[Type]['payload']>>;
}[keyof Events & string];
