import type { FlowId, IsoDate } from '@phancong/contracts';

import type { NoticeTemplateId } from '../notices/notice-templates.js';
import type { Side } from './flow.js';

export interface NotifyAction {
  type: 'notify';
  params: { to: Side | 'owner'; template: NoticeTemplateId };
}

export const notify = (to: Side | 'owner', template: NoticeTemplateId): NotifyAction => ({
  type: 'notify',
  params: { to, template },
});

/** What a state does when its reminder fires: the holder is told, at the last time the owner of the plan too. */
export const remind = (holder: Side, template: NoticeTemplateId, others: readonly Side[] = []) => {
  const told = [notify(holder, template), ...others.map((side) => notify(side, template))];
  return [
    { guard: 'isLastReminder' as const, actions: [...told, notify('owner', 'remindedInVain')] },
    { actions: told },
  ];
};

/** Work that hangs on an ended instance ends with it. Every flow that can be a child knows `parentEnded`. */
export const endChildren = (flows?: FlowId[]) => ({
  type: 'tellChildren' as const,
  params: flows ? { event: 'parentEnded', flows } : { event: 'parentEnded' },
});

/** The day of the hand-in is the day that counts: work waiting to be accepted is not late. */
export const handedIn = {
  type: 'setFacts' as const,
  params: ({ event }: { event: { today: IsoDate } }) => ({ doneOn: event.today }),
};

/** What comes back is open again: its hand-in counts no more. */
export const takenBack = { type: 'setFacts' as const, params: { doneOn: null } };
