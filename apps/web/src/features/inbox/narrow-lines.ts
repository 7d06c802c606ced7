import type { InstanceLine } from '@phancong/contracts';

import type { HomeSearch } from '../../config/paths.js';

type Only = NonNullable<HomeSearch['only']>;

/** States in which a unit has not yet said that it takes the work; the summary counts the same ones. */
const unacknowledged = new Set(['assigned', 'requested', 'offered']);

const fits: Record<Only, (line: InstanceLine) => boolean> = {
  overdue: (line) => line.timeliness === 'openOverdue',
  dueSoon: (line) => line.timeliness === 'openDueSoon',
  toAcknowledge: (line) => unacknowledged.has(line.state),
};

/** The inbox comes by nearest deadline, so what is limited by the deadline is a beginning of the list. */
const lastDayLeft: Record<Only, number> = { overdue: -1, dueSoon: 7, toAcknowledge: Infinity };

interface Narrowed {
  lines: readonly InstanceLine[];
  /** False when no later page can hold a line that fits. */
  mayHaveMore: boolean;
}

/** Narrows loaded lines of the inbox to what a number on top of the screen counts. */
export function narrowLines(lines: readonly InstanceLine[], only: HomeSearch['only']): Narrowed {
  if (!only) return { lines, mayHaveMore: true };
  const last = lines.at(-1);
  const mayHaveMore = last === undefined || (last.daysLeft ?? Infinity) <= lastDayLeft[only];
  return { lines: lines.filter(fits[only]), mayHaveMore };
}
