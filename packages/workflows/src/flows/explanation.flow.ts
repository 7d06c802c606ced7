import { typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, webLink, withReason } from '../engine/payloads.js';
import { handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import {
  deadlinePassedEvent,
  extendedEvent,
  goBack,
  OFTEN,
  remindEvent,
  takeNewDeadline,
  tellLate,
} from './shared-parts.js';

/** Giải trình: whoever stands above asks a unit why work is late or poor; the unit explains, and the explanation is judged. */

const input = z.object({ matter: typedText(1000) });

interface ExplanationContext {
  matter: string;
  explanation: string | null;
  remedy: string | null;
  link: string | null;
  givenOn: string | null;
  givenBy: string | null;
  reason: string | null;
  timesAskedAgain: number;
}

const states = {
  asked: {
    words: { vi: 'Yêu cầu giải trình, chờ giải trình', en: 'Asked for' },
    holder: 'to',
    phase: 'open',
    tone: 'amber',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 3 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  given: {
    words: { vi: 'Đã giải trình, chờ kết luận', en: 'Given, waiting to be judged' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  accepted: { words: { vi: 'Chấp nhận giải trình', en: 'Accepted' }, holder: null, phase: 'done', tone: 'green' },
  rejected: {
    words: { vi: 'Không chấp nhận giải trình', en: 'Not accepted' },
    holder: null,
    phase: 'done',
    tone: 'red',
  },
  withdrawn: { words: { vi: 'Thôi yêu cầu', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  give: {
    words: { vi: 'Gửi giải trình', en: 'Explain' },
    by: ['to'],
    payload: z.object({
      explanation: typedText(4000),
      remedy: typedText(2000).optional(),
      link: webLink.optional(),
    }),
    tone: 'primary',
  },
  accept: { words: { vi: 'Chấp nhận giải trình', en: 'Accept' }, by: ['from'], payload: nothing, tone: 'primary' },
  reject: { words: { vi: 'Không chấp nhận', en: 'Do not accept' }, by: ['from'], payload: withReason, tone: 'danger' },
  askMore: {
    words: { vi: 'Yêu cầu giải trình thêm', en: 'Ask for more' },
    by: ['from'],
    payload: withReason,
    tone: 'plain',
  },
  withdraw: { words: { vi: 'Thôi yêu cầu', en: 'Withdraw' }, by: ['from'], payload: withReason, tone: 'danger' },
  extended: extendedEvent,
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người gửi giải trình không được tự kết luận.',
    en: 'Whoever explained may not judge the explanation.',
  },
};

const machine = setup({
  types: {
    context: {} as ExplanationContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepExplanation: assign(({ event }) =>
      event.type === 'give'
        ? {
            explanation: event.payload.explanation,
            remedy: event.payload.remedy ?? null,
            link: event.payload.link ?? null,
            givenOn: event.today,
            givenBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countAskedAgain: assign({ timesAskedAgain: ({ context }) => context.timesAskedAgain + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.givenBy),
    askedAgainOften: ({ context }) => context.timesAskedAgain + 1 >= OFTEN,
  },
}).createMachine({
  id: 'explanation',
  context: ({ input: born }) => ({
    matter: born.input.matter,
    explanation: null,
    remedy: null,
    link: null,
    givenOn: null,
    givenBy: null,
    reason: null,
    timesAskedAgain: 0,
  }),
  initial: 'asked',
  entry: notify('to', 'explanationAsked'),
  on: { extended: takeNewDeadline },
  states: {
    asked: {
      on: {
        give: { target: 'given', actions: ['keepExplanation', handedIn, notify('from', 'explanationGiven')] },
        withdraw: { target: 'withdrawn', actions: ['keepReason', notify('to', 'explanationWithdrawn')] },
        remind: remind('to', 'explanationWaiting'),
        deadlinePassed: tellLate,
      },
    },
    given: {
      on: {
        accept: { guard: 'byAnotherPerson', target: 'accepted', actions: notify('to', 'explanationAccepted') },
        reject: {
          guard: 'byAnotherPerson',
          target: 'rejected',
          actions: ['keepReason', notify('to', 'explanationRejected'), notify('owner', 'explanationRejected')],
        },
        askMore: goBack({
          often: 'askedAgainOften',
          target: 'asked',
          actions: ['keepReason', 'countAskedAgain', takenBack],
          told: 'to',
          template: 'explanationAskedAgain',
        }),
        remind: remind('from', 'explanationToJudge'),
      },
    },
    accepted: { type: 'final' },
    rejected: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const explanation = defineFlow({
  id: 'explanation',
  version: 1,
  words: { vi: 'Giải trình', en: 'Explanation' },
  parties: {
    from: { vi: 'Đơn vị yêu cầu', en: 'Asking unit' },
    to: { vi: 'Đơn vị giải trình', en: 'Explaining unit' },
  },
  door: {
    on: { task: 'open', checkpoint: 'open', periodReport: 'open' },
    by: ['from', 'owner', 'superior'],
    asks: 'to',
    once: true,
    title: 'matter',
    dueOn: { workingDays: 5 },
  },
  confidential: true,
  states,
  events,
  input,
  fieldWords: {
    matter: { vi: 'Nội dung yêu cầu giải trình', en: 'What is to be explained' },
    explanation: { vi: 'Giải trình', en: 'Explanation' },
    remedy: { vi: 'Biện pháp khắc phục', en: 'Remedy' },
    givenOn: { vi: 'Ngày giải trình', en: 'Explained on' },
  },
  guardWords,
  machine,
});
