import type { Actor, IsoDate } from '@phancong/contracts';
import type { AnyMachineSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';

import { eventFor } from '../engine/decide-move.js';
import { isLastReminder, MAX_REMINDERS } from '../engine/effect-actions.js';
import type { Facts, Flow, FlowEvent } from '../engine/flow.js';
import { judgeArrows } from '../engine/judge-guards.js';
import { refuseMover } from '../engine/refusals.js';
import { relationsOf } from '../engine/relations.js';
import { arrowsOf, transitionTable, type Arrow } from '../engine/transition-table.js';
import { sampleValue } from './sample-value.js';

/** One step of a path: who sends what, how often in a row (a reminder speaks of itself only when it fires for the third time). */
export interface PathStep {
  event: string;
  payload: unknown;
  /** Null: the system. */
  actor: Actor | null;
  times: number;
}

/** The shortest way that takes one arrow, its last step being the arrow itself. */
export interface ArrowPath {
  arrow: Arrow;
  steps: PathStep[];
}

/** What the paths are worked out with: who is there, between whom, what is typed where the smallest valid value is not enough. */
export interface PathStage {
  facts: Facts;
  today: IsoDate;
  people: readonly Actor[];
  input?: unknown;
  payloads?: Record<string, unknown>;
}

type SentEvent = FlowEvent & { step: PathStep };

const COUNTED_UP_TO = 3;

/**
 * XState's own graph walk over the machine, with the events that the people of the stage may send: a path for every arrow
 * that it reaches. Guards see what they would see in the office; who may send is judged beside the machine, as in the engine.
 */
export function findArrowPaths(flow: Flow, stage: PathStage): { paths: ArrowPath[]; unreached: Arrow[] } {
  const { facts, today } = stage;
  const states = getShortestPaths(flow.machine, {
    input: { input: flow.input.parse(stage.input ?? sampleValue(flow.input)), actor: null, today, facts },
    events: (snapshot: AnyMachineSnapshot) => eventsIn(flow, String(snapshot.value), stage),
    serializeState: (snapshot: AnyMachineSnapshot) => keyOf(flow, snapshot, stage.people),
    serializeEvent: (event: { type: string }) => {
      const step = 'step' in event ? (event as SentEvent).step : undefined;
      return JSON.stringify([event.type, step?.actor?.personId, step?.times]);
    },
  });
  const found = new Map<Arrow, PathStep[]>();
  for (const { state, steps } of states) {
    const way = steps.flatMap(({ event }) => ('step' in event ? [(event as unknown as SentEvent).step] : []));
    const stored = { value: String(state.value), context: state.context as Record<string, unknown> };
    for (const event of eventsIn(flow, stored.value, stage)) {
      const snapshot = { ...stored, status: 'active' as const, since: today, reminders: 0, toldDueOn: null };
      const { arrow } = judgeArrows(flow, snapshot, event);
      const known = arrow && found.get(arrow);
      if (arrow && (!known || known.length > way.length + 1)) found.set(arrow, [...way, event.step]);
    }
  }
  const arrows = [...transitionTable(flow.machine).values()].flatMap((byEvent) => [...byEvent.values()].flat());
  return {
    paths: [...found].map(([arrow, steps]) => ({ arrow, steps })),
    unreached: arrows.filter((arrow) => !found.has(arrow)),
  };
}

function eventsIn(flow: Flow, state: string, { facts, today, people, payloads }: PathStage): SentEvent[] {
  const expected = transitionTable(flow.machine).get(state)?.keys() ?? [];
  return [...expected].flatMap((event) => {
    const rule = flow.events[event];
    if (!rule) return [];
    const payload = payloads?.[event] ?? sampleValue(rule.payload);
    const parsed = rule.payload.safeParse(payload);
    if (!parsed.success) return [];
    const send = (actor: Actor | null, times: number): SentEvent => {
      const mover = actor ? { ...actor, relations: relationsOf(actor.unitId, facts, []) } : 'system';
      const sent = eventFor(event, parsed.data, mover, today, facts);
      return { ...sent, firing: isReminder(flow, state, event) ? times : 0, step: { event, payload, actor, times } };
    };
    if (rule.by === 'system')
      return isReminder(flow, state, event) ? [send(null, 1), send(null, MAX_REMINDERS)] : [send(null, 1)];
    return people.flatMap((actor) => {
      const relations = relationsOf(actor.unitId, facts, []);
      return refuseMover(flow, rule, { ...actor, relations }) ? [] : [send(actor, 1)];
    });
  });
}

const isReminder = (flow: Flow, state: string, event: string) =>
  arrowsOf(flow.machine, state, event).some((arrow) => arrow.guards.includes(isLastReminder.name));

/** Scenes that differ only in texts, or in counters beyond three, are one; persons and states are no texts. */
function keyOf(flow: Flow, { value, context }: AnyMachineSnapshot, people: readonly Actor[]): string {
  const telling = new Set<unknown>([...people.map((actor) => actor.personId), ...Object.keys(flow.states)]);
  const marks = Object.values(context as Record<string, unknown>).map((entry) => {
    if (typeof entry === 'number') return Math.min(entry, COUNTED_UP_TO);
    return entry === null || typeof entry === 'boolean' || telling.has(entry) ? entry : 'text';
  });
  return JSON.stringify([value, marks]);
}
