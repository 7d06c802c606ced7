import { addWorkingDays } from '@phancong/calendar';
import { Money, UnitId, typedText } from '@phancong/contracts';
import { and, assign, setup } from 'xstate';
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
import type { EventsOf, FlowEvent, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
import { endChildren, notify, remind } from '../engine/reminders.js';
import { OFTEN, goBack, remindEvent } from './shared-parts.js';

/**
 * The money of one row: estimate, appraisal by two departments at once, approval by the leadership, transfer to the units,
 * receipt. Appraisals and transfers are instances of their own; the last one in moves this one on.
 */

const APPRAISAL_WORKING_DAYS = 5;
const input = z.object({
  purpose: typedText(500),
  /** Two departments until February 2025; one that holds both seats since (Decision 391/QĐ-BTC). */
  appraiserUnitIds: z
    .array(UnitId)
    .min(1)
    .max(2)
    .refine((ids) => new Set(ids).size === ids.length),
  payerUnitId: UnitId,
});

interface BudgetContext {
  purpose: string;
  appraiserUnitIds: string[];
  payerUnitId: string;
  totalVnd: string | null;
  round: number;
  /** Everybody who submitted it in any round: none of them appraises or approves. */
  submittedBy: string | null;
  /** Everybody who appraised it in any round: none of them approves. */
  appraisedBy: string | null;
  approvedBy: string | null;
  pendingAppraisals: number;
  pendingTransfers: number;
  returnedByUnitId: string | null;
  reason: string | null;
}

const states = {
  estimate: {
    words: { vi: 'Lập dự toán', en: 'Estimate' },
    holder: 'from',
    phase: 'open',
    tone: 'grey',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 10 } }],
  },
  appraising: {
    words: { vi: 'Đang thẩm định', en: 'In appraisal' },
    holder: null,
    phase: 'open',
    tone: 'violet',
  },
  awaitingApproval: {
    words: { vi: 'Đã thẩm định, chờ phê duyệt', en: 'Appraised, waiting for approval' },
    holder: 'to',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  returned: {
    words: { vi: 'Bị trả lại, cần chỉnh sửa', en: 'Returned' },
    holder: 'from',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  transferring: {
    words: { vi: 'Đã phê duyệt, đang chuyển kinh phí', en: 'Approved, money in transfer' },
    holder: null,
    phase: 'open',
    tone: 'blue',
  },
  settled: { words: { vi: 'Đã cấp đủ kinh phí', en: 'Settled' }, holder: null, phase: 'done', tone: 'green' },
  rejected: { words: { vi: 'Không phê duyệt', en: 'Rejected' }, holder: null, phase: 'cancelled', tone: 'red' },
  withdrawn: { words: { vi: 'Đã rút dự toán', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  submit: {
    words: { vi: 'Trình thẩm định', en: 'Submit for appraisal' },
    by: ['from'],
    payload: z.object({ totalVnd: Money.refine((total) => BigInt(total) > 0n) }),
    tone: 'primary',
  },
  approve: {
    words: { vi: 'Phê duyệt dự toán', en: 'Approve' },
    by: ['to'],
    posts: ['head'],
    payload: z.object({
      transfers: z
        .array(z.object({ unitId: UnitId, amountVnd: Money.refine((amount) => BigInt(amount) > 0n) }))
        .min(1)
        .max(100),
    }),
    tone: 'primary',
  },
  returnToSubmitter: {
    words: { vi: 'Trả lại để sửa', en: 'Return for correction' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  reject: {
    words: { vi: 'Không phê duyệt', en: 'Reject' },
    by: ['to'],
    posts: ['head'],
    payload: withReason,
    tone: 'danger',
  },
  withdraw: { words: { vi: 'Rút dự toán', en: 'Withdraw' }, by: ['from'], payload: withReason, tone: 'danger' },
  appraisalPassed: {
    words: { vi: 'Thẩm định đồng ý', en: 'An appraiser agreed' },
    by: 'system',
    payload: z.object({ unitId: UnitId, persons: z.string().nullish() }),
  },
  appraisalReturned: {
    words: { vi: 'Thẩm định trả lại', en: 'An appraiser returned it' },
    by: 'system',
    payload: z.object({ unitId: UnitId, reason: z.string(), persons: z.string().nullish() }),
  },
  transferReceived: {
    words: { vi: 'Đã nhận kinh phí', en: 'A unit received its money' },
    by: 'system',
    payload: z.object({ unitId: UnitId }),
  },
  remind: remindEvent,
  parentEnded: { words: { vi: 'Công việc đã hủy', en: 'The work was cancelled' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người trình dự toán không được tự phê duyệt.',
    en: 'Whoever submitted the estimate may not approve it.',
  },
  notAppraisedByApprover: {
    vi: 'Người đã thẩm định dự toán không được phê duyệt.',
    en: 'Whoever appraised the estimate may not approve it.',
  },
  byAnotherUnit: {
    vi: 'Đơn vị trình dự toán không được tự phê duyệt.',
    en: 'The unit that submitted the estimate may not approve it.',
  },
  transfersAddUp: {
    vi: 'Tổng kinh phí phân bổ không khớp với tổng dự toán.',
    en: 'The amounts do not add up to the total of the estimate.',
  },
};

type TransferShare = { unitId: string; amountVnd: string };

const sumOf = (shares: readonly TransferShare[]) => shares.reduce((sum, share) => sum + BigInt(share.amountVnd), 0n);

/** One appraisal for each department, all at once, each with its own term. */
const requestAppraisals = ({
  context,
  event,
}: {
  context: BudgetContext;
  event: FlowEvent<string, { totalVnd: string }>;
}) => ({
  children: context.appraiserUnitIds.map((unitId) => ({
    flow: 'appraisal' as const,
    fromUnitId: event.facts.fromUnitId,
    toUnitId: unitId,
    dueOn: addWorkingDays(event.today, APPRAISAL_WORKING_DAYS),
    input: {
      purpose: context.purpose,
      totalVnd: event.payload.totalVnd,
      round: context.round + 1,
      submittedBy: joinPersons(context.submittedBy, personOf(event)),
    },
  })),
});

const planTransfers = ({
  context,
  event,
}: {
  context: BudgetContext;
  event: FlowEvent<string, { transfers: TransferShare[] }>;
}) => ({
  children: event.payload.transfers.map(({ unitId, amountVnd }) => ({
    flow: 'transfer' as const,
    fromUnitId: context.payerUnitId,
    toUnitId: unitId,
    input: { amountVnd, content: context.purpose },
  })),
});

/** The appraisers so far and those whose opinion this event brings. */
function withAppraiser(context: BudgetContext, { payload }: { payload: object }): string | null {
  const persons = 'persons' in payload && typeof payload.persons === 'string' ? payload.persons : null;
  return joinPersons(context.appraisedBy, persons);
}

const submit = {
  target: 'appraising',
  actions: [
    // Children first: they are told the round that the submission begins.
    { type: 'startChildren' as const, params: requestAppraisals },
    'keepSubmission' as const,
  ],
};
const withdraw = {
  target: 'withdrawn',
  actions: ['keepReason' as const, notify('to', 'budgetWithdrawn'), endChildren()],
};
const parentEnded = { target: 'withdrawn', actions: endChildren() };

const machine = setup({
  types: {
    context: {} as BudgetContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepSubmission: assign(({ context, event }) =>
      event.type === 'submit'
        ? {
            totalVnd: event.payload.totalVnd,
            submittedBy: joinPersons(context.submittedBy, personOf(event)),
            round: context.round + 1,
            pendingAppraisals: context.appraiserUnitIds.length,
            returnedByUnitId: null,
            reason: null,
          }
        : {},
    ),
    countAppraisal: assign(({ context, event }) => ({
      pendingAppraisals: Math.max(0, context.pendingAppraisals - 1),
      appraisedBy: withAppraiser(context, event),
    })),
    keepReturn: assign(({ context, event }) =>
      event.type === 'appraisalReturned'
        ? {
            pendingAppraisals: 0,
            returnedByUnitId: event.payload.unitId,
            reason: event.payload.reason,
            appraisedBy: withAppraiser(context, event),
          }
        : { returnedByUnitId: event.facts.toUnitId, reason: readReason(event) },
    ),
    keepApproval: assign(({ event }) =>
      event.type === 'approve' ? { approvedBy: personOf(event), pendingTransfers: event.payload.transfers.length } : {},
    ),
    countTransfer: assign({ pendingTransfers: ({ context }) => Math.max(0, context.pendingTransfers - 1) }),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
  },
  guards: {
    isLastReminder,
    isLastAppraisal: ({ context }) => context.pendingAppraisals <= 1,
    returnedOften: ({ context }) => context.round >= OFTEN,
    isLastTransfer: ({ context }) => context.pendingTransfers <= 1,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.submittedBy),
    notAppraisedByApprover: ({ context, event }) => isAnotherPerson(event, context.appraisedBy),
    byAnotherUnit: ({ event }) => event.actor === null || event.actor.unitId !== event.facts.fromUnitId,
    transfersAddUp: ({ context, event }) =>
      event.type !== 'approve' ||
      (context.totalVnd !== null && sumOf(event.payload.transfers) === BigInt(context.totalVnd)),
  },
}).createMachine({
  id: 'budget',
  context: ({ input: { input: asked } }) => ({
    ...asked,
    totalVnd: null,
    round: 0,
    submittedBy: null,
    appraisedBy: null,
    approvedBy: null,
    pendingAppraisals: 0,
    pendingTransfers: 0,
    returnedByUnitId: null,
    reason: null,
  }),
  initial: 'estimate',
  states: {
    estimate: {
      on: { submit, withdraw, parentEnded, remind: remind('from', 'estimateWaiting') },
    },
    appraising: {
      on: {
        appraisalPassed: [
          {
            guard: 'isLastAppraisal',
            target: 'awaitingApproval',
            actions: ['countAppraisal', notify('to', 'budgetToApprove'), notify('from', 'budgetToApprove')],
          },
          { actions: 'countAppraisal' },
        ],
        appraisalReturned: [
          {
            guard: 'returnedOften',
            target: 'returned',
            actions: [
              'keepReturn',
              notify('from', 'budgetReturned'),
              notify('owner', 'goingBackAndForth'),
              endChildren(['appraisal']),
            ],
          },
          {
            target: 'returned',
            actions: ['keepReturn', notify('from', 'budgetReturned'), endChildren(['appraisal'])],
          },
        ],
        withdraw,
        parentEnded,
      },
    },
    awaitingApproval: {
      on: {
        approve: {
          guard: and(['byAnotherPerson', 'notAppraisedByApprover', 'byAnotherUnit', 'transfersAddUp']),
          target: 'transferring',
          actions: ['keepApproval', notify('from', 'budgetApproved'), { type: 'startChildren', params: planTransfers }],
        },
        returnToSubmitter: goBack({
          often: 'returnedOften',
          target: 'returned',
          actions: ['keepReturn'],
          told: 'from',
          template: 'budgetReturned',
        }),
        reject: { target: 'rejected', actions: ['keepReason', notify('from', 'budgetRejected')] },
        withdraw,
        parentEnded,
        remind: remind('to', 'budgetApprovalWaiting'),
      },
    },
    returned: {
      on: { submit, withdraw, parentEnded, remind: remind('from', 'estimateWaiting') },
    },
    transferring: {
      on: {
        transferReceived: [
          {
            guard: 'isLastTransfer',
            target: 'settled',
            actions: [
              'countTransfer',
              { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
              notify('from', 'budgetSettled'),
              notify('to', 'budgetSettled'),
            ],
          },
          { actions: 'countTransfer' },
        ],
      },
    },
    settled: { type: 'final' },
    rejected: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const budget = defineFlow({
  id: 'budget',
  version: 2,
  words: { vi: 'Dự toán kinh phí', en: 'Budget' },
  parties: {
    from: { vi: 'Đơn vị trình', en: 'Submitting unit' },
    to: { vi: 'Cấp phê duyệt', en: 'Approving level' },
  },
  states,
  events,
  input,
  statedByServer: ['totalVnd', 'transfers'],
  guardWords,
  payloadGuards: ['transfersAddUp'],
  machine,
});
