import { IsoDate, typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput, StartRule } from '../engine/flow.js';
import { nothing, webLink, withReason } from '../engine/payloads.js';
import { handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import { goBack, OFTEN, remindEvent } from './shared-parts.js';

/**
 * False or harmful information on social insurance, found by a unit, reported to the focal unit, assessed, answered and
 * closed (plan of 2023: VII.1.4, VII.7.5; plan of 2021: IV.1.c, IV.3.d).
 */

const input = z.object({
  summary: typedText(2000),
  link: webLink.nullish(),
  foundOn: IsoDate,
  /** What the finder has done already within its own powers. */
  ownMeasure: typedText(2000).nullish(),
});

type IncidentInput = z.output<typeof input>;

interface IncidentContext {
  summary: string;
  link: string | null;
  foundOn: string;
  ownMeasure: string | null;
  severity: 'low' | 'medium' | 'high' | null;
  assessment: string | null;
  measure: string | null;
  proofLink: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  note: string | null;
  reason: string | null;
  timesAskedMore: number;
  timesReopened: number;
}

const states = {
  reported: {
    words: { vi: 'Đã báo cáo, chờ đánh giá', en: 'Reported, waiting to be assessed' },
    holder: 'to',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 1 } }],
  },
  incomplete: {
    words: { vi: 'Cần bổ sung thông tin', en: 'More information needed' },
    holder: 'from',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 1 } }],
  },
  assessed: {
    words: { vi: 'Đã đánh giá, đang xử lý', en: 'Assessed, being answered' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 2 } }],
  },
  answered: {
    words: { vi: 'Đã phản bác, xử lý; chờ kết thúc', en: 'Answered, waiting to be closed' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 3 } }],
  },
  closed: { words: { vi: 'Đã kết thúc xử lý', en: 'Closed' }, holder: null, phase: 'done', tone: 'green' },
  dismissed: {
    words: { vi: 'Không phải tin sai lệch', en: 'Not harmful' },
    holder: null,
    phase: 'cancelled',
    tone: 'grey',
  },
  withdrawn: { words: { vi: 'Đã rút báo cáo', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  assess: {
    words: { vi: 'Đánh giá mức độ', en: 'Assess' },
    by: ['to'],
    payload: z.object({ severity: z.enum(['low', 'medium', 'high']), assessment: typedText(2000) }),
    tone: 'primary',
  },
  askMore: { words: { vi: 'Yêu cầu bổ sung', en: 'Ask for more' }, by: ['to'], payload: withReason, tone: 'plain' },
  dismiss: {
    words: { vi: 'Kết luận không sai lệch', en: 'Dismiss' },
    by: ['to'],
    payload: withReason,
    tone: 'danger',
  },
  supply: {
    words: { vi: 'Bổ sung thông tin', en: 'Supply more' },
    by: ['from'],
    payload: z.object({ note: typedText(2000), link: webLink.optional() }),
    tone: 'primary',
  },
  answer: {
    words: { vi: 'Ghi nhận biện pháp xử lý', en: 'Answer it' },
    by: ['to'],
    payload: z.object({ measure: typedText(4000), proofLink: webLink.optional() }),
    tone: 'primary',
  },
  close: { words: { vi: 'Kết thúc xử lý', en: 'Close' }, by: ['from'], payload: nothing, tone: 'primary' },
  reopen: { words: { vi: 'Đề nghị xử lý tiếp', en: 'Reopen' }, by: ['from'], payload: withReason, tone: 'plain' },
  withdraw: { words: { vi: 'Rút báo cáo', en: 'Withdraw' }, by: ['from'], payload: withReason, tone: 'danger' },
  remind: remindEvent,
} as const satisfies Record<string, FlowEventRule>;

const startRules: readonly StartRule[] = [
  {
    words: {
      vi: 'Ngày phát hiện không được sau ngày hôm nay ({today}).',
      en: 'The day of finding may not lie after today ({today}).',
    },
    holds: (start) => (start.input as IncidentInput).foundOn <= start.today,
  },
];

const guardWords = {
  byAnotherPerson: {
    vi: 'Người xử lý không được tự kết thúc; cần một người khác của đơn vị phát hiện.',
    en: 'Whoever answered it may not close it; another person of the finding unit has to.',
  },
};

const withdraw = { target: 'withdrawn', actions: ['keepReason' as const, notify('to', 'incidentWithdrawn')] };

const machine = setup({
  types: {
    context: {} as IncidentContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<IncidentInput>,
  },
  actions: {
    ...effectActions,
    keepAssessment: assign(({ event }) =>
      event.type === 'assess' ? { severity: event.payload.severity, assessment: event.payload.assessment } : {},
    ),
    keepSupply: assign(({ context, event }) =>
      event.type === 'supply' ? { note: event.payload.note, link: event.payload.link ?? context.link } : {},
    ),
    keepAnswer: assign(({ event }) =>
      event.type === 'answer'
        ? {
            measure: event.payload.measure,
            proofLink: event.payload.proofLink ?? null,
            answeredOn: event.today,
            answeredBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countAskedMore: assign({ timesAskedMore: ({ context }) => context.timesAskedMore + 1 }),
    countReopened: assign({ timesReopened: ({ context }) => context.timesReopened + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.answeredBy),
    askedMoreOften: ({ context }) => context.timesAskedMore + 1 >= OFTEN,
    reopenedOften: ({ context }) => context.timesReopened + 1 >= OFTEN,
  },
}).createMachine({
  id: 'incident',
  context: ({ input: { input: found } }) => ({
    summary: found.summary,
    link: found.link ?? null,
    foundOn: found.foundOn,
    ownMeasure: found.ownMeasure ?? null,
    severity: null,
    assessment: null,
    measure: null,
    proofLink: null,
    answeredOn: null,
    answeredBy: null,
    note: null,
    reason: null,
    timesAskedMore: 0,
    timesReopened: 0,
  }),
  initial: 'reported',
  entry: notify('to', 'incidentReported'),
  states: {
    reported: {
      on: {
        assess: { target: 'assessed', actions: ['keepAssessment', notify('from', 'incidentAssessed')] },
        askMore: goBack({
          often: 'askedMoreOften',
          target: 'incomplete',
          actions: ['keepReason', 'countAskedMore'],
          told: 'from',
          template: 'incidentIncomplete',
        }),
        dismiss: { target: 'dismissed', actions: ['keepReason', notify('from', 'incidentDismissed')] },
        withdraw,
        remind: remind('to', 'incidentWaiting'),
      },
    },
    incomplete: {
      on: {
        supply: { target: 'reported', actions: ['keepSupply', notify('to', 'incidentReported')] },
        withdraw,
        remind: remind('from', 'incidentWaiting'),
      },
    },
    assessed: {
      on: {
        answer: { target: 'answered', actions: ['keepAnswer', handedIn, notify('from', 'incidentAnswered')] },
        remind: remind('to', 'incidentWaiting'),
      },
    },
    answered: {
      on: {
        close: { guard: 'byAnotherPerson', target: 'closed', actions: notify('to', 'incidentClosed') },
        reopen: goBack({
          often: 'reopenedOften',
          target: 'assessed',
          actions: ['keepReason', 'countReopened', takenBack],
          told: 'to',
          template: 'incidentReopened',
        }),
        remind: remind('from', 'incidentWaiting'),
      },
    },
    closed: { type: 'final' },
    dismissed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const incident = defineFlow({
  id: 'incident',
  version: 1,
  words: { vi: 'Thông tin sai lệch, xấu độc', en: 'Harmful information' },
  parties: {
    from: { vi: 'Đơn vị phát hiện', en: 'Finding unit' },
    to: { vi: 'Đơn vị đầu mối xử lý', en: 'Handling unit' },
  },
  door: {
    on: { task: 'open', plan: ['active'] },
    by: ['to', 'coordinator', 'worker'],
    asks: 'owner',
    title: 'summary',
  },
  confidential: true,
  states,
  events,
  input,
  fieldWords: {
    foundOn: { vi: 'Ngày phát hiện', en: 'Found on' },
    ownMeasure: { vi: 'Đơn vị đã xử lý', en: 'What the unit did itself' },
    severity: { vi: 'Mức độ', en: 'Severity' },
    'severity-low': { vi: 'Thấp', en: 'Low' },
    'severity-medium': { vi: 'Trung bình', en: 'Medium' },
    'severity-high': { vi: 'Nghiêm trọng', en: 'High' },
    assessment: { vi: 'Đánh giá', en: 'Assessment' },
    measure: { vi: 'Biện pháp xử lý', en: 'Measure taken' },
    answeredOn: { vi: 'Ngày xử lý', en: 'Answered on' },
  },
  startRules,
  guardWords,
  machine,
});
