import type { Block } from '../formats/blocks.js';
import { nameOffice } from './name-office.js';
import { meaningOf, recogniseColumns } from './recognise-columns.js';
import type { Column } from './recognise-columns.js';
import { tidyWords } from './tidy-words.js';

type RowBlock = Extract<Block, { kind: 'row' }>;

/** The meaning and the words of each column, and how many rows the header takes. */
export type Header = { columns: (Column | null)[]; words: string[]; rows: number };

const mostHeaderRows = 3;
const mostRowsLookedAt = 400;

function rowsFrom(blocks: readonly Block[], from: number): RowBlock[] {
  const rows: RowBlock[] = [];
  for (const block of blocks.slice(from, from + mostHeaderRows)) {
    if (block.kind !== 'row' || block.table !== rows[0]?.table) {
      if (rows.length > 0 || block.kind !== 'row') break;
    }
    rows.push(block);
  }
  return rows;
}

/** The words of a group that stand over a cell: its own, or those of the merged cell that reaches over it from the left. */
function groupOver(row: RowBlock, below: RowBlock, index: number): string {
  const own = tidyWords(row.cells[index]?.text ?? '');
  if (own || index === 0) return own;
  const isUnderGroup =
    row.cells[index]?.beside === true || (!row.spansKnown && tidyWords(below.cells[index]?.text ?? '') !== '');
  return isUnderGroup ? groupOver(row, below, index - 1) : '';
}

/** A row right below the top of a header is part of it when each of its words means a column, and it says nothing below a column that is done. */
function isLowerHeader(row: RowBlock): boolean {
  const words = row.cells.map((cell) => tidyWords(cell.text));
  const filled = words.filter(Boolean);
  return (
    filled.length > 0 &&
    filled.length < words.length &&
    filled.every((cell) => cell.length <= 40 && meaningOf(cell) !== null)
  );
}

/** "Đơn vị thực hiện" over "Chủ trì" and "Phối hợp": the lower words say which column it is, the upper ones of what. */
function joinHeaderRows(rows: readonly RowBlock[]): { words: string[]; asked: string[] } {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const words: string[] = [];
  const asked: string[] = [];
  for (let index = 0; index < width; index += 1) {
    const parts = rows.map((row, depth) => {
      const below = rows[depth + 1];
      return below ? groupOver(row, below, index) : tidyWords(row.cells[index]?.text ?? '');
    });
    const filled = parts.filter(Boolean).map((part) => part.replaceAll('\n', ' '));
    words.push(filled.join(' '));
    const lowest = filled.at(-1) ?? '';
    asked.push(meaningOf(lowest) === null ? filled.join(' ') : lowest);
  }
  return { words, asked };
}

/** Rows with nothing but a number and a title: the groups of a table. True when each of them, and at least one, names an office. */
function isGroupedByOffice(blocks: readonly Block[], from: number): boolean {
  const [first] = blocks.slice(from, from + 1);
  let groups = 0;
  for (const block of blocks.slice(from, from + mostRowsLookedAt)) {
    if (block.kind !== 'row' || (first?.kind === 'row' && block.table !== first.table)) break;
    const filled = block.cells.map((cell) => tidyWords(cell.text)).filter(Boolean);
    const [title = ''] = filled.slice(-1);
    if (filled.length === 0 || filled.length > 2 || (filled.length === 2 && (filled[0] ?? '').length > 6)) continue;
    if (nameOffice(title) === null) return false;
    groups += 1;
  }
  return groups > 0;
}

/** The header of a responsibility table that begins at this block, over one row or up to three; null when none does. */
export function findHeader(blocks: readonly Block[], from: number): Header | null {
  const rows = rowsFrom(blocks, from);
  const [first] = rows;
  if (!first) return null;
  // A title over the whole table is one filled cell; the top of a header has more.
  const isTop = first.cells.filter((cell) => tidyWords(cell.text) !== '').length >= 3;
  const lower = isTop ? rows.slice(1).findIndex((row) => !isLowerHeader(row)) : 0;
  const tallest = lower < 0 ? rows.length : lower + 1;
  for (let height = tallest; height > 0; height -= 1) {
    const { words, asked } = joinHeaderRows(rows.slice(0, height));
    const columns = recogniseColumns(asked);
    if (columns) return { columns, words, rows: height };
    const grouped = recogniseColumns(asked, true);
    if (grouped && isGroupedByOffice(blocks, from + height)) return { columns: grouped, words, rows: height };
  }
  return null;
}
