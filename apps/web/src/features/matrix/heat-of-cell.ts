import type { StatusCounts } from '@phancong/contracts';

export type Heat = 'openOverdue' | 'openInTime' | 'doneLate' | 'doneOnTime' | 'standing' | 'cancelled';

/** The most worrying first: a cell shows the worst of its tasks. */
const byWorry: readonly Heat[] = ['openOverdue', 'openInTime', 'doneLate', 'doneOnTime', 'standing', 'cancelled'];

/** What a cell of the matrix looks like: the worst box that holds a task. Null when it holds none. */
export function heatOfCell(counts: StatusCounts): Heat | null {
  return byWorry.find((box) => counts[box] > 0) ?? null;
}
