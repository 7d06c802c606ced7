import { IsoDate, Money, typedText } from '@phancong/contracts';
import { and, assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { withReason } from '../engine/payloads.js';
import { notify, remind } from '../engine/reminders.js';
import { OFTEN, goBack, remindEvent } from './shared-parts.js';

/** Money on its way from the paying department to one unit, until that unit says that it came. */

const input = z.object({ amountVnd: Money, content: z.string() });

interface TransferContext {
  amountVnd: string;
  content: string;
  orderNumber: string | null;
  transferredOn: string | null;
  transferredBy: string | null;
  receivedOn: string | null;
  reason: string | null;
  timesMissed: number;
}

const states = {
  planned: {
    words: { vi: 'Chờ chuyển kinh phí', en: 'To be transferred' },
    holder: 'from',
    phase: 'open',
    tone: 'grey',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  transferred: {
    words: { vi: 'Đã chuyển, chờ xác nhận', en: 'Transferred, waiting for receipt' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  received: { words: { vi: 'Đã nhận kinh phí', en: 'Received' }, holder: null, phase: 'done', tone: 'green' },
} as const satisfies Record<string, FlowState>;

const events = {
  transfer: {
    words: { vi: 'Chuyển kinh phí', en: 'Transfer' },
    by: ['from'],
    payload: z.object({ orderNumber: typedText(60), on: IsoDate }),
    tone: 'primary',
  },
  confirmReceipt: {
    words: { vi: 'Xác nhận đã nhận', en: 'Confirm receipt' },
    by: ['to'],
    payload: z.object({ on: IsoDate }),
    tone: 'primary',
  },
  notReceived: {
    words: { vi: 'Báo chưa nhận được', en: 'Not received' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  remind: remindEvent,
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  notInTheFuture: {
    vi: 'Ngày ghi nhận không được sau ngày hôm nay ({today}).',
    en: 'The day may not lie after today ({today}).',
  },
  notBeforeTransfer: {
    vi: 'Ngày nhận không được trước ngày chuyển ({transferredOn}).',
    en: 'The day of receipt may not lie before the transfer ({transferredOn}).',
  },
  byAnotherPerson: {
    vi: 'Người chuyển kinh phí không được tự xác nhận đã nhận.',
    en: 'Whoever transferred the money may not confirm its receipt.',
  },
};

const machine = setup({
  types: {
    context: {} as TransferContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepOrder: assign(({ event }) =>
      event.type === 'transfer'
        ? {
            orderNumber: event.payload.orderNumber,
            transferredOn: event.payload.on,
            transferredBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepReceipt: assign(({ event }) => (event.type === 'confirmReceipt' ? { receivedOn: event.payload.on } : {})),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countMissed: assign({ timesMissed: ({ context }) => context.timesMissed + 1 }),
  },
  guards: {
    isLastReminder,
    notInTheFuture: ({ event }) =>
      (event.type !== 'transfer' && event.type !== 'confirmReceipt') || event.payload.on <= event.today,
    notBeforeTransfer: ({ context, event }) =>
      event.type !== 'confirmReceipt' || context.transferredOn === null || event.payload.on >= context.transferredOn,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.transferredBy),
    missedOften: ({ context }) => context.timesMissed + 1 >= OFTEN,
  },
}).createMachine({
  id: 'transfer',
  context: ({ input: born }) => ({
    ...born.input,
    orderNumber: null,
    transferredOn: null,
    transferredBy: null,
    receivedOn: null,
    reason: null,
    timesMissed: 0,
  }),
  initial: 'planned',
  entry: notify('from', 'transferPlanned'),
  states: {
    planned: {
      on: {
        transfer: {
          guard: 'notInTheFuture',
          target: 'transferred',
          actions: ['keepOrder', notify('to', 'transferSent')],
        },
        remind: remind('from', 'transferWaiting'),
      },
    },
    transferred: {
      on: {
        confirmReceipt: {
          guard: and(['byAnotherPerson', 'notInTheFuture', 'notBeforeTransfer']),
          target: 'received',
          actions: [
            'keepReceipt',
            { type: 'setFacts', params: ({ event }) => ({ doneOn: event.payload.on }) },
            notify('from', 'transferReceived'),
            {
              type: 'tellParent',
              params: ({ event }) => ({ event: 'transferReceived', payload: { unitId: event.facts.toUnitId } }),
            },
          ],
        },
        notReceived: goBack({
          often: 'missedOften',
          target: 'planned',
          actions: ['keepReason', 'countMissed'],
          told: 'from',
          template: 'transferNotReceived',
        }),
        remind: remind('to', 'receiptWaiting', ['from']),
      },
    },
    received: { type: 'final' },
  },
});

export const transfer = defineFlow({
  id: 'transfer',
  version: 1,
  words: { vi: 'Chuyển kinh phí', en: 'Transfer' },
  parties: {
    from: { vi: 'Đơn vị chuyển', en: 'Paying unit' },
    to: { vi: 'Đơn vị thụ hưởng', en: 'Beneficiary unit' },
  },
  states,
  events,
  input,
  guardWords,
  payloadGuards: ['notInTheFuture', 'notBeforeTransfer'],
  machine,
});
