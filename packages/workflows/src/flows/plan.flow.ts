import { IsoDate, typedText } from '@phancong/contracts';
import { and, assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
import { notify, remind } from '../engine/reminders.js';
import { remindEvent } from './shared-parts.js';

/** The signed plan itself. Both parties are the unit that owns it; two different persons review and approve. */

const input = z.object({ openDoubts: z.number().int().min(0).default(0) });

interface PlanContext {
  /** What the reader was not sure of and nobody has settled yet. */
  openDoubts: number;
  submittedBy: string | null;
  approvedBy: string | null;
  approvedOn: string | null;
  activatedOn: string | null;
  reason: string | null;
}

const states = {
  draft: {
    words: { vi: 'Dự thảo', en: 'Draft' },
    holder: 'from',
    phase: 'open',
    tone: 'grey',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 10 } }],
  },
  inReview: {
    words: { vi: 'Đang soát xét', en: 'In review' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  approved: {
    words: { vi: 'Đã phê duyệt, chưa giao', en: 'Approved, not assigned yet' },
    holder: 'from',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  active: {
    words: { vi: 'Đang thực hiện', en: 'Active' },
    holder: 'from',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'termEnded', when: { daysAfterDue: 1 } }],
  },
  closed: { words: { vi: 'Đã kết thúc', en: 'Closed' }, holder: null, phase: 'done', tone: 'green' },
  discarded: { words: { vi: 'Đã bỏ dự thảo', en: 'Draft discarded' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  submitForReview: {
    words: { vi: 'Trình soát xét', en: 'Submit for review' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
  },
  returnToDraft: {
    words: { vi: 'Trả về dự thảo', en: 'Return to draft' },
    by: ['from'],
    payload: withReason,
    tone: 'plain',
  },
  approve: {
    words: { vi: 'Phê duyệt kế hoạch', en: 'Approve the plan' },
    by: ['from'],
    posts: ['head'],
    payload: nothing,
    tone: 'primary',
  },
  activate: {
    words: { vi: 'Giao nhiệm vụ', en: 'Activate' },
    by: ['from'],
    posts: ['head', 'officer'],
    payload: z.object({ registryOn: IsoDate.optional() }),
    tone: 'primary',
  },
  close: {
    words: { vi: 'Kết thúc kế hoạch', en: 'Close the plan' },
    by: ['from'],
    posts: ['head'],
    payload: z.object({ note: typedText(1000).optional() }),
    tone: 'plain',
  },
  discard: { words: { vi: 'Bỏ dự thảo', en: 'Discard the draft' }, by: ['from'], payload: withReason, tone: 'danger' },
  doubtsChanged: {
    words: { vi: 'Cập nhật điểm nghi vấn', en: 'Doubts changed' },
    by: 'system',
    payload: z.object({ open: z.number().int().min(0) }),
  },
  remind: remindEvent,
  termEnded: { words: { vi: 'Hết thời gian thực hiện', en: 'The term ended' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  noOpenDoubts: {
    vi: 'Còn {openDoubts} điểm nghi vấn chưa được giải quyết.',
    en: '{openDoubts} doubts are not settled yet.',
  },
  byAnotherPerson: {
    vi: 'Người trình kế hoạch không được tự phê duyệt; cần một lãnh đạo khác của đơn vị.',
    en: 'Whoever submitted the plan may not approve it; another head of the unit has to.',
  },
};

const machine = setup({
  types: {
    context: {} as PlanContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    rememberSubmitter: assign({ submittedBy: ({ event }) => personOf(event), reason: null }),
    rememberApproval: assign({ approvedBy: ({ event }) => personOf(event), approvedOn: ({ event }) => event.today }),
    rememberActivation: assign({ activatedOn: ({ event }) => event.today }),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countDoubts: assign(({ event }) => (event.type === 'doubtsChanged' ? { openDoubts: event.payload.open } : {})),
  },
  guards: {
    isLastReminder,
    noOpenDoubts: ({ context }) => context.openDoubts === 0,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.submittedBy),
  },
}).createMachine({
  id: 'plan',
  context: ({ input: born }) => ({
    openDoubts: born.input.openDoubts,
    submittedBy: null,
    approvedBy: null,
    approvedOn: null,
    activatedOn: null,
    reason: null,
  }),
  initial: 'draft',
  on: { doubtsChanged: { actions: 'countDoubts' } },
  states: {
    draft: {
      on: {
        submitForReview: { target: 'inReview', actions: ['rememberSubmitter', notify('from', 'planToReview')] },
        discard: { target: 'discarded', actions: 'keepReason' },
        remind: remind('from', 'planWaiting'),
      },
    },
    inReview: {
      on: {
        approve: {
          guard: and(['noOpenDoubts', 'byAnotherPerson']),
          target: 'approved',
          actions: ['rememberApproval', notify('from', 'planApproved')],
        },
        returnToDraft: { target: 'draft', actions: ['keepReason', notify('from', 'planReturned')] },
        remind: remind('from', 'planWaiting'),
      },
    },
    approved: {
      on: {
        activate: { target: 'active', actions: ['rememberActivation', notify('from', 'planActivated')] },
        returnToDraft: { target: 'draft', actions: ['keepReason', notify('from', 'planReturned')] },
        remind: remind('from', 'planWaiting'),
      },
    },
    active: {
      on: {
        close: {
          target: 'closed',
          actions: { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
        },
        termEnded: { actions: notify('owner', 'planTermEnded') },
      },
    },
    closed: { type: 'final' },
    discarded: { type: 'final' },
  },
});

export const plan = defineFlow({
  id: 'plan',
  version: 1,
  words: { vi: 'Kế hoạch', en: 'Plan' },
  parties: {
    from: { vi: 'Đơn vị chủ trì kế hoạch', en: 'Unit that owns the plan' },
    to: { vi: 'Đơn vị chủ trì kế hoạch', en: 'Unit that owns the plan' },
  },
  states,
  events,
  input,
  guardWords,
  machine,
});
