import { Money, typedText } from '@phancong/contracts';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, isLastReminder, personOf, readReason } from '../engine/effect-actions.js';
import type { EventsOf, FlowEventRule, FlowState, StartInput } from '../engine/flow.js';
import { nothing, withReason } from '../engine/payloads.js';
import { notify, remind } from '../engine/reminders.js';
import { remindEvent } from './shared-parts.js';

/** The opinion of one department on one submission of an estimate. A new submission asks anew. */

const input = z.object({
  purpose: z.string(),
  totalVnd: Money,
  round: z.number().int().min(1),
  /** The person who submitted; whoever appraises must be another one. */
  submittedBy: z.string().nullable(),
});

interface AppraisalContext {
  purpose: string;
  totalVnd: string;
  round: number;
  submittedBy: string | null;
  opinion: string | null;
  reason: string | null;
}

const states = {
  requested: {
    words: { vi: 'Chờ thẩm định', en: 'Waiting for appraisal' },
    holder: 'to',
    phase: 'open',
    tone: 'violet',
    clocks: [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }],
  },
  passed: { words: { vi: 'Đồng ý', en: 'Agreed' }, holder: null, phase: 'done', tone: 'green' },
  returned: { words: { vi: 'Trả lại', en: 'Returned' }, holder: null, phase: 'done', tone: 'amber' },
  cancelled: {
    words: { vi: 'Thôi thẩm định', en: 'No longer needed' },
    holder: null,
    phase: 'cancelled',
    tone: 'grey',
  },
} as const satisfies Record<string, FlowState>;

const events = {
  pass: {
    words: { vi: 'Đồng ý dự toán', en: 'Agree' },
    by: ['to'],
    payload: z.object({ opinion: typedText(4000) }),
    tone: 'primary',
  },
  return: {
    words: { vi: 'Trả lại để chỉnh sửa', en: 'Return for correction' },
    by: ['to'],
    payload: withReason,
    tone: 'plain',
  },
  remind: remindEvent,
  parentEnded: { words: { vi: 'Thôi thẩm định', en: 'Appraisal no longer needed' }, by: 'system', payload: nothing },
} as const satisfies Record<string, FlowEventRule>;

const guardWords = {
  byAnotherPerson: {
    vi: 'Người trình dự toán không được tự thẩm định.',
    en: 'Whoever submitted the estimate may not appraise it.',
  },
};

const machine = setup({
  types: {
    context: {} as AppraisalContext,
    events: {} as EventsOf<typeof events>,
    input: {} as StartInput<z.output<typeof input>>,
  },
  actions: {
    ...effectActions,
    keepOpinion: assign(({ event }) => (event.type === 'pass' ? { opinion: event.payload.opinion } : {})),
    keepReason: assign({ reason: ({ event }) => readReason(event) }),
  },
  guards: {
    isLastReminder,
    byAnotherPerson: ({ context, event }) => isAnotherPerson(event, context.submittedBy),
  },
}).createMachine({
  id: 'appraisal',
  context: ({ input: born }) => ({ ...born.input, opinion: null, reason: null }),
  initial: 'requested',
  entry: notify('to', 'appraisalRequested'),
  states: {
    requested: {
      on: {
        pass: {
          guard: 'byAnotherPerson',
          target: 'passed',
          actions: [
            'keepOpinion',
            { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
            notify('from', 'appraisalPassed'),
            {
              type: 'tellParent',
              params: ({ event }) => ({
                event: 'appraisalPassed',
                payload: { unitId: event.facts.toUnitId, persons: personOf(event) },
              }),
            },
          ],
        },
        return: {
          guard: 'byAnotherPerson',
          target: 'returned',
          actions: [
            'keepReason',
            { type: 'setFacts', params: ({ event }) => ({ doneOn: event.today }) },
            {
              type: 'tellParent',
              params: ({ event }) => ({
                event: 'appraisalReturned',
                payload: { unitId: event.facts.toUnitId, reason: event.payload.reason, persons: personOf(event) },
              }),
            },
          ],
        },
        parentEnded: { target: 'cancelled' },
        remind: remind('to', 'appraisalWaiting'),
      },
    },
    passed: { type: 'final' },
    returned: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

export const appraisal = defineFlow({
  id: 'appraisal',
  version: 1,
  words: { vi: 'Thẩm định dự toán', en: 'Appraisal' },
  parties: {
    from: { vi: 'Đơn vị trình', en: 'Submitting unit' },
    to: { vi: 'Đơn vị thẩm định', en: 'Appraising unit' },
  },
  states,
  events,
  input,
  guardWords,
  machine,
});
