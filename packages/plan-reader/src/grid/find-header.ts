import type { Block } from '../formats/blocks.js';
import { nameOffice } from './name-office.js';
import { completeByContent, mayHead } from './recognise-by-content.js';
import { findPeriods, readPeriod } from './period-columns.js';
import type { Period } from './period-columns.js';
import { listsPersons, meaningOf, meaningsOf, recogniseColumns } from './recognise-columns.js';
import type { Column } from './recognise-columns.js';
import { tidyWords } from './tidy-words.js';

type RowBlock = Extract<Block, { kind: 'row' }>;

/**
 * The meaning and the words of each column, and how many rows the header takes. `leadsAt`: the column that was taken for the leads
 * because offices stand in it, and not by its words.
 */
export type Header = {
  columns: (Column | null)[];
  words: string[];
  rows: number;
  leadsAt?: number;
  /** The columns of a drawn schedule, in which a mark says when the work runs. */
  periods: (Period | null)[];
};

const mostHeaderRows = 3;
const mostRowsLookedAt = 400;
const mostRowsSampled = 60;

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

/** Below "Tháng" the months are counted by numbers alone. */
const isPeriodLabel = (cell: string) => readPeriod(cell) !== null || /^(?:0?[1-9]|1[0-2]|I{1,3}|IV)$/u.test(cell);

/** A row right below the top of a header is part of it when each of its words means a column, and it says nothing below a column that is done. */
function isLowerHeader(row: RowBlock): boolean {
  const words = row.cells.map((cell) => tidyWords(cell.text));
  const filled = words.filter(Boolean);
  const drawsPeriods = filled.filter(isPeriodLabel).length >= 2;
  return (
    filled.length > 0 &&
    filled.length < words.length &&
    filled.every((cell) => cell.length <= 40 && (meaningOf(cell) !== null || (drawsPeriods && isPeriodLabel(cell))))
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

/** The cells of the rows below a header, as far as they are as wide as it; rows of groups are left out. */
function cellsBelow(blocks: readonly Block[], from: number, width: number): string[][] {
  const [first] = blocks.slice(from, from + 1);
  const rows: string[][] = [];
  for (const block of blocks.slice(from, from + mostRowsSampled)) {
    if (block.kind !== 'row' || (first?.kind === 'row' && block.table !== first.table)) break;
    const cells = block.cells.map((cell) => cell.text);
    if (cells.length === width && cells.filter((cell) => tidyWords(cell) !== '').length >= 3) rows.push(cells);
  }
  return rows;
}

/** True for the first row of a table, or the first below its titles; what is counted, dated or an office is a row of the table itself. */
function opensTable(blocks: readonly Block[], from: number): boolean {
  const row = blocks[from];
  if (row?.kind !== 'row') return false;
  for (let at = from - 1; at >= 0; at -= 1) {
    const above = blocks[at];
    if (above?.kind !== 'row' || above.table !== row.table) break;
    if (above.cells.filter((cell) => tidyWords(cell.text) !== '').length > 1) return false;
  }
  return row.cells.every((cell) => mayHead(tidyWords(cell.text)));
}

/** What the words of a header left open, by what stands below it: a schedule that is drawn, times, partners. */
function complete(blocks: readonly Block[], from: number, header: Omit<Header, 'periods'>): Header {
  const below = cellsBelow(blocks, from, header.columns.length);
  const periods = findPeriods(header.words, below);
  const columns = header.columns.map((column, index) => (periods[index] ? 'timing' : column));
  return { ...header, ...completeByContent(header.words, columns, below), periods };
}

/** A header whose words do not name the leads, but below which a column of offices and one of work stand. */
function findByContent(
  blocks: readonly Block[],
  from: number,
  { words, asked }: ReturnType<typeof joinHeaderRows>,
  rows: number,
): Header | null {
  if (words.filter(Boolean).length < 3 || listsPersons(asked)) return null;
  const columns = meaningsOf(asked);
  if (!columns || columns.filter((column) => column !== null).length < 2) return null;
  const header = complete(blocks, from + rows, { columns, words, rows });
  const isTable = header.columns.includes('leads') && header.columns.includes('title');
  return isTable ? header : null;
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
    if (columns) return complete(blocks, from + height, { columns, words, rows: height });
    const grouped = recogniseColumns(asked, true);
    if (grouped && isGroupedByOffice(blocks, from + height))
      return complete(blocks, from + height, { columns: grouped, words, rows: height });
  }
  if (!isTop || !opensTable(blocks, from)) return null;
  return findByContent(blocks, from, joinHeaderRows(rows.slice(0, tallest)), tallest);
}
