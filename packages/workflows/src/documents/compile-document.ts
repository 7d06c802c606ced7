import type { FlowDocument } from '@phancong/contracts';
import { and, assign, setup, type AnyStateMachine } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, joinPersons, personOf } from '../engine/effect-actions.js';
import type { Clock, Flow, FlowEvent, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import { flows } from '../flows/released-flows.js';
import { deadlinePassedEvent, OFTEN, remindEvent, takeNewDeadline, tellLate } from '../flows/shared-parts.js';
import type { NoticeTemplateId } from '../notices/notice-templates.js';
import { ownNoticeId } from '../notices/own-notices.js';
import { conditions, hasProof, isAfterDue } from './conditions.js';
import { payloadOf } from './payload-parts.js';

type Context = Record<string, unknown>;
const noContext: Context = {};
type State = FlowDocument['states'][string];
type Move = FlowDocument['moves'][number];

/** Counts how often a move sent the work back. */
const counterOf = (event: string) => `times${event.charAt(0).toUpperCase()}${event.slice(1)}`;
const oftenGuard = (event: string) => `${event}Often`;

/**
 * The flow that a document describes, on the same engine as the shipped ones: the screens, the verification and the drawing need
 * nothing new. It goes by the id of the flow that was copied; its version tells it apart. Nothing is proved here.
 */
export function compileDocument(document: FlowDocument, version = 1): Flow {
  const base = flows[document.base];
  const { words, parties } = document;
  const states = Object.fromEntries(Object.entries(document.states).map(([id, state]) => [id, stateOf(state)]));
  const events = Object.fromEntries(
    Object.entries(document.events).map(([id, { asks, posts, undo, ...rule }]): [string, FlowEventRule] => [
      id,
      { ...rule, payload: payloadOf(asks), ...(posts && { posts }), ...(undo !== undefined && { undo }) },
    ]),
  );
  return defineFlow({
    id: base.id,
    version,
    words,
    parties,
    states,
    events: { ...events, ...eventsOfSystem(document, base) },
    input: base.input,
    guardWords: guardWordsOf(document, base),
    ...(document.moves.some((move) => move.onlyWithProof) && { payloadGuards: ['withProof'] }),
    machine: machineOf(document, base, version),
    ...(document.notices && { ownNotices: document.notices }),
    ...(base.door && { door: base.door }),
    ...(base.statedByServer && { statedByServer: base.statedByServer }),
    ...(base.confidential && { confidential: base.confidential }),
    ...(base.fieldWords && { fieldWords: base.fieldWords }),
    ...(base.startRules && { startRules: base.startRules }),
  });
}

/** Only what the document uses: a version that was released keeps its words, and with them its hash. */
function guardWordsOf({ moves }: FlowDocument, base: Flow): Flow['guardWords'] {
  return {
    byAnotherPerson: base.guardWords['byAnotherPerson'] ?? conditions.byAnotherPerson,
    ...(moves.some((move) => move.onlyAfterDue) && { afterDue: conditions.afterDue }),
    ...(moves.some((move) => move.onlyWithProof) && { withProof: conditions.withProof }),
  };
}

function stateOf({ words, holder, phase, tone, remindAfterWorkingDays: days, tellsWhenLate }: State): FlowState {
  const clocks: Clock[] = [
    ...(days === undefined ? [] : [{ event: 'remind', when: { workingDaysAfterEntering: days } }]),
    ...(tellsWhenLate ? [{ event: 'deadlinePassed', when: { daysAfterDue: 1 } }] : []),
  ];
  return { words, holder, phase, tone, ...(clocks.length > 0 && { clocks }) };
}

/** What nobody does by hand: clocks where a state has one, and what the work says that this hangs on. */
function eventsOfSystem({ states, whenWorkEnds }: FlowDocument, base: Flow): Record<string, FlowEventRule> {
  const { extended, parentEnded } = base.events;
  return {
    ...(extended && { extended }),
    ...(Object.values(states).some((state) => state.remindAfterWorkingDays) && { remind: remindEvent }),
    ...(Object.values(states).some((state) => state.tellsWhenLate) && { deadlinePassed: deadlinePassedEvent }),
    ...(parentEnded && whenWorkEnds && { parentEnded }),
  };
}

function machineOf(document: FlowDocument, base: Flow, version: number): AnyStateMachine {
  const template = templatesOf(document, version);
  const returns = [...new Set(document.moves.filter((move) => move.goesBack).map((move) => move.event))];
  const states = Object.entries(document.states).map(([id, state]) => [id, nodeOf(id, state, document, template)]);
  const { extended, parentEnded } = base.events;
  const { whenWorkEnds } = document;
  const given = setup({
    types: { context: noContext, events: {} as FlowEvent, input: {} as StartInput<Context> },
    actions: {
      ...effectActions,
      keepTyped: assign(({ event }) => typedIn(document, event)),
      keepHandIn: assign(({ context, event }) => ({
        handedInBy: joinPersons(textOf(context['handedInBy']), personOf(event)),
        handedInOn: event.today,
        reason: null,
      })),
      countBack: assign(({ context, event }) => ({
        [counterOf(event.type)]: Number(context[counterOf(event.type)]) + 1,
        handedInBy: null,
      })),
      forgetHandIn: assign({ handedInBy: null, handedInOn: null }),
    },
    guards: {
      isLastReminder,
      byAnotherPerson: ({ context, event }) => isAnotherPerson(event, textOf(context['handedInBy'])),
      afterDue: isAfterDue,
      withProof: hasProof,
      ...Object.fromEntries(
        returns.map((event) => [
          oftenGuard(event),
          ({ context }: { context: Context }) => Number(context[counterOf(event)]) + 1 >= OFTEN,
        ]),
      ),
    },
  });
  return given.createMachine({
    id: document.base,
    initial: document.initial,
    context: ({ input }: { input: StartInput<Context> }) => contextOf(document, base, returns, input.input),
    entry: document.startTells.map(({ to, notice }) => notify(to, template(notice))),
    on: {
      ...(extended && { extended: takeNewDeadline }),
      ...(parentEnded && whenWorkEnds && { parentEnded: { target: `.${whenWorkEnds}` } }),
    },
    states: Object.fromEntries(states),
    // The document was checked against its schema; XState's types cannot follow data.
  } as never) as unknown as AnyStateMachine;
}

function nodeOf(
  id: string,
  { holder, phase, remindAfterWorkingDays, remindWith, tellsWhenLate }: State,
  document: FlowDocument,
  template: TemplateOf,
) {
  if (phase !== 'open') return { type: 'final' };
  const on: Record<string, unknown[]> = {};
  for (const move of document.moves.filter(({ from }) => from === id))
    on[move.event] = [...(on[move.event] ?? []), ...arrowsOf(move, template)];
  if (remindAfterWorkingDays) on['remind'] = remind(holder ?? 'from', template(remindWith ?? 'ownFlowWaiting'));
  if (tellsWhenLate) on['deadlinePassed'] = [tellLate];
  return { on };
}

type TemplateOf = (notice: string) => NoticeTemplateId;

/** A sentence of the office goes by the version that says it, for it may say otherwise in the next one. */
const templatesOf =
  ({ base, notices = {} }: FlowDocument, version: number): TemplateOf =>
  (notice) =>
    Object.hasOwn(notices, notice) ? ownNoticeId(base, version, notice) : (notice as NoticeTemplateId);

function arrowsOf(move: Move, template: TemplateOf): object[] {
  const { event, to: target, handsIn, goesBack, takesBack, tells, tellsWork } = move;
  const actions: unknown[] = ['keepTyped'];
  if (handsIn) actions.push('keepHandIn', handedIn);
  if (goesBack) actions.push('countBack', takenBack);
  if (takesBack) actions.push('forgetHandIn', takenBack);
  actions.push(...tells.map((telling) => notify(telling.to, template(telling.notice))));
  if (tellsWork !== undefined) actions.push({ type: 'tellParent', params: { event: tellsWork, payload: {} } });
  const guards = [
    ...(move.byAnotherPerson ? ['byAnotherPerson'] : []),
    ...(move.onlyAfterDue ? ['afterDue'] : []),
    ...(move.onlyWithProof ? ['withProof'] : []),
  ];
  const arrow = (more: readonly string[], told: readonly unknown[]) => {
    const [guard, ...others] = [...guards, ...more];
    if (guards.length > 0 && more.length > 0)
      throw new Error('A move that goes back is open to everybody who may send it.');
    return {
      ...(guard && { guard: others.length > 0 ? and([guard, ...others]) : guard }),
      target,
      actions: [...actions, ...told],
    };
  };
  if (!goesBack) return [arrow([], [])];
  return [arrow([oftenGuard(event)], [notify('owner', 'goingBackAndForth')]), arrow([], [])];
}

/** What the context is born with: what was typed at the start, and a place for everything that may be typed later. */
function contextOf(document: FlowDocument, base: Flow, returns: readonly string[], input: Context): Context {
  const born = base.input instanceof z.ZodObject ? Object.keys(base.input.shape) : [];
  const parts = Object.values(document.events).flatMap(({ asks }) => asks.map(({ part }) => part));
  return {
    ...Object.fromEntries(parts.map((part) => [part, null])),
    ...Object.fromEntries(born.map((field) => [field, input[field] ?? null])),
    handedInBy: null,
    handedInOn: null,
    reason: null,
    ...Object.fromEntries(returns.map((event) => [counterOf(event), 0])),
  };
}

function typedIn(document: FlowDocument, { type, payload }: FlowEvent): Context {
  const typed = typeof payload === 'object' && payload !== null ? (payload as Context) : {};
  const asks = Object.hasOwn(document.events, type) ? (document.events[type]?.asks ?? []) : [];
  return Object.fromEntries(asks.map(({ part }) => [part, typed[part] ?? null]));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
