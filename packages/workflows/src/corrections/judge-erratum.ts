import type { IsoDate } from '@phancong/contracts';

import { timelinessOf } from '../timeliness.js';

/** Work as the records had it at the end of the cut-off day of a report. */
export interface WorkAtCutoff {
  cutoffOn: IsoDate;
  dueOn: IsoDate | null;
  /** The hand-in that was accepted by then. */
  doneOn: IsoDate | null;
  standing: boolean;
}

/** What a report said of one piece of work, and what is true since its acceptance was taken back. */
export interface Judged {
  said: 'doneOnTime' | 'doneLate';
  now: 'openInTime' | 'openOverdue';
}

/**
 * What a report has to put right when work that it counted as done is reopened, in the official boxes of its cut-off day; null where it
 * did not count the work. Pure. The figures of the report stay as they were signed.
 */
export function judgeErratum({ cutoffOn, dueOn, doneOn, standing }: WorkAtCutoff): Judged | null {
  if (standing) return null;
  const said = timelinessOf({ phase: 'done', standing, dueOn, doneOn }, cutoffOn);
  const now = timelinessOf({ phase: 'open', standing, dueOn, doneOn: null }, cutoffOn);
  return { said: said === 'doneLate' ? said : 'doneOnTime', now: now === 'openOverdue' ? now : 'openInTime' };
}
