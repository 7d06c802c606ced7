import type { MatrixCell } from '@phancong/contracts';

export type Heat = 'openOverdue' | 'openInTime' | 'doneLate' | 'doneOnTime' | 'standing' | 'cancelled';

/** The most telling first: what is overdue, then how what fell due was done, then what is still to come. */
const byTelling: readonly Heat[] = ['openOverdue', 'doneLate', 'doneOnTime', 'openInTime', 'standing', 'cancelled'];

/** A sign for each heat, so that colour is never alone. */
export const signOfHeat: Record<Heat, string> = {
  openOverdue: '!',
  openInTime: '•',
  doneLate: '✓!',
  doneOnTime: '✓',
  standing: '∞',
  cancelled: '×',
};

/** What a cell of the matrix says: one box, how many stand in it, and of which kind they are. */
export interface CellHeat {
  heat: Heat;
  flow: 'task' | 'checkpoint';
  number: number;
}

/**
 * The most telling box of a cell. A task of a whole year stays open until December, so a cell with periodic reports speaks of
 * them; one without speaks of its tasks, and so does one with an overdue task. Null when the cell holds nothing.
 */
export function heatOfCell({ tasks, reports }: Pick<MatrixCell, 'tasks' | 'reports'>): CellHeat | null {
  const flow = byTelling.some((box) => reports[box]) && !tasks.openOverdue ? 'checkpoint' : 'task';
  const told = flow === 'task' ? tasks : reports;
  const heat = byTelling.find((box) => told[box]);
  return heat ? { heat, flow, number: told[heat] ?? 0 } : null;
}

/**
 * 'BHXH tỉnh Bắc Giang' → 'Bắc Giang', 'Trung tâm Truyền thông' → 'TT Truyền thông': in a row of like units what they share
 * would push out what tells them apart.
 */
export function shortenForColumn(shortName: string): string {
  return shortName.replace(/^BHXH (?:tỉnh|thành phố|TP\.?) /iu, '').replace(/^Trung tâm /u, 'TT ');
}
