import type { InstanceLine } from '@phancong/contracts';

import type { HomeSearch } from '../../config/paths.js';

/** The inbox comes by nearest deadline, so a limit on the deadline is a beginning of the list. */
const lastDayLeft: Record<NonNullable<HomeSearch['due']>, number> = { overdue: -1, soon: 7 };

interface Narrowed {
  lines: InstanceLine[];
  /** False when no later page can hold a line that fits. */
  mayHaveMore: boolean;
}

/** Narrows loaded lines of the inbox to what a number on top of the screen counts. */
export function narrowLines(lines: readonly InstanceLine[], { due, state }: Pick<HomeSearch, 'due' | 'state'>): Narrowed {
  const byState = state ? lines.filter((line) => line.state === state) : [...lines];
  if (!due) return { lines: byState, mayHaveMore: true };
  const limit = lastDayLeft[due];
  const within = (line: InstanceLine) => line.daysLeft !== null && line.daysLeft <= limit;
  const first = due === 'soon' ? 0 : -Infinity;
  const last = lines.at(-1);
  return {
    lines: byState.filter((line) => within(line) && (line.daysLeft ?? 0) >= first),
    mayHaveMore: last === undefined || within(last),
  };
}
