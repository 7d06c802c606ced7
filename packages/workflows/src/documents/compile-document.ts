import { typedText, type FlowId } from '@phancong/contracts';
import { assign, setup, type AnyStateMachine } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import {
  effectActions,
  isAnotherPerson,
  isLastReminder,
  joinPersons,
  personOf,
  readReason,
} from '../engine/effect-actions.js';
import type { Flow, FlowEvent, FlowEventRule, FlowState } from '../engine/flow.js';
import { nothing, webLink, withReason } from '../engine/payloads.js';
import { notify, remind } from '../engine/reminders.js';
import { OFTEN, remindEvent } from '../flows/shared-parts.js';
import type { FlowDocument } from './flow-document.js';

interface DocumentContext {
  handedInBy: string | null;
  timesBack: number;
  reason: string | null;
  note: string | null;
  link: string | null;
}

const payloads = {
  nothing,
  reason: withReason,
  note: z.object({ note: typedText(4000) }),
  evidence: z.object({ note: typedText(4000), link: webLink }),
};

const guardWords = {
  byAnotherPerson: {
    vi: 'Người đã trình, nộp không được tự quyết định; cần một người khác.',
    en: 'Whoever handed it in may not decide on it; another person has to.',
  },
};

const textIn = ({ payload }: FlowEvent, field: 'note' | 'link') => {
  const value =
    typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? { [field]: value } : {};
};

const vocabulary = setup({
  types: { context: {} as DocumentContext, events: {} as FlowEvent },
  actions: {
    ...effectActions,
    keepTyped: assign(({ event }) => ({
      reason: readReason(event),
      ...textIn(event, 'note'),
      ...textIn(event, 'link'),
    })),
    keepHandIn: assign({ handedInBy: ({ context, event }) => joinPersons(context.handedInBy, personOf(event)) }),
    countBack: assign({ timesBack: ({ context }) => context.timesBack + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.handedInBy),
    backOften: ({ context }) => context.timesBack + 1 >= OFTEN,
  },
});

type Move = FlowDocument['moves'][number];

/** The flow that a document describes, on the same engine as the shipped ones. Nothing is proved here. */
export function compileDocument(document: FlowDocument): Flow {
  const states = Object.fromEntries(
    Object.entries(document.states).map(([id, { remindAfterWorkingDays: days, ...state }]): [string, FlowState] => [
      id,
      { ...state, ...(days && { clocks: [{ event: 'remind', when: { workingDaysAfterEntering: days } }] }) },
    ]),
  );
  const events = Object.fromEntries(
    Object.entries(document.events).map(([id, { asks, posts, ...rule }]): [string, FlowEventRule] => [
      id,
      { ...rule, payload: payloads[asks], ...(posts && { posts }) },
    ]),
  );
  const reminds = Object.values(document.states).some((state) => state.remindAfterWorkingDays);
  return defineFlow({
    // The engine asks for the id of a shipped flow only where it finds one by its id; this one is handed over as it is.
    id: document.id as FlowId,
    version: document.version,
    words: document.words,
    parties: document.parties,
    states,
    events: reminds ? { ...events, remind: remindEvent } : events,
    input: z.object({}),
    guardWords,
    machine: vocabulary.createMachine(machineOf(document)) as unknown as AnyStateMachine,
  });
}

function machineOf(document: FlowDocument) {
  const states = Object.entries(document.states).map(([id, { holder, phase, remindAfterWorkingDays }]) => {
    if (phase !== 'open') return [id, { type: 'final' }];
    const moves = document.moves.filter((move) => move.from === id);
    const on: Record<string, unknown> = {};
    for (const move of moves)
      on[move.event] = [...((on[move.event] as unknown[] | undefined) ?? []), ...arrowsOf(move, document)];
    if (remindAfterWorkingDays) on['remind'] = remind(holder ?? 'from', 'ownFlowWaiting');
    return [id, { on }];
  });
  return {
    id: document.id,
    initial: document.initial,
    context: { handedInBy: null, timesBack: 0, reason: null, note: null, link: null },
    states: Object.fromEntries(states) as object,
    // The document was checked against its schema; XState's types cannot follow data.
  } as never;
}

function arrowsOf({ to: target, handsIn, byAnotherPerson, goesBack }: Move, { states }: FlowDocument): object[] {
  const holder = states[target]?.holder;
  const actions: unknown[] = ['keepTyped'];
  if (handsIn) actions.push('keepHandIn');
  if (goesBack) actions.push('countBack');
  if (holder) actions.push(notify(holder, 'ownFlowMoved'));
  const guard = byAnotherPerson ? { guard: 'byAnotherPerson' } : {};
  if (!goesBack) return [{ ...guard, target, actions }];
  return [
    { guard: 'backOften', target, actions: [...actions, notify('owner', 'goingBackAndForth')] },
    { target, actions },
  ];
}
