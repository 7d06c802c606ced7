import type { BlockCell } from '../blocks.js';
import { mostColumns } from '../lay-out-cells.js';

/** A rectangle of merged cells, both corners inside. */
export type Merge = { s: { r: number; c: number }; e: { r: number; c: number } };
export type SheetRow = { row: number; cells: BlockCell[] };

/** The visible part of a sheet: which rows and columns are hidden, which cells are merged, and the words of each cell. */
export type SheetView = {
  rows: readonly number[];
  merges: readonly Merge[];
  isHiddenRow: (row: number) => boolean;
  isHiddenColumn: (column: number) => boolean;
  textAt: (row: number, column: number) => string;
  width: number;
};

type Covering = { merge: Merge; firstRow: number; firstColumn: number };

function coverings(view: SheetView): Map<string, Covering> {
  const covered = new Map<string, Covering>();
  const lastRow = view.rows.at(-1) ?? -1;
  for (const merge of view.merges) {
    const rows: number[] = [];
    for (let row = merge.s.r; row <= Math.min(merge.e.r, lastRow); row += 1) if (!view.isHiddenRow(row)) rows.push(row);
    const columns: number[] = [];
    for (let column = merge.s.c; column <= Math.min(merge.e.c, view.width - 1); column += 1)
      if (!view.isHiddenColumn(column)) columns.push(column);
    const [firstRow] = rows;
    const [firstColumn] = columns;
    if (firstRow === undefined || firstColumn === undefined) continue;
    for (const row of rows)
      for (const column of columns) covered.set(`${row}/${column}`, { merge, firstRow, firstColumn });
  }
  return covered;
}

/** Lays the visible rows of a sheet out. A merged cell whose first row is hidden keeps its words in its first visible one. */
export function readSheetRows(view: SheetView): { rows: SheetRow[]; spansKnown: boolean } {
  const covered = coverings(view);
  const visible = view.rows.filter((row) => !view.isHiddenRow(row));
  const places = new Map(visible.map((row, place) => [row, place]));
  const columns = Array.from({ length: view.width }, (_, column) => column)
    .filter((column) => !view.isHiddenColumn(column))
    .slice(0, mostColumns);
  const rows = visible.map((row, place): SheetRow => {
    const cells = columns.map((column): BlockCell => {
      const over = covered.get(`${row}/${column}`);
      if (!over) return { text: view.textAt(row, column) };
      const { merge, firstRow, firstColumn } = over;
      const isFirst = row === firstRow && column === firstColumn;
      const rowsAbove = place - (places.get(firstRow) ?? place);
      return {
        text: isFirst ? view.textAt(merge.s.r, merge.s.c) : '',
        ...(rowsAbove > 0 ? { covered: { rowsAbove } } : {}),
        ...(column > firstColumn ? { beside: true as const } : {}),
      };
    });
    return { row, cells };
  });
  return { rows, spansKnown: view.merges.some(({ s, e }) => e.r > s.r) };
}
