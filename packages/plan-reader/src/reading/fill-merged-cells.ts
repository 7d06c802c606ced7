import type { Column } from '../grid/recognise-columns.js';
import type { Piece } from '../grid/table-rows.js';
import type { OutlinedRow } from './outline.js';

export type FilledField = {
  pieces: Piece[];
  /** Ref of the row whose cell this is, where the row has none of its own. */
  from: string | null;
  /**
   * `above` and `below`: guessed from blanks; `span`: the file itself says that the cells are merged; `split`: what the cell held
   * became an item of its own.
   */
  how: 'own' | 'above' | 'below' | 'span' | 'split';
};
export type FilledRow = OutlinedRow & { filled: Record<FillColumn, FilledField> };

const fillColumns = ['title', 'unitOfMeasure', 'timing', 'leads', 'coordinators', 'text'] as const;
export type FillColumn = (typeof fillColumns)[number];

const empty: FilledField = { pieces: [], from: null, how: 'own' };

function ownField(entry: OutlinedRow, column: Column): FilledField {
  return { ...empty, pieces: entry.row.fields[column] ?? [] };
}

function inherit(from: FilledRow, column: FillColumn, how: 'above' | 'below' | 'span'): FilledField {
  const field = from.filled[column];
  return { pieces: field.pieces, from: field.from ?? from.ref, how };
}

/** A row with a lead of its own and no coordinator is taken at its word; with the lead merged, the coordinator is merged too. */
function mayInherit(column: FillColumn, row: FilledRow): boolean {
  return column !== 'coordinators' || row.filled.leads.how !== 'own' || row.filled.leads.pieces.length === 0;
}

function fillFromAbove(row: FilledRow, above: FilledRow | undefined): void {
  for (const column of fillColumns) {
    if (row.filled[column].pieces.length > 0 || !above) continue;
    if (row.row.covered[column] !== undefined) {
      row.filled[column] = inherit(above, column, 'span');
    } else if (!row.row.spansKnown && above.filled[column].pieces.length > 0 && mayInherit(column, row)) {
      row.filled[column] = inherit(above, column, 'above');
    }
  }
}

/** Extraction sometimes leaves the words of a merged cell in its lowest row: then the rows above it in the block have no lead. */
function fillFromBelow(row: FilledRow, below: FilledRow | undefined): void {
  if (!below || row.row.spansKnown || row.filled.leads.pieces.length > 0 || below.filled.leads.pieces.length === 0)
    return;
  row.filled.leads = inherit(below, 'leads', 'below');
  if (row.filled.coordinators.pieces.length === 0 && below.filled.coordinators.pieces.length > 0) {
    row.filled.coordinators = inherit(below, 'coordinators', 'below');
  }
}

/**
 * Fills blank cells of merged rows, each with where it comes from. Inside one block (no heading between) a blank takes the value
 * above; leads that stand only in a lower row serve the rows above it. Blank cells right under a heading stay blank.
 */
export function fillMergedCells(items: readonly OutlinedRow[]): FilledRow[] {
  const rows = items.map((entry): FilledRow => {
    const filled = Object.fromEntries(fillColumns.map((column) => [column, ownField(entry, column)]));
    return { ...entry, filled: filled as Record<FillColumn, FilledField> };
  });
  const inBlock = (row: FilledRow, other: FilledRow | undefined) => (other?.block === row.block ? other : undefined);
  for (const [index, row] of rows.entries()) fillFromAbove(row, inBlock(row, rows[index - 1]));
  for (const [index, row] of [...rows.entries()].toReversed()) fillFromBelow(row, inBlock(row, rows[index + 1]));
  return rows;
}
