import { IsoDate, typedText, UnitId } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEvent, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
import { endChildren, handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import {
  OFTEN,
  correctReports,
  deadlinePassedEvent,
  extendedEvent,
  goBack,
  remindEvent,
  takeNewDeadline,
  tellLate,
} from './shared-parts.js';

/** What one lead unit owes for one row of the plan in one window of time. */

const MAX_RETURNS = 2;
const MAX_WITHDRAWALS = 2;
const input = z.object({
  openCheckpoints: z.number().int().min(0).default(0),
  /** Name of the unit that led it before, where it was taken over. */
  takenOverFrom: typedText(300).nullable().default(null),
});

interface TaskContext {
  /** Reporting periods whose report is not accepted yet. */
  openCheckpoints: number;
  takenOverFrom: string | null;
  summary: string | null;
  reportedOn: string | null;
  reportedBy: string | null;
  reason: string | null;
  timesReturned: number;
  timesWithdrawn: number;
  timesSentBack: number;
  /** State to go back to when the suspension ends. */
  suspendedIn: 'acknowledged' | 'inProgress' | null;
}

const states = {
  assigned: {
    words: { vi: 'Đã giao, chờ tiếp nhận', en: 'Assigned' },
    holder: 'to',
    phase: 'open',
    tone: 'grey',
    clocks: [
      { event: 'acknowledgeReminder', when: { workingDaysAfterEntering: 3 } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  acknowledged: {
    words: { vi: 'Đã tiếp nhận', en: 'Acknowledged' },
    holder: 'to',
    phase: 'open',
    tone: 'grey',
    clocks: [
      { event: 'remind', when: { workingDaysAfterEntering: 20, notBeforeStart: true } },
      { event: 'deadlinePassed', when: { daysAfterDue: 1 } },
    ],
  },
  inProgress: {
    words: { vi: 'Đang thực hiện', en: 'In progress' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'deadlinePassed', when: { daysAfterDue: 1 } }],
  },
  reported: {
    words: { vi: 'Đã báo cáo hoàn thành, chờ xác nhận', en: 'Reported, waiting for acceptance' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  returnedToAssigner: {
    words: { vi: 'Bị trả lại, chờ giao lại', en: 'Returned to the assigner' },
    holder: 'from',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  suspended: {
    words: { vi: 'Tạm dừng', en: 'Suspended' },
    holder: 'from',
    phase: 'open',
    tone: 'amber',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 20 } }],
  },
  accepted: { words: { vi: 'Hoàn thành', en: 'Accepted' }, holder: null, phase: 'done', tone: 'green' },
  cancelled: { words: { vi: 'Đã hủy', en: 'Cancelled' }, holder: null, phase: 'cancelled', tone: 'grey' },
  reassigned: {
    words: { vi: 'Đã giao đơn vị khác', en: 'Given to another unit' },
    holder: null,
    phase: 'cancelled',
    tone: 'grey',
  },
} as const satisfies Record<string, FlowState>;

const events = {
  acknowledge: {
    words: { vi: 'Tiếp nhận', en: 'Acknowledge' },
    by: ['to'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
    undo: 'withdrawAcknowledgement',
  },
  withdrawAcknowledgement: {
    words: { vi: 'Rút lại tiếp nhận', en: 'Withdraw the acknowledgement' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  start: {
    words: { vi: 'Bắt đầu thực hiện', en: 'Start work' },
    by: ['to'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  report: {
    words: { vi: 'Báo cáo hoàn thành', en: 'Report completion' },
    by: ['to'],
    payload: z.object({ summary: typedText(4000) }),
    tone: 'primary',
  },
  accept: {
    words: { vi: 'Chấp nhận kết quả', en: 'Accept the result' },
    by: ['from'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
  },
  sendBack: { words: { vi: 'Yêu cầu bổ sung', en: 'Ask for more' }, by: ['from'], payload: withReason, tone: 'plain' },
  returnAssignment: {
    words: { vi: 'Trả lại nhiệm vụ', en: 'Return as not our duty' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  insist: {
    words: { vi: 'Giữ nguyên phân công', en: 'Keep the assignment' },
    by: ['from'],
    payload: withReason,
    tone: 'primary',
  },
  suspend: {
    words: { vi: 'Tạm dừng', en: 'Suspend' },
    by: ['from', 'owner'],
    payload: withReason,
    tone: 'plain',
    bulk: true,
    undo: 'resume',
  },
  resume: {
    words: { vi: 'Cho tiếp tục', en: 'Resume' },
    by: ['from', 'owner'],
    payload: nothing,
    tone: 'primary',
    bulk: true,
    undo: 'suspend',
  },
  cancel: {
    words: { vi: 'Hủy nhiệm vụ', en: 'Cancel the task' },
    by: ['from', 'owner'],
    payload: withReason,
    tone: 'danger',
    bulk: true,
  },
  reassign: {
    words: { vi: 'Giao cho đơn vị khác', en: 'Give to another unit' },
    by: ['from', 'owner'],
    payload: z.object({ toUnitId: UnitId, toUnitName: typedText(300).optional(), reason: typedText(1000) }),
    tone: 'plain',
  },
  redate: {
    words: { vi: 'Đổi hạn', en: 'Move the deadline' },
    by: ['from', 'owner'],
    payload: z.object({ dueOn: IsoDate, reason: typedText(1000) }),
    tone: 'plain',
  },
  reopen: {
    words: { vi: 'Mở lại nhiệm vụ', en: 'Reopen the task' },
    by: ['from', 'owner'],
    payload: withReason,
    tone: 'danger',
    reopens: true,
  },
  workSeen: { words: { vi: 'Ghi nhận đã triển khai', en: 'Work was seen' }, by: 'system', payload: nothing },
  checkpointReported: {
    words: { vi: 'Đã có báo cáo kỳ', en: 'A periodic report came in' },
    by: 'system',
    payload: nothing,
  },
  checkpointAccepted: {
    words: { vi: 'Báo cáo kỳ được chấp nhận', en: 'A periodic report was accepted' },
    by: 'system',
    payload: nothing,
  },
  checkpointReopened: {
    words: { vi: 'Báo cáo kỳ được mở lại', en: 'A periodic report was reopened' },
    by: 'system',
    payload: withReason,
    reopens: true,
  },
  coordinationDeclined: {
    words: { vi: 'Đơn vị phối hợp từ chối', en: 'A coordinating unit declined' },
    by: 'system',
    payload: nothing,
  },
  extended: extendedEvent,
  acknowledgeReminder: {
    words: { vi: 'Nhắc tiếp nhận', en: 'Reminder to acknowledge' },
    by: 'system',
    payload: nothing,
  },
  remind: remindEvent,
  deadlinePassed: deadlinePassedEvent,
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  mayStillWithdraw: {
    vi: 'Việc tiếp nhận đã được rút lại {timesWithdrawn} lần; nếu không phải việc của đơn vị, hãy trả lại nhiệm vụ.',
    en: 'The acknowledgement was withdrawn {timesWithdrawn} times; return the task if it is not your duty.',
  },
  allCheckpointsAccepted: {
    vi: 'Còn {openCheckpoints} kỳ báo cáo chưa được chấp nhận.',
    en: '{openCheckpoints} periodic reports are not accepted yet.',
  },
  byAnotherPerson: {
    vi: 'Người đã báo cáo hoàn thành không được tự chấp nhận kết quả; cần một người khác của đơn vị giao.',
    en: 'Whoever reported may not accept the result; another person of the assigning unit has to.',
  },
  toAnotherDay: {
    vi: 'Nhiệm vụ thường xuyên không có hạn; với nhiệm vụ có hạn, hãy chọn một ngày khác hạn hiện tại ({dueOn}).',
    en: 'A standing task has no deadline; for another one choose a day other than the present one ({dueOn}).',
  },
  toAnotherUnit: {
    vi: 'Nhiệm vụ đang do chính đơn vị này chủ trì; hãy chọn đơn vị khác.',
    en: 'This unit leads the task already; choose another one.',
  },
  mayStillReturn: {
    vi: 'Nhiệm vụ đã bị trả lại {timesReturned} lần và đơn vị giao giữ nguyên phân công; hãy báo cáo lãnh đạo nếu chưa thống nhất.',
    en: 'The task was returned {timesReturned} times and the assigner kept it; take it to the leadership if you still disagree.',
  },
};

const cancel = {
  target: 'cancelled',
  actions: ['keepReason' as const, notify('to', 'taskCancelled'), endChildren()],
};

const reassign = {
  guard: 'toAnotherUnit' as const,
  target: 'reassigned',
  actions: ['keepReason' as const, notify('to', 'taskReassigned'), endChildren()],
};

/** The assigner moves the day itself, to an earlier or a later one; the signed day stays beside it, and the history says why. */
const redate = {
  guard: 'toAnotherDay' as const,
  actions: [
    {
      type: 'setFacts' as const,
      params: ({ event }: { event: FlowEvent<'redate', { dueOn: IsoDate }> }) => ({ dueOn: event.payload.dueOn }),
    },
    notify('to', 'deadlineMoved'),
  ],
};

/** What children and granted extensions tell is taken in every open state. */
const fromOthers = {
  checkpointReported: {},
  checkpointAccepted: { actions: 'countAcceptedCheckpoint' as const },
  checkpointReopened: { actions: ['countReopenedCheckpoint' as const, notify('owner', 'checkpointReopened')] },
  coordinationDeclined: {},
  extended: takeNewDeadline,
};

/** What was accepted is work again: reports that counted it as done are told, and so are the lead and the owner of the plan. */
const reopened = [
  'keepReason' as const,
  correctReports,
  takenBack,
  notify('to', 'taskReopened'),
  notify('owner', 'taskReopened'),
];

const machine = setup({
  types: {
    context: {} as TaskContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    keepReport: assign(({ event }) =>
      event.type === 'report'
        ? { summary: event.payload.summary, reportedOn: event.today, reportedBy: personOf(event), reason: null }
        : {},
    ),
    countReturn: assign({ timesReturned: ({ context }) => context.timesReturned + 1 }),
    countWithdrawal: assign({ timesWithdrawn: ({ context }) => context.timesWithdrawn + 1 }),
    countSentBack: assign({ timesSentBack: ({ context }) => context.timesSentBack + 1 }),
    countAcceptedCheckpoint: assign({ openCheckpoints: ({ context }) => Math.max(0, context.openCheckpoints - 1) }),
    countReopenedCheckpoint: assign({ openCheckpoints: ({ context }) => context.openCheckpoints + 1 }),
    rememberAcknowledged: assign({ suspendedIn: 'acknowledged' as const }),
    rememberInProgress: assign({ suspendedIn: 'inProgress' as const }),
    forgetSuspension: assign({ suspendedIn: null, reason: null }),
  },
  guards: {
    isLastReminder,
    allCheckpointsAccepted: ({ context }) => context.openCheckpoints === 0,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.reportedBy),
    toAnotherDay: ({ event }) =>
      event.type !== 'redate' || (!event.facts.standing && event.payload.dueOn !== event.facts.dueOn),
    toAnotherUnit: ({ event }) => event.type !== 'reassign' || event.payload.toUnitId !== event.facts.toUnitId,
    mayStillWithdraw: ({ context }) => context.timesWithdrawn < MAX_WITHDRAWALS,
    mayStillReturn: ({ context }) => context.timesReturned < MAX_RETURNS,
    wasInProgress: ({ context }) => context.suspendedIn === 'inProgress',
    sentBackOften: ({ context }) => context.timesSentBack + 1 >= OFTEN,
  },
}).createMachine({
  id: 'task',
  context: ({ input: born }) => ({
    openCheckpoints: born.input.openCheckpoints,
    takenOverFrom: born.input.takenOverFrom,
    summary: null,
    reportedOn: null,
    reportedBy: null,
    reason: null,
    timesReturned: 0,
    timesWithdrawn: 0,
    timesSentBack: 0,
    suspendedIn: null,
  }),
  initial: 'assigned',
  entry: notify('to', 'taskAssigned'),
  states: {
    assigned: {
      on: {
        ...fromOthers,
        acknowledge: { target: 'acknowledged' },
        returnAssignment: {
          guard: 'mayStillReturn',
          target: 'returnedToAssigner',
          actions: ['keepReason', 'countReturn', notify('from', 'taskReturnedToAssigner')],
        },
        cancel,
        reassign,
        redate,
        acknowledgeReminder: remind('to', 'taskNotAcknowledged', ['from']),
        deadlinePassed: tellLate,
      },
    },
    acknowledged: {
      on: {
        ...fromOthers,
        start: { target: 'inProgress' },
        withdrawAcknowledgement: {
          guard: 'mayStillWithdraw',
          target: 'assigned',
          actions: ['keepReason', 'countWithdrawal', notify('from', 'taskAcknowledgementWithdrawn')],
        },
        workSeen: { target: 'inProgress' },
        checkpointReported: { target: 'inProgress' },
        returnAssignment: {
          guard: 'mayStillReturn',
          target: 'returnedToAssigner',
          actions: ['keepReason', 'countReturn', notify('from', 'taskReturnedToAssigner')],
        },
        suspend: {
          target: 'suspended',
          actions: ['keepReason', 'rememberAcknowledged', notify('to', 'taskSuspended')],
        },
        cancel,
        reassign,
        redate,
        remind: remind('to', 'taskNotBegun'),
        deadlinePassed: tellLate,
      },
    },
    inProgress: {
      on: {
        ...fromOthers,
        report: {
          guard: 'allCheckpointsAccepted',
          target: 'reported',
          actions: ['keepReport', handedIn, notify('from', 'taskReported')],
        },
        suspend: {
          target: 'suspended',
          actions: ['keepReason', 'rememberInProgress', notify('to', 'taskSuspended')],
        },
        cancel,
        reassign,
        redate,
        deadlinePassed: tellLate,
      },
    },
    reported: {
      on: {
        ...fromOthers,
        accept: {
          guard: 'byAnotherPerson',
          target: 'accepted',
          actions: [notify('to', 'taskAccepted'), endChildren(['coordination', 'extension'])],
        },
        sendBack: goBack({
          often: 'sentBackOften',
          target: 'inProgress',
          actions: ['keepReason', 'countSentBack', takenBack],
          told: 'to',
          template: 'taskSentBack',
        }),
        cancel,
        // A report on work whose period is open again says too much.
        checkpointReopened: {
          target: 'inProgress',
          actions: [
            'keepReason',
            'countReopenedCheckpoint',
            takenBack,
            notify('to', 'taskReopened'),
            notify('owner', 'taskReopened'),
          ],
        },
        remind: remind('from', 'reviewWaiting'),
      },
    },
    returnedToAssigner: {
      on: {
        ...fromOthers,
        insist: { target: 'assigned', actions: ['keepReason', notify('to', 'taskInsisted')] },
        cancel,
        reassign,
        redate,
        remind: remind('from', 'taskReturnWaiting'),
      },
    },
    suspended: {
      on: {
        ...fromOthers,
        resume: [
          {
            guard: 'wasInProgress',
            target: 'inProgress',
            actions: ['forgetSuspension', notify('to', 'taskResumed')],
          },
          { target: 'acknowledged', actions: ['forgetSuspension', notify('to', 'taskResumed')] },
        ],
        cancel,
        reassign,
        redate,
        remind: remind('from', 'taskStillSuspended'),
      },
    },
    accepted: {
      on: {
        reopen: { target: 'inProgress', actions: reopened },
        checkpointReopened: { target: 'inProgress', actions: ['countReopenedCheckpoint', ...reopened] },
      },
    },
    cancelled: { type: 'final' },
    reassigned: { type: 'final' },
  },
});

export const task = defineFlow({
  id: 'task',
  version: 3,
  words: { vi: 'Nhiệm vụ', en: 'Task' },
  parties: { from: { vi: 'Đơn vị giao', en: 'Assigning unit' }, to: { vi: 'Đơn vị chủ trì', en: 'Lead unit' } },
  states,
  events,
  input,
  statedByServer: ['toUnitName'],
  fieldWords: {
    takenOverFrom: { vi: 'Tiếp nhận từ đơn vị', en: 'Taken over from' },
    toUnitName: { vi: 'Giao cho', en: 'Given to' },
  },
  guardWords,
  payloadGuards: ['toAnotherUnit', 'toAnotherDay'],
  machine,
});
