import { typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, webLink, withReason } from '../engine/payloads.js';
import { handedIn, notify, remind, takenBack } from '../engine/reminders.js';
import { goBack, OFTEN, remindEvent } from './shared-parts.js';

/**
 * What a unit is not sure of while it carries the plan out, raised to the focal point and answered (closing articles of the
 * plans: "nếu có khó khăn, vướng mắc, phản ánh về Trung tâm Truyền thông").
 */

const input = z.object({ question: typedText(2000), link: webLink.nullish() });

interface QuestionContext {
  question: string;
  link: string | null;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  reason: string | null;
  timesAskedAgain: number;
}

const states = {
  asked: {
    words: { vi: 'Đã hỏi, chờ trả lời', en: 'Asked, waiting for an answer' },
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 3 } }],
  },
  answered: {
    words: { vi: 'Đã trả lời, chờ xác nhận', en: 'Answered, waiting to be closed' },
    holder: 'from',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  closed: { words: { vi: 'Đã giải đáp', en: 'Closed' }, holder: null, phase: 'done', tone: 'green' },
  withdrawn: { words: { vi: 'Đã rút câu hỏi', en: 'Withdrawn' }, holder: null, phase: 'cancelled', tone: 'grey' },
} as const satisfies Record<string, FlowState>;

const events = {
  answer: {
    words: { vi: 'Trả lời', en: 'Answer' },
    by: ['to'],
    payload: z.object({ answer: typedText(4000) }),
    tone: 'primary',
  },
  close: { words: { vi: 'Đã rõ, kết thúc', en: 'Close' }, by: ['from'], payload: nothing, tone: 'primary', bulk: true },
  askAgain: { words: { vi: 'Hỏi thêm', en: 'Ask again' }, by: ['from'], payload: withReason, tone: 'plain' },
  withdraw: { words: { vi: 'Rút câu hỏi', en: 'Withdraw' }, by: ['from'], payload: nothing, tone: 'danger' },
  remind: remindEvent,
  parentEnded: { words: { vi: 'Công việc đã hủy', en: 'The work was cancelled' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người đã trả lời không được tự kết thúc câu hỏi.',
    en: 'Whoever answered may not close the question.',
  },
};

const machine = setup({
  types: {
    context: {} as QuestionContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepAnswer: assign(({ event }) =>
      event.type === 'answer'
        ? { answer: event.payload.answer, answeredOn: event.today, answeredBy: personOf(event), reason: null }
        : {},
    ),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
    countAskedAgain: assign({ timesAskedAgain: ({ context }) => context.timesAskedAgain + 1 }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.answeredBy),
    askedAgainOften: ({ context }) => context.timesAskedAgain + 1 >= OFTEN,
  },
}).createMachine({
  id: 'question',
  context: ({ input: born }) => ({
    question: born.input.question,
    link: born.input.link ?? null,
    answer: null,
    answeredOn: null,
    answeredBy: null,
    reason: null,
    timesAskedAgain: 0,
  }),
  initial: 'asked',
  entry: notify('to', 'questionAsked'),
  on: { parentEnded: { target: '.withdrawn' } },
  states: {
    asked: {
      on: {
        answer: { target: 'answered', actions: ['keepAnswer', handedIn, notify('from', 'questionAnswered')] },
        withdraw: { target: 'withdrawn', actions: notify('to', 'questionWithdrawn') },
        remind: remind('to', 'questionWaiting'),
      },
    },
    answered: {
      on: {
        close: { guard: 'byAnotherPerson', target: 'closed' },
        askAgain: goBack({
          often: 'askedAgainOften',
          target: 'asked',
          actions: ['keepReason', 'countAskedAgain', takenBack],
          told: 'to',
          template: 'questionAskedAgain',
        }),
        remind: remind('from', 'answerWaiting'),
      },
    },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export const question = defineFlow({
  id: 'question',
  version: 1,
  words: { vi: 'Câu hỏi, vướng mắc', en: 'Question' },
  parties: {
    from: { vi: 'Đơn vị hỏi', en: 'Asking unit' },
    to: { vi: 'Đơn vị đầu mối', en: 'Focal unit' },
  },
  door: {
    on: { task: 'open', plan: ['active'] },
    by: ['to', 'coordinator', 'worker'],
    asks: 'owner',
    title: 'question',
  },
  states,
  events,
  input,
  fieldWords: {
    question: { vi: 'Nội dung cần hỏi', en: 'Question' },
    answer: { vi: 'Nội dung trả lời', en: 'Answer' },
    answeredOn: { vi: 'Ngày trả lời', en: 'Answered on' },
  },
  guardWords,
  machine,
});
