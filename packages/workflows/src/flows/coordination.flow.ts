import { typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, webLink, withReason } from '../engine/payloads.js';
import { handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import {
  OFTEN,
  deadlinePassedEvent,
  extendedEvent,
  goBack,
  remindEvent,
  takeNewDeadline,
  tellLate,
} from './shared-parts.js';

/** What one coordinating unit owes a task. It may decline with a reason; the lead then has to do without or ask another. */

const input = z.object({ request: typedText(2000).nullable().default(null) });

interface CoordinationContext {
  request: string | null;
  note: string | null;
  link: string | null;
  fileId: string | null;
  contributedOn: string | null;
  contributedBy: string | null;
  reason: string | null;
  timesAskedAgain: number;
}

const states = {
  requested: {
    words: { vi: 'Đề nghị phối hợp, chờ tiếp nhận', en: 'Requested' },
    holder: 'to',
    phase: 'open',
    tone: 'grey',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 3 } }],
  },
  acknowledged: {
    words: { vi: 'Đã nhận phối hợp', en: 'Acknowledged' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 20 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  contributed: {
    words: { vi: 'Đã gửi nội dung phối hợp, chờ xác nhận', en: 'Contributed, waiting for confirmation' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  confirmed: { words: { vi: 'Đã xác nhận', en: 'Confirmed' }, holder: null, phase: 'done', tone: 'green' },
  declined: { words: { vi: 'Từ chối phối hợp', en: 'Declined' }, holder: null, phase: 'cancelled', tone: 'red' },
  cancelled: { words: { vi: 'Thôi đề nghị', en: 'Cancelled' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  acknowledge: {
    words: { vi: 'Nhận phối hợp', en: 'Acknowledge' },
    by: ['to'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
    undo: 'withdrawAcknowledgement',
  },
  withdrawAcknowledgement: {
    words: { vi: 'Rút lại việc nhận phối hợp', en: 'Withdraw the acknowledgement' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  contribute: {
    words: { vi: 'Gửi nội dung phối hợp', en: 'Contribute' },
    by: ['to'],
    payload: z.object({ note: typedText(4000), link: webLink.optional(), fileId: z.uuid().optional() }),
    tone: 'primary',
    undo: 'withdrawContribution',
  },
  withdrawContribution: {
    words: { vi: 'Rút lại nội dung đã gửi', en: 'Withdraw the contribution' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  decline: { words: { vi: 'Từ chối phối hợp', en: 'Decline' }, by: ['to'], payload: withReason, tone: 'danger' },
  confirm: {
    words: { vi: 'Xác nhận', en: 'Confirm' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  askAgain: { words: { vi: 'Đề nghị bổ sung', en: 'Ask again' }, by: ['from'], payload: withReason, tone: 'plain' },
  cancel: {
    words: { vi: 'Thôi đề nghị phối hợp', en: 'Cancel the request' },
    by: ['from'],
    payload: withReason,
    tone: 'danger',
  },
  extended: extendedEvent,
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
  parentEnded: { words: { vi: 'Nhiệm vụ đã kết thúc', en: 'The task has ended' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người đã gửi nội dung phối hợp không được tự xác nhận.',
    en: 'Whoever contributed may not confirm it.',
  },
};

const decline = {
  target: 'declined',
  actions: [
    'keepReason' as const,
    notify('from', 'coordinationDeclined'),
    { type: 'tellParent' as const, params: { event: 'coordinationDeclined', payload: {} } },
  ],
};
const cancel = { target: 'cancelled', actions: ['keepReason' as const, notify('to', 'coordinationCancelled')] };

const machine = setup({
  types: {
    context: {} as CoordinationContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepContribution: assign(({ event }) =>
      event.type === 'contribute'
        ? {
            note: event.payload.note,
            link: event.payload.link ?? null,
            fileId: event.payload.fileId ?? null,
            contributedOn: event.today,
            contributedBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countAskedAgain: assign({ timesAskedAgain: ({ context }) => context.timesAskedAgain + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.contributedBy),
    askedAgainOften: ({ context }) => context.timesAskedAgain + 1 >= OFTEN,
  },
}).createMachine({
  id: 'coordination',
  context: ({ input: born }) => ({
    request: born.input.request,
    note: null,
    link: null,
    fileId: null,
    contributedOn: null,
    contributedBy: null,
    reason: null,
    timesAskedAgain: 0,
  }),
  initial: 'requested',
  entry: notify('to', 'coordinationRequested'),
  on: {
    extended: takeNewDeadline,
    parentEnded: { target: '.cancelled' },
  },
  states: {
    requested: {
      on: { acknowledge: { target: 'acknowledged' }, decline, cancel, remind: remind('to', 'coordinationWaiting') },
    },
    acknowledged: {
      on: {
        contribute: {
          target: 'contributed',
          actions: ['keepContribution', handedIn, notify('from', 'coordinationContributed')],
        },
        withdrawAcknowledgement: {
          target: 'requested',
          actions: ['keepReason', notify('from', 'coordinationAcknowledgementWithdrawn')],
        },
        decline,
        cancel,
        remind: remind('to', 'coordinationWaiting'),
        deadlinePassed: tellLate,
      },
    },
    contributed: {
      on: {
        confirm: {
          guard: 'byAnotherPerson',
          target: 'confirmed',
          actions: [notify('to', 'coordinationConfirmed')],
        },
        withdrawContribution: {
          target: 'acknowledged',
          actions: ['keepReason', takenBack, notify('from', 'contributionWithdrawn')],
        },
        askAgain: goBack({
          often: 'askedAgainOften',
          target: 'acknowledged',
          actions: ['keepReason', 'countAskedAgain', takenBack],
          told: 'to',
          template: 'coordinationAskedAgain',
        }),
        cancel,
        remind: remind('from', 'contributionWaiting'),
      },
    },
    confirmed: { type: 'final' },
    declined: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

export const coordination = defineFlow({
  id: 'coordination',
  version: 2,
  words: { vi: 'Phối hợp', en: 'Coordination' },
  parties: {
    from: { vi: 'Đơn vị chủ trì', en: 'Lead unit' },
    to: { vi: 'Đơn vị phối hợp', en: 'Coordinating unit' },
  },
  door: {
    on: { task: 'open' },
    by: ['to'],
    asks: 'anyUnit',
    dueOn: 'parent',
  },
  states,
  events,
  input,
  guardWords,
  machine,
});
