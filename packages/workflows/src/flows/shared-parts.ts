import { IsoDate } from '@phancong/contracts';
import { z } from 'zod';

import type { FlowEvent, FlowEventRule, Side } from '../engine/flow.js';
import { readReason } from '../engine/effect-actions.js';
import { nothing } from '../engine/payloads.js';
import { notify } from '../engine/reminders.js';
import type { NoticeTemplateId } from '../notices/notice-templates.js';

/** What several machines say in the same way: their clocks, a new deadline, and work that goes back once too often. */

/** The third return tells the owner of the plan. */
export const OFTEN = 3;

/** What nobody does by hand. */
export const remindEvent = {
  words: { vi: 'Nhắc việc', en: 'Reminder' },
  by: 'system',
  payload: nothing,
} as const satisfies FlowEventRule;

export const deadlinePassedEvent = {
  words: { vi: 'Quá hạn', en: 'Deadline passed' },
  by: 'system',
  payload: nothing,
} as const satisfies FlowEventRule;

export const extendedEvent = {
  words: { vi: 'Được gia hạn', en: 'Deadline extended' },
  by: 'system',
  payload: z.object({ dueOn: IsoDate }),
} as const satisfies FlowEventRule;

/** Both units hear that the day has passed; nothing else changes, for lateness is arithmetic. */
export const tellLate = { actions: [notify('to', 'deadlinePassed'), notify('from', 'deadlinePassed')] };

/** What was said of work that is open again is put right in every report that said it. */
export const correctReports = {
  type: 'correctReports' as const,
  params: ({ event }: { event: FlowEvent }) => ({ event: 'erratum', why: readReason(event) }),
};

/** A granted extension moves the deadline and tells the unit that owes the work. */
export const takeNewDeadline = {
  actions: [
    {
      type: 'setFacts' as const,
      params: ({ event }: { event: FlowEvent<'extended', { dueOn: IsoDate }> }) => ({ dueOn: event.payload.dueOn }),
    },
    notify('to', 'deadlineExtended'),
  ],
};

interface WayBack<Guard extends string, Target extends string, Action> {
  /** The guard that says "once too often". */
  often: Guard;
  target: Target;
  actions: readonly Action[];
  /** Who gets the work back. */
  told: Side;
  template: NoticeTemplateId;
}

/** Work goes back to the other unit. It is told; once too often, the owner of the plan is told as well. */
export const goBack = <const Guard extends string, const Target extends string, const Action>({
  often,
  target,
  actions,
  told,
  template,
}: WayBack<Guard, Target, Action>) => [
  { guard: often, target, actions: [...actions, notify(told, template), notify('owner', 'goingBackAndForth')] },
  { target, actions: [...actions, notify(told, template)] },
];
