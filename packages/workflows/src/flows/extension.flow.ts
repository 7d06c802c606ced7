import { IsoDate, typedText } from '@phancong/contracts';
import { and, assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, Facts, FlowEventRule, FlowState, StartInput, StartRule } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
import { notify, remind } from '../engine/reminders.js';
import { remindEvent } from './shared-parts.js';

/** A unit asks for more time; whoever assigned decides. The signed deadline is kept beside the new one. */

const input = z.object({
  askedDueOn: IsoDate,
  reason: typedText(1000),
  /** The deadline of the work as it stands; without it the deadline of this instance's own row is taken. */
  currentDueOn: IsoDate.nullish(),
});

type ExtensionInput = z.output<typeof input>;

const currentDueOn = (asked: ExtensionInput, facts: Facts) => asked.currentDueOn ?? facts.dueOn;

interface ExtensionContext {
  askedDueOn: string;
  currentDueOn: string | null;
  askedReason: string;
  askedBy: string | null;
  grantedDueOn: string | null;
  note: string | null;
  reason: string | null;
}

const states = {
  asked: {
    words: { vi: 'Đã đề nghị, chờ trả lời', en: 'Asked' },
    holder: 'to',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 3 } }],
  },
  granted: { words: { vi: 'Đồng ý gia hạn', en: 'Granted' }, holder: null, phase: 'done', tone: 'green' },
  refused: { words: { vi: 'Không đồng ý', en: 'Refused' }, holder: null, phase: 'done', tone: 'red' },
  withdrawn: { words: { vi: 'Đã rút đề nghị', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  grant: {
    words: { vi: 'Đồng ý gia hạn', en: 'Grant' },
    by: ['to'],
    payload: z.object({ dueOn: IsoDate.optional(), note: typedText(1000).optional() }),
    tone: 'primary',
  },
  refuse: { words: { vi: 'Không đồng ý', en: 'Refuse' }, by: ['to'], payload: withReason, tone: 'danger' },
  withdraw: { words: { vi: 'Rút đề nghị', en: 'Withdraw' }, by: ['from'], payload: nothing, tone: 'plain' },
  remind: remindEvent,
  parentEnded: { words: { vi: 'Nhiệm vụ đã kết thúc', en: 'The work has ended' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const startRules: readonly StartRule[] = [
  {
    words: {
      vi: 'Ngày đề nghị gia hạn phải sau thời hạn hiện tại.',
      en: 'The day asked for must lie after the present deadline.',
    },
    holds: (start) => {
      const asked = start.input as ExtensionInput;
      const current = currentDueOn(asked, start.facts);
      return current === null || asked.askedDueOn > current;
    },
  },
];

const guardWords = {
  laterThanNow: {
    vi: 'Thời hạn mới phải sau thời hạn hiện tại ({currentDueOn}).',
    en: 'The new deadline must lie after the present one ({currentDueOn}).',
  },
  byAnotherPerson: {
    vi: 'Người đề nghị gia hạn không được tự quyết định; cần một người khác.',
    en: 'Whoever asked for more time may not decide on it; another person has to.',
  },
};

const machine = setup({
  types: {
    context: {} as ExtensionContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<ExtensionInput>,
  },
  actions: {
    ...effectActions,
    keepGrant: assign(({ context, event }) =>
      event.type === 'grant'
        ? { grantedDueOn: event.payload.dueOn ?? context.askedDueOn, note: event.payload.note ?? null }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.askedBy),
    laterThanNow: ({ context, event }) =>
      event.type !== 'grant' ||
      context.currentDueOn === null ||
      (event.payload.dueOn ?? context.askedDueOn) > context.currentDueOn,
  },
}).createMachine({
  id: 'extension',
  context: ({ input: born }) => ({
    askedDueOn: born.input.askedDueOn,
    currentDueOn: currentDueOn(born.input, born.facts),
    askedReason: born.input.reason,
    askedBy: personOf(born),
    grantedDueOn: null,
    note: null,
    reason: null,
  }),
  initial: 'asked',
  entry: notify('to', 'extensionAsked'),
  on: { parentEnded: { target: '.withdrawn' } },
  states: {
    asked: {
      on: {
        grant: {
          guard: and(['byAnotherPerson', 'laterThanNow']),
          target: 'granted',
          actions: [
            'keepGrant',
            { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
            notify('from', 'extensionGranted'),
            {
              type: 'tellParent',
              params: ({ context, event }) => ({
                event: 'extended',
                payload: { dueOn: event.payload.dueOn ?? context.askedDueOn },
              }),
            },
          ],
        },
        refuse: {
          guard: 'byAnotherPerson',
          target: 'refused',
          actions: [
            'keepReason',
            { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
            notify('from', 'extensionRefused'),
          ],
        },
        withdraw: { target: 'withdrawn', actions: notify('to', 'extensionWithdrawn') },
        remind: remind('to', 'extensionWaiting'),
      },
    },
    granted: { type: 'final' },
    refused: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const extension = defineFlow({
  id: 'extension',
  version: 1,
  words: { vi: 'Đề nghị gia hạn', en: 'Extension' },
  parties: {
    from: { vi: 'Đơn vị đề nghị', en: 'Asking unit' },
    to: { vi: 'Đơn vị giao', en: 'Assigning unit' },
  },
  door: {
    on: { task: 'open', checkpoint: 'open', periodReport: 'open', explanation: 'open' },
    by: ['to'],
    asks: 'from',
    once: true,
    needsTerm: true,
    parentDueOn: 'currentDueOn',
  },
  states,
  events,
  input,
  statedByServer: ['currentDueOn'],
  startRules,
  guardWords,
  payloadGuards: ['laterThanNow'],
  machine,
});
