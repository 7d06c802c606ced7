import { typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../../engine/flow.js';
import { nothing, webLink, withReason } from '../../engine/payloads.js';
import { notify, remind } from '../../engine/reminders.js';
import {
  OFTEN,
  deadlinePassedEvent,
  extendedEvent,
  goBack,
  remindEvent,
  takeNewDeadline,
  tellLate,
} from '../shared-parts.js';

/** Version 1, for products that were offered on it: what was sent cannot be taken back. A product passes from unit to unit; both sign. The giver stays answerable until the receiver has accepted. */

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
  },
  refuse: { words: { vi: 'Từ chối tiếp nhận', en: 'Refuse' }, by: ['to'], payload: withReason, tone: 'danger' },
  done: {
    words: { vi: 'Báo đã xử lý xong', en: 'Report as done' },
    by: ['to'],
    payload: z.object({ proofLink: webLink, note: typedText(2000).optional() }),
    tone: 'primary',
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
        done: { target: 'done', actions: ['keepProof', notify('from', 'handoffDone')] },
        remind: remind('to', 'handoffWaiting'),
        deadlinePassed: tellLate,
      },
    },
    refused: {
      on: {
        offerAgain: { target: 'offered', actions: 'keepNote' },
        withdraw,
        remind: remind('from', 'handoffWaiting'),
      },
    },
    done: {
      on: {
        confirm: {
          guard: 'byAnotherPerson',
          target: 'confirmed',
          actions: [
            { type: 'setFacts', params: ({ context }) => ({ doneOn: context.doneOn }) },
            notify('to', 'handoffConfirmed'),
          ],
        },
        notDone: goBack({
          often: 'notDoneOften',
          target: 'accepted',
          actions: ['keepReason', 'countNotDone'],
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

export const handoff1 = defineFlow({
  id: 'handoff',
  version: 1,
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
