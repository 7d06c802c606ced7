import { typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
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

/** One reporting period (kỳ báo cáo) of a task, with its own due date and its own report. */

const input = z.object({});

interface CheckpointContext {
  summary: string | null;
  figure: number | null;
  reportedOn: string | null;
  reportedBy: string | null;
  reason: string | null;
  timesReturned: number;
}

const states = {
  open: {
    words: { vi: 'Chưa báo cáo', en: 'Not reported' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'deadlinePassed', when: { daysAfterDue: 1 } }],
  },
  reported: {
    words: { vi: 'Đã báo cáo, chờ xem xét', en: 'Reported, waiting for review' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  returned: {
    words: { vi: 'Bị trả lại, cần bổ sung', en: 'Returned' },
    holder: 'to',
    phase: 'open',
    tone: 'amber',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 5 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  accepted: { words: { vi: 'Đã chấp nhận', en: 'Accepted' }, holder: null, phase: 'done', tone: 'green' },
  cancelled: { words: { vi: 'Đã hủy', en: 'Cancelled' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  report: {
    words: { vi: 'Nộp báo cáo kỳ', en: 'Hand in the report' },
    by: ['to'],
    payload: z.object({ summary: typedText(4000), figure: z.number().min(0).max(1e12).optional() }),
    tone: 'primary',
  },
  accept: {
    words: { vi: 'Chấp nhận báo cáo', en: 'Accept the report' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  return: {
    words: { vi: 'Trả lại để bổ sung', en: 'Return for more' },
    by: ['from'],
    payload: withReason,
    tone: 'plain',
  },
  reopen: {
    words: { vi: 'Mở lại báo cáo kỳ', en: 'Reopen the report' },
    by: ['from', 'owner'],
    payload: withReason,
    tone: 'danger',
    reopens: true,
  },
  extended: extendedEvent,
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
  parentEnded: { words: { vi: 'Nhiệm vụ đã hủy', en: 'The task was cancelled' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  periodBegun: {
    vi: 'Kỳ báo cáo chưa bắt đầu; có thể báo cáo từ ngày {startsOn}.',
    en: 'The period has not begun; it can be reported from {startsOn} on.',
  },
  byAnotherPerson: {
    vi: 'Người đã nộp báo cáo không được tự chấp nhận; cần một người khác của đơn vị giao.',
    en: 'Whoever handed in the report may not accept it; another person of the assigning unit has to.',
  },
};

const report = {
  guard: 'periodBegun' as const,
  target: 'reported',
  actions: [
    'keepReport' as const,
    handedIn,
    notify('from', 'checkpointReported'),
    { type: 'tellParent' as const, params: { event: 'checkpointReported', payload: {} } },
  ],
};

/** What hangs on the period is taken while it is open. */
const fromOthers = { extended: takeNewDeadline, parentEnded: { target: 'cancelled' } };

const machine = setup({
  types: { context: {} as CheckpointContext, events: {} as EventsOf<typeof events> },
  actions: {
    ...effectActions,
    keepReport: assign(({ event }) =>
      event.type === 'report'
        ? {
            summary: event.payload.summary,
            figure: event.payload.figure ?? null,
            reportedOn: event.today,
            reportedBy: personOf(event),
            reason: null,
          }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countReturn: assign({ timesReturned: ({ context }) => context.timesReturned + 1 }),
  },
  guards: {
    isLastReminder,
    periodBegun: ({ event }) => event.facts.startsOn === null || event.today >= event.facts.startsOn,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.reportedBy),
    returnedOften: ({ context }) => context.timesReturned + 1 >= OFTEN,
  },
}).createMachine({
  id: 'checkpoint',
  context: { summary: null, figure: null, reportedOn: null, reportedBy: null, reason: null, timesReturned: 0 },
  initial: 'open',
  states: {
    open: { on: { ...fromOthers, report, deadlinePassed: tellLate } },
    reported: {
      on: {
        ...fromOthers,
        accept: {
          guard: 'byAnotherPerson',
          target: 'accepted',
          actions: [
            notify('to', 'checkpointAccepted'),
            { type: 'tellParent', params: { event: 'checkpointAccepted', payload: {} } },
          ],
        },
        return: goBack({
          often: 'returnedOften',
          target: 'returned',
          actions: ['keepReason', 'countReturn', takenBack],
          told: 'to',
          template: 'checkpointReturned',
        }),
        remind: remind('from', 'reviewWaiting'),
      },
    },
    returned: { on: { ...fromOthers, report, remind: remind('to', 'checkpointWaiting'), deadlinePassed: tellLate } },
    accepted: {
      on: {
        // The task is told whether it has ended or not: with a period open again it is not done.
        reopen: {
          target: 'returned',
          actions: [
            'keepReason',
            'countReturn',
            takenBack,
            notify('to', 'checkpointReopened'),
            notify('owner', 'checkpointReopened'),
            {
              type: 'tellParent',
              params: ({ event }) => ({
                event: 'checkpointReopened',
                payload: { reason: event.payload.reason },
                required: true as const,
              }),
            },
          ],
        },
      },
    },
    cancelled: { type: 'final' },
  },
});

export const checkpoint = defineFlow({
  id: 'checkpoint',
  version: 2,
  words: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  parties: { from: { vi: 'Đơn vị giao', en: 'Assigning unit' }, to: { vi: 'Đơn vị chủ trì', en: 'Lead unit' } },
  states,
  events,
  input,
  guardWords,
  machine,
});
