import type { RuledTable } from './find-ruled-tables.js';
import type { Rule } from './page.js';

/** Cells of a ruled table that no line parts: rows and columns of the grid, both ends inside. */
export type Region = { top: number; bottom: number; left: number; right: number };

/** Tells whether a line lies at `at` along most of the way from `from` to `to`. */
function isParted(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > 3) continue;
    covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return covered > (to - from) * 0.6;
}

/**
 * Cuts the grid of a table into its cells as drawn: neighbours without a line between them are one merged cell. `columns` may hold
 * more places than the table's own, so that the same table on the next page has the same columns.
 */
export function cutCells(table: RuledTable, columns: readonly number[]): Region[][] {
  const { rows, rules } = table;
  const regionAt: Region[][] = [];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    const [top = 0, bottom = 0] = [rows[row], rows[row + 1]];
    const line: Region[] = [];
    regionAt.push(line);
    for (let column = 0; column + 1 < columns.length; column += 1) {
      const [left = 0, right = 0] = [columns[column], columns[column + 1]];
      const beside = line[column - 1];
      const above = regionAt[row - 1]?.[column];
      const isOpenLeft = beside !== undefined && !isParted(rules.upright, left, top, bottom);
      const isOpenAbove = above !== undefined && !isParted(rules.level, top, left, right);
      const joined = isOpenLeft ? beside : isOpenAbove ? above : undefined;
      const region = joined ?? { top: row, bottom: row, left: column, right: column };
      region.bottom = Math.max(region.bottom, row);
      region.right = Math.max(region.right, column);
      line.push(region);
    }
  }
  return regionAt;
}
