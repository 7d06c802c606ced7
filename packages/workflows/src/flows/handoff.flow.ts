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

/** A product passes from unit to unit; both sign. The giver stays answerable until the receiver has accepted. */

const input = z.object({
  product: typedText(300),
  note: typedText(2000).nullish(),
  link: webLink.nullish(),
  fileId: z.uuid().nullish(),
});

interface HandoffContext {
  product: string;
  note: string | null;
  link: string | null;
  fileId: string | null;
  proofLink: string | null;
  proofNote: string | null;
  doneOn: string | null;
  doneBy: string | null;
  reason: string | null;
  timesRefused: number;
  timesNotDone: number;
}

const states = {
  offered: {
    words: { vi: 'Đã bàn giao, chờ tiếp nhận', en: 'Offered' },
    holder: 'to',
    phase: 'open',
    tone: 'grey',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  accepted: {
    words: { vi: 'Đã tiếp nhận, đang xử lý', en: 'Accepted, in work' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 10 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  refused: {
    words: { vi: 'Bị từ chối', en: 'Refused' },
    holder: 'from',
    phase: 'open',
    tone: 'red',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  done: {
    words: { vi: 'Đã xử lý xong, chờ xác nhận', en: 'Done, waiting for confirmation' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  confirmed: { words: { vi: 'Đã xác nhận', en: 'Confirmed' }, holder: null, phase: 'done', tone: 'green' },
  withdrawn: { words: { vi: 'Đã rút lại', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  accept: {
    words: { vi: 'Tiếp nhận sản phẩm', en: 'Accept' },
    by: ['to'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
    undo: 'withdrawAcceptance',
  },
  withdrawAcceptance: {
    words: { vi: 'Rút lại việc tiếp nhận', en: 'Withdraw the acceptance' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  refuse: {
    words: { vi: 'Từ chối tiếp nhận', en: 'Refuse' },
    by: ['to'],
    payload: withReason,
    tone: 'danger',
    undo: 'withdrawRefusal',
  },
  withdrawRefusal: {
    words: { vi: 'Rút lại việc từ chối', en: 'Withdraw the refusal' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  done: {
    words: { vi: 'Báo đã xử lý xong', en: 'Report as done' },
    by: ['to'],
    payload: z.object({ proofLink: webLink, note: typedText(2000).optional() }),
    tone: 'primary',
    undo: 'withdrawDone',
  },
  withdrawDone: {
    words: { vi: 'Rút lại báo cáo xử lý xong', en: 'Withdraw the report' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  confirm: {
    words: { vi: 'Xác nhận kết quả', en: 'Confirm' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  notDone: { words: { vi: 'Đề nghị làm lại', en: 'Not done yet' }, by: ['from'], payload: withReason, tone: 'plain' },
  offerAgain: {
    words: { vi: 'Bàn giao lại', en: 'Offer again' },
    by: ['from'],
    payload: z.object({ note: typedText(2000) }),
    tone: 'primary',
  },
  withdraw: { words: { vi: 'Rút lại', en: 'Withdraw' }, by: ['from'], payload: withReason, tone: 'danger' },
  extended: extendedEvent,
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
  parentEnded: { words: { vi: 'Nhiệm vụ đã hủy', en: 'The task was cancelled' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người báo xử lý xong không được tự xác nhận kết quả.',
    en: 'Whoever reported it as done may not confirm it.',
  },
};

const withdraw = { target: 'withdrawn', actions: ['keepReason' as const, notify('to', 'handoffWithdrawn')] };

const machine = setup({
  types: {
    context: {} as HandoffContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    keepNote: assign(({ event }) => (event.type === 'offerAgain' ? { note: event.payload.note, reason: null } : {})),
    keepProof: assign(({ event }) =>
      event.type === 'done'
        ? {
            proofLink: event.payload.proofLink,
            proofNote: event.payload.note ?? null,
            doneOn: event.today,
            doneBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    countRefused: assign({ timesRefused: ({ context }) => context.timesRefused + 1 }),
    countNotDone: assign({ timesNotDone: ({ context }) => context.timesNotDone + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.doneBy),
    refusedOften: ({ context }) => context.timesRefused + 1 >= OFTEN,
    notDoneOften: ({ context }) => context.timesNotDone + 1 >= OFTEN,
  },
}).createMachine({
  id: 'handoff',
  context: ({ input: { input: offered } }) => ({
    product: offered.product,
    note: offered.note ?? null,
    link: offered.link ?? null,
    fileId: offered.fileId ?? null,
    proofLink: null,
    proofNote: null,
    doneOn: null,
    doneBy: null,
    reason: null,
    timesRefused: 0,
    timesNotDone: 0,
  }),
  initial: 'offered',
  on: {
    extended: takeNewDeadline,
    parentEnded: { target: '.withdrawn' },
  },
  states: {
    offered: {
      entry: notify('to', 'handoffOffered'),
      on: {
        accept: { target: 'accepted', actions: notify('from', 'handoffAccepted') },
        refuse: goBack({
          often: 'refusedOften',
          target: 'refused',
          actions: ['keepReason', 'countRefused'],
          told: 'from',
          template: 'handoffRefused',
        }),
        withdraw,
        remind: remind('to', 'handoffWaiting'),
      },
    },
    accepted: {
      on: {
        done: { target: 'done', actions: ['keepProof', handedIn, notify('from', 'handoffDone')] },
        withdrawAcceptance: {
          target: 'offered',
          actions: ['keepReason', notify('from', 'handoffAcceptanceWithdrawn')],
        },
        remind: remind('to', 'handoffWaiting'),
        deadlinePassed: tellLate,
      },
    },
    refused: {
      on: {
        offerAgain: { target: 'offered', actions: 'keepNote' },
        withdrawRefusal: { target: 'offered', actions: ['keepReason', notify('from', 'handoffRefusalWithdrawn')] },
        withdraw,
        remind: remind('from', 'handoffWaiting'),
      },
    },
    done: {
      on: {
        confirm: {
          guard: 'byAnotherPerson',
          target: 'confirmed',
          actions: notify('to', 'handoffConfirmed'),
        },
        withdrawDone: {
          target: 'accepted',
          actions: ['keepReason', takenBack, notify('from', 'handoffDoneWithdrawn')],
        },
        notDone: goBack({
          often: 'notDoneOften',
          target: 'accepted',
          actions: ['keepReason', 'countNotDone', takenBack],
          told: 'to',
          template: 'handoffNotDone',
        }),
        remind: remind('from', 'handoffWaiting'),
      },
    },
    confirmed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const handoff = defineFlow({
  id: 'handoff',
  version: 2,
  words: { vi: 'Bàn giao sản phẩm', en: 'Hand-off' },
  parties: {
    from: { vi: 'Đơn vị bàn giao', en: 'Giving unit' },
    to: { vi: 'Đơn vị tiếp nhận', en: 'Receiving unit' },
  },
  door: {
    on: { task: 'open' },
    by: ['from', 'to', 'coordinator'],
    asks: 'anyParty',
    title: 'product',
  },
  states,
  events,
  input,
  guardWords,
  machine,
});
