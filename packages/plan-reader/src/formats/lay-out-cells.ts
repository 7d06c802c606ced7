import type { BlockCell } from './blocks.js';

/** A cell as a file states it: its words and over how many columns and rows it reaches. */
export type SpanningCell = { text: string; columns: number; rows: number };

/** No responsibility table is wider; the bound keeps a hostile file small. */
export const mostColumns = 60;

/** Lays stated cells on a grid row by row: a cell over several rows leaves a covered cell in each row below it. */
export class CellLayout {
  private readonly open: { rowsLeft: number; rowsAbove: number; beside: boolean }[] = [];

  layRow(stated: readonly SpanningCell[]): BlockCell[] {
    const cells: BlockCell[] = [];
    for (const cell of stated) {
      this.takeCovered(cells);
      const width = Math.min(cell.columns, mostColumns - cells.length);
      for (let column = 0; column < width; column += 1) {
        this.open[cells.length] = { rowsLeft: cell.rows - 1, rowsAbove: 0, beside: column > 0 };
        cells.push(column === 0 ? { text: cell.text } : { text: '', beside: true });
      }
    }
    this.takeCovered(cells);
    return cells;
  }

  private takeCovered(cells: BlockCell[]): void {
    for (let span = this.open[cells.length]; span && span.rowsLeft > 0; span = this.open[cells.length]) {
      span.rowsLeft -= 1;
      span.rowsAbove += 1;
      cells.push({
        text: '',
        covered: { rowsAbove: span.rowsAbove },
        ...(span.beside ? { beside: true as const } : {}),
      });
    }
  }
}
