import type { Actor, FlowId } from '@phancong/contracts';

/** The idempotency key of a request, what was asked under it, and the answer that a repetition gets. */
export interface KeyedRequest {
  key: string;
  fingerprint: string;
  answer: unknown;
}

/** What one request writes; it happens whole or not at all, and other requests of the same statement do not feel it. */
export interface MoveGroup {
  grp: number;
  /** How many stored instances it changes; fewer found at their expected versions means a conflict. */
  size: number;
  key: string | null;
  person_id: string | null;
  fingerprint: string | null;
  answer: unknown;
}

export interface InstanceWrite {
  grp: number;
  id: string;
  expected: number;
  version: number;
  state: string;
  phase: string;
  snapshot: unknown;
  holder: string | null;
  due_on: string | null;
  done_on: string | null;
}

export interface BornWrite extends Omit<InstanceWrite, 'expected'> {
  flow: FlowId;
  machine_version: number;
  plan_id: string;
  item_id: string | null;
  parent_id: string | null;
  from_unit_id: string;
  to_unit_id: string;
  title: string | null;
  period_label: string | null;
  starts_on: string | null;
  signed_due_on: string | null;
  standing: boolean;
}

/**
 * Where a row of history came from: a person at a screen, one of many moves of a list, another system with an API token, a clock that the
 * worker fired, or what one of these brought about in the work around it.
 */
export type Origin = 'screen' | 'bulk' | 'token' | 'worker' | 'consequence';

export interface HistoryWrite {
  grp: number;
  instance_id: string;
  version: number;
  on_day: string;
  person_id: string | null;
  unit_id: string | null;
  post: string | null;
  /** Whose post it is, where the person acted by delegation. */
  on_behalf_of_id: string | null;
  /** Where it came from; see `Origin`. */
  origin: Origin;
  event: string;
  payload: unknown;
  from_state: string | null;
  to_state: string;
}

export interface DueWrite {
  grp: number;
  instance_id: string;
  event: string;
  fire_on: string;
}

/** One outbox row a request: which screens to wake and which units to tell. */
export interface OutboxEffect {
  planId: string;
  changed: {
    instanceId: string;
    unitIds: string[];
    /** The versions that its moves led to: those after `since`, up to `version`. Without: other things of it changed. */
    moved?: { since: number; version: number; phase: string };
  }[];
  notices: { instanceId: string; unitId: string; template: string }[];
}

export interface OutboxWrite {
  grp: number;
  instance_id: string;
  effect: OutboxEffect;
  by_unit_id: string | null;
  on_day: string;
}

export interface Writes {
  groups: MoveGroup[];
  instances: InstanceWrite[];
  born: BornWrite[];
  history: HistoryWrite[];
  due: DueWrite[];
  outbox: OutboxWrite[];
}

/** The person, unit and post of a history row; the system has none. */
export const signatureOf = (actor: Actor | null) => ({
  person_id: actor?.personId ?? null,
  unit_id: actor?.unitId ?? null,
  post: actor?.post ?? null,
  on_behalf_of_id: actor?.onBehalfOf?.personId ?? null,
});
