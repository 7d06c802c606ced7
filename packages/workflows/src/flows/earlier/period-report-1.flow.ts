import { addWorkingDays } from '@phancong/calendar';
import { IsoDate, typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput, StartRule } from '../../engine/flow.js';
import { nothing, withReason } from '../../engine/payloads.js';
import { handedIn, notify, remind, takenBack } from '../../engine/reminders.js';
import {
  deadlinePassedEvent,
  extendedEvent,
  goBack,
  OFTEN,
  remindEvent,
  takeNewDeadline,
  tellLate,
} from '../shared-parts.js';

/**
 * Version 1, for reports that were asked for on it: nothing corrects them. The report of a unit on one period (plan of 2023, VII.7.8: monthly, half-year, yearly, on request). Its figures are drawn
 * from the records as they stood at the cut-off; later records never change them.
 */

const input = z.object({ period: typedText(100), cutoffOn: IsoDate, dueOn: IsoDate });

type PeriodReportInput = z.output<typeof input>;

/** Tasks of the unit in the plan at the end of the cut-off day; the server counts them. */
const records = z.object({
  total: z.number().int().min(0),
  doneOnTime: z.number().int().min(0),
  doneLate: z.number().int().min(0),
  openInTime: z.number().int().min(0),
  openOverdue: z.number().int().min(0),
});

interface PeriodReportContext {
  period: string;
  cutoffOn: string;
  tasksTotal: number | null;
  tasksDoneOnTime: number | null;
  tasksDoneLate: number | null;
  tasksOpenInTime: number | null;
  tasksOpenOverdue: number | null;
  difficulties: string | null;
  proposals: string | null;
  draftedOn: string | null;
  draftedBy: string | null;
  signedOn: string | null;
  signedBy: string | null;
  reason: string | null;
  timesReturned: number;
}

const states = {
  open: {
    words: { vi: 'Chưa lập báo cáo', en: 'Not drawn up' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'deadlinePassed', when: { daysAfterDue: 1 } }],
  },
  drafted: {
    words: { vi: 'Đã lập, chờ ký', en: 'Drawn up, waiting for signature' },
    holder: 'to',
    phase: 'open',
    tone: 'violet',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 2 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  submitted: {
    words: { vi: 'Đã ký gửi, chờ tiếp nhận', en: 'Submitted, waiting for acceptance' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  returned: {
    words: { vi: 'Bị trả lại, cần lập lại', en: 'Returned' },
    holder: 'to',
    phase: 'open',
    tone: 'amber',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 3 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  accepted: { words: { vi: 'Đã tiếp nhận báo cáo', en: 'Accepted' }, holder: null, phase: 'done', tone: 'green' },
  cancelled: { words: { vi: 'Thôi yêu cầu', en: 'No longer needed' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  drawUp: {
    words: { vi: 'Lập báo cáo', en: 'Draw up' },
    by: ['to'],
    payload: z.object({
      records,
      difficulties: typedText(4000).optional(),
      proposals: typedText(4000).optional(),
    }),
    tone: 'primary',
  },
  sign: {
    words: { vi: 'Ký và gửi', en: 'Sign and submit' },
    by: ['to'],
    posts: ['head'],
    payload: nothing,
    tone: 'primary',
  },
  redraft: {
    words: { vi: 'Trả lại người lập', en: 'Back to the drafter' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  accept: {
    words: { vi: 'Tiếp nhận báo cáo', en: 'Accept the report' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  return: { words: { vi: 'Trả lại để lập lại', en: 'Return' }, by: ['from'], payload: withReason, tone: 'plain' },
  cancel: { words: { vi: 'Thôi yêu cầu báo cáo', en: 'Cancel' }, by: ['from'], payload: withReason, tone: 'danger' },
  extended: extendedEvent,
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
} as const satisfies Record<string, FlowEventRule>;

const startRules: readonly StartRule[] = [
  {
    // Decree 09/2019/NĐ-CP, article 8: at least one working day lies between the cut-off and the due day.
    words: {
      vi: 'Giữa ngày chốt số liệu và hạn gửi báo cáo phải có ít nhất một ngày làm việc (Điều 8 Nghị định 09/2019/NĐ-CP).',
      en: 'At least one working day has to lie between the cut-off and the due day (Decree 09/2019/NĐ-CP, article 8).',
    },
    holds: (start) => {
      const { cutoffOn, dueOn } = start.input as PeriodReportInput;
      return addWorkingDays(cutoffOn, 1) < dueOn;
    },
  },
];

const guardWords = {
  afterCutoff: {
    vi: 'Số liệu chốt đến hết ngày {cutoffOn}; chỉ lập báo cáo từ ngày hôm sau.',
    en: 'The figures close at the end of {cutoffOn}; the report can be drawn up from the next day on.',
  },
  signedByAnother: {
    vi: 'Người lập báo cáo không được tự ký; cần một lãnh đạo khác của đơn vị.',
    en: 'Whoever drew the report up may not sign it; another head of the unit has to.',
  },
  acceptedByAnother: {
    vi: 'Người lập hoặc ký báo cáo không được tự tiếp nhận.',
    en: 'Whoever drew up or signed the report may not accept it.',
  },
};

const drawUp = { guard: 'afterCutoff' as const, target: 'drafted', actions: 'keepDraft' as const };
const cancel = { target: 'cancelled', actions: ['keepReason' as const, notify('to', 'reportCancelled')] };

const machine = setup({
  types: {
    context: {} as PeriodReportContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<PeriodReportInput>,
  },
  actions: {
    ...effectActions,
    keepDraft: assign(({ event }) =>
      event.type === 'drawUp'
        ? {
            tasksTotal: event.payload.records.total,
            tasksDoneOnTime: event.payload.records.doneOnTime,
            tasksDoneLate: event.payload.records.doneLate,
            tasksOpenInTime: event.payload.records.openInTime,
            tasksOpenOverdue: event.payload.records.openOverdue,
            difficulties: event.payload.difficulties ?? null,
            proposals: event.payload.proposals ?? null,
            draftedOn: event.today,
            draftedBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepSignature: assign({ signedOn: ({ event }) => event.today, signedBy: ({ event }) => personOf(event) }),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countReturn: assign({ timesReturned: ({ context }) => context.timesReturned + 1 }),
  },
  guards: {
    isLastReminder,
    afterCutoff: ({ context, event }) => event.today > context.cutoffOn,
    signedByAnother: ({ context, event }) => isAnotherPerson(event, context.draftedBy),
    acceptedByAnother: ({ context, event }) =>
      isAnotherPerson(event, context.draftedBy) && isAnotherPerson(event, context.signedBy),
    returnedOften: ({ context }) => context.timesReturned + 1 >= OFTEN,
  },
}).createMachine({
  id: 'periodReport',
  context: ({ input: born }) => ({
    period: born.input.period,
    cutoffOn: born.input.cutoffOn,
    tasksTotal: null,
    tasksDoneOnTime: null,
    tasksDoneLate: null,
    tasksOpenInTime: null,
    tasksOpenOverdue: null,
    difficulties: null,
    proposals: null,
    draftedOn: null,
    draftedBy: null,
    signedOn: null,
    signedBy: null,
    reason: null,
    timesReturned: 0,
  }),
  initial: 'open',
  entry: notify('to', 'reportAsked'),
  on: { extended: takeNewDeadline },
  states: {
    open: { on: { drawUp, cancel, deadlinePassed: tellLate } },
    drafted: {
      on: {
        sign: {
          guard: 'signedByAnother',
          target: 'submitted',
          actions: ['keepSignature', handedIn, notify('from', 'reportSubmitted')],
        },
        redraft: { target: 'open', actions: 'keepReason' },
        cancel,
        remind: remind('to', 'reportToSign'),
        deadlinePassed: tellLate,
      },
    },
    submitted: {
      on: {
        accept: { guard: 'acceptedByAnother', target: 'accepted', actions: notify('to', 'reportAccepted') },
        return: goBack({
          often: 'returnedOften',
          target: 'returned',
          actions: ['keepReason', 'countReturn', takenBack],
          told: 'to',
          template: 'reportReturned',
        }),
        remind: remind('from', 'reportToAccept'),
      },
    },
    returned: { on: { drawUp, cancel, remind: remind('to', 'reportToRedraw'), deadlinePassed: tellLate } },
    accepted: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

export const periodReport1 = defineFlow({
  id: 'periodReport',
  version: 1,
  words: { vi: 'Báo cáo định kỳ', en: 'Periodic report' },
  parties: {
    from: { vi: 'Đơn vị tổng hợp', en: 'Consolidating unit' },
    to: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  },
  door: {
    on: { plan: ['active'] },
    by: ['owner'],
    asks: 'worker',
    title: 'period',
    dueOn: { input: 'dueOn' },
  },
  states,
  events,
  input,
  statedByServer: ['records'],
  fieldWords: {
    period: { vi: 'Kỳ báo cáo', en: 'Period' },
    cutoffOn: { vi: 'Ngày chốt số liệu', en: 'Cut-off day' },
    tasksTotal: { vi: 'Số nhiệm vụ', en: 'Tasks' },
    tasksDoneOnTime: { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
    tasksDoneLate: { vi: 'Hoàn thành quá hạn', en: 'Done late' },
    tasksOpenInTime: { vi: 'Đang thực hiện trong hạn', en: 'Open, in time' },
    tasksOpenOverdue: { vi: 'Đang thực hiện quá hạn', en: 'Open, overdue' },
    difficulties: { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' },
    proposals: { vi: 'Đề xuất, kiến nghị', en: 'Proposals' },
    draftedOn: { vi: 'Ngày lập', en: 'Drawn up on' },
    signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  },
  startRules,
  guardWords,
  machine,
});
