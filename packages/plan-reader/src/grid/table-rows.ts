import type { Doubt, SourceRow } from '@phancong/contracts';

import type { Block, BlockCell } from '../formats/blocks.js';
import { findHeader } from './find-header.js';
import type { Period } from './period-columns.js';
import { boundOf, isTermBeside } from './recognise-columns.js';
import type { Column } from './recognise-columns.js';
import { sortTables } from './sort-tables.js';
import { tidyWords } from './tidy-words.js';

/**
 * Words of one cell and where the cell stands in the source. `from`: where they begin, if not with the cell. `bound`: the cell says
 * only when the work begins, or only when it ends. `period`:
 * the cell is a mark in the column of that part of the year.
 */
export type Piece = {
  text: string;
  line: number;
  row: number;
  cell: number;
  from?: number;
  bound?: 'start' | 'end' | 'before';
  period?: Period;
};

/** One row of the responsibility table; a row that a page break cut in two is one row with two pieces in a column. */
export type TableRow = {
  line: number;
  lastLine: number;
  row: number;
  fields: Partial<Record<Column, Piece[]>>;
  /** Columns that lie under a merged cell, with the number of rows up to it. Only formats that know their spans say so. */
  covered: Partial<Record<Column, number>>;
  spansKnown: boolean;
  pageSplit: boolean;
  /** One cell merged over the whole table: the title of a group of rows. */
  isBand: boolean;
};

/** `timingColumn`: whether the column of times asks when the work runs or by when it is done. `columns`: those that some table of the document has. */
export type Grid = {
  source: SourceRow[];
  rows: TableRow[];
  timingColumn: 'time' | 'deadline';
  /** The column of leads says by its name that it holds partners too. */
  sharedLeads: boolean;
  /** What stands over the column of money: its unit. */
  budgetHeader: string;
  columns: ReadonlySet<Column>;
  /** The text around the tables, and the rows of `source` that show it. */
  around: { blocks: Block[]; rows: ReadonlySet<number> };
  doubts: Doubt[];
};

const outlineStart = /^(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S/u;

/** The words of a piece from a place on. */
function cutPiece(piece: Piece, start: number): Piece {
  return { ...piece, text: piece.text.slice(start), from: (piece.from ?? 0) + start };
}

/** The words of a field: its pieces one below the other. */
export function wordsOf(row: TableRow, column: Column): string {
  return (row.fields[column] ?? []).map((piece) => piece.text).join('\n');
}

function isNoise(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s:|_=.-]*$/.test(cell)) && cells.some((cell) => cell.includes('-'));
}

/** "(1) (2) (3)" or "A B 1 2" right below a header counts its columns. */
function countsColumns(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean);
  return filled.length >= 3 && filled.every((cell) => /^\(?(?:[A-ZĐ]|\d{1,2})\)?(?:\s*=.*)?$/u.test(cell));
}

/**
 * A row right below others that sounds like a header is one only when it says again what the header of the table said: "Lễ hội và hoạt động | Sở Y tế chủ
 * trì …" is work.
 */
function goesOnAfter(header: readonly string[], words: readonly string[]): boolean {
  const said = new Set(header.filter(Boolean).map((cell) => cell.toLowerCase()));
  return said.size > 0 && words.filter((cell) => said.has(cell.toLowerCase())).length < 2;
}

/** "Tổng cộng | | 185.000" sums the rows and is no work. */
function sumsUp(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean);
  return (
    /^(?:tổng cộng|tổng số|tổng|cộng)[\s:.]*$/iu.test(filled[0] ?? '') &&
    filled.slice(1).every((cell) => /^[\d\s.,%]+$/u.test(cell))
  );
}

/** "-nt-", "như trên", ditto marks: the cell says what the one above it says. */
const saysAsAbove = (cell: string) => /^(?:[-–\s]*(?:n\.?t\.?|như trên)[-–\s]*|["”〃']{1,2})$/iu.test(cell);

/** The first row of a page without number and title, or with the rest of a sentence as its title, ends the row above. */
function goesOnOverBreak(cells: readonly string[], columns: readonly (Column | null)[], previous: TableRow): boolean {
  const at = (column: Column) => cells[columns.indexOf(column)] ?? '';
  if (columns.includes('mark') && (at('mark') !== '' || wordsOf(previous, 'mark') === '')) return false;
  return at('title') === '' || /^[\p{Ll}\d(,;.:]/u.test(at('title'));
}

/** A row with nothing but one text in its last column goes on with the row above: a page ended inside it. */
function isContinuation(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  previous: TableRow | undefined,
  afterBreak: boolean,
): boolean {
  if (afterBreak && previous && goesOnOverBreak(cells, columns, previous)) return true;
  const filled = cells.flatMap((cell, index) => (cell ? [index] : []));
  if (!previous || filled.length !== 1 || cells.length < 3) return false;
  const [index = 0] = filled;
  const column = columns[index];
  if (index !== cells.length - 1) return false;
  return cells.length < columns.length || column === 'text' || column === 'deliverable';
}

/** In a continuation that lost cells the text has slid to the left: the last cell belongs to the last column. */
function columnAt(index: number, cellCount: number, columns: readonly (Column | null)[], slid: boolean): Column | null {
  return columns[slid ? index + columns.length - cellCount : Math.min(index, columns.length - 1)] ?? null;
}

/** "II Truyền thông …" in one cell: the mark and the title that belong in two. */
function splitMark(row: TableRow): void {
  if (wordsOf(row, 'title') !== '') return;
  const [piece] = row.fields.mark ?? [];
  const match = piece && /^((?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]?)\s+(\S.*)$/su.exec(piece.text);
  if (!piece || !match) return;
  row.fields.mark = [{ ...piece, text: match[1] ?? '' }];
  row.fields.title = [cutPiece(piece, piece.text.length - (match[2] ?? '').length)];
}

/** Words where a row has its number, and nothing else: the title of the rows below, or a note to the table. */
function standsAlone(row: TableRow): boolean {
  const filled = Object.values(row.fields).filter((pieces) => pieces.length > 0);
  return (
    filled.length === 1 && Object.keys(row.covered).length === 0 && /\p{L}{2,}.*\p{L}{2,}/su.test(wordsOf(row, 'mark'))
  );
}

/** A table without a column of numbers writes them before its titles: "1.2. Nâng cấp công trình". */
function takeMarkFromTitle(row: TableRow): void {
  const [piece, ...more] = row.fields.title ?? [];
  const match =
    piece && /^((?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)/u.exec(piece.text);
  if (!piece || !match) return;
  row.fields.mark = [{ ...piece, text: match[1] ?? '' }];
  row.fields.title = [cutPiece(piece, match[0].length), ...more];
}

/** What stands alone in a cell that is merged over the table is the title of the rows below. */
function readBand(row: TableRow, cells: readonly BlockCell[], columns: readonly (Column | null)[]): void {
  const [filled, ...more] = cells.flatMap((cell, index) => (tidyWords(cell.text) ? [index] : []));
  if (filled === undefined || more.length > 0 || columns[filled] === 'title') return;
  const width = cells.slice(filled + 1).filter(({ beside }) => beside).length + 1;
  if (width < Math.max(3, cells.length - 1)) return;
  const pieces = Object.values(row.fields).flat();
  row.fields = { title: pieces };
  row.isBand = true;
}

function doubtLeadColumn(words: string): Doubt {
  return {
    code: 'INFERRED',
    ref: null,
    field: 'leads',
    message: {
      vi: `Cột «${words}» không ghi rõ là đơn vị chủ trì; đã lấy làm đơn vị chủ trì vì các ô của cột ghi tên cơ quan, đơn vị. Đúng không?`,
      en: `The column “${words}” does not say that it names the leads; it was taken so because offices stand in its cells. Right?`,
    },
    choices: [
      { value: null, words: { vi: 'Đúng, cột này ghi đơn vị chủ trì', en: 'Right, the column names the leads' } },
    ],
    confidence: 0.7,
  };
}

/**
 * Joins the tables of a document into one: finds the header by its meaning, drops it where it is repeated on each page, drops
 * rules, joins rows that a page break has cut. A table without a header goes on with the one before when it has the same columns;
 * any other stays text, and a doubt says so. Returns null when no header of a responsibility table is found.
 */
export function readGrid(blocks: readonly Block[]): Grid | null {
  const source: SourceRow[] = [];
  const rows: TableRow[] = [];
  const tables = sortTables(blocks);
  let timingColumn: Grid['timingColumn'] = 'time';
  let sharedLeads = false;
  let budgetHeader = '';
  const seen = new Set<Column>();
  const inferredLeads = new Set<string>();
  const blockOf = new Map<TableRow, Block>();
  let columns: (Column | null)[] | null = null;
  let bounds: (Piece['bound'] | null)[] = [];
  let periods: (Period | null)[] = [];
  let insideTable = false;
  // In text alone a row may have lost its tabs and stand as a line; formats that know their tables have no such rows.
  let hasLooseRows = false;
  let headerRowsLeft = 0;
  let headerWords: string[] = [];
  let headerAt: Extract<Block, { kind: 'row' }> | null = null;
  let belowHeader = false;
  let afterBreak = false;
  const addSource = (block: Block, kind: SourceRow['kind'], cells: string[]) => {
    const { line, page, sheet } = block;
    const place = { ...(page === undefined ? {} : { page }), ...(sheet === undefined ? {} : { sheet }) };
    source.push({ line, row: source.length, kind, cells, refs: [], ...place });
  };
  const around: { blocks: Block[]; rows: Set<number> } = { blocks: [], rows: new Set() };
  const addText = (block: Block, cells: readonly string[]) => {
    const first = source.length;
    addLines(block, cells);
    if (block.kind === 'row' && !tables.isFrame(block)) return;
    around.blocks.push(block);
    for (let row = first; row < source.length; row += 1) around.rows.add(row);
  };
  const addLines = (block: Block, cells: readonly string[]) => {
    for (const line of cells.flatMap((cell) => cell.split('\n')).filter(Boolean)) addSource(block, 'text', [line]);
  };

  for (const [place, block] of blocks.entries()) {
    if (block.kind === 'blank') {
      insideTable = false;
      around.blocks.push(block);
      continue;
    }
    if (block.kind === 'row' && block.afterBreak) afterBreak = true;
    const words = block.kind === 'text' ? [tidyWords(block.text)] : block.cells.map((cell) => tidyWords(cell.text));
    if (headerRowsLeft > 0) {
      headerRowsLeft -= 1;
      addSource(block, 'header', words);
      continue;
    }
    const isLooseRow =
      block.kind === 'text' && insideTable && hasLooseRows && columns !== null && outlineStart.test(words[0] ?? '');
    if (block.kind === 'text' && !isLooseRow) {
      addText(block, words);
      continue;
    }
    const found = block.kind === 'row' ? findHeader(blocks, place) : null;
    const inSameTable =
      insideTable && block.kind === 'row' && headerAt?.table === block.table && headerAt?.sheet === block.sheet;
    const header = found && inSameTable && goesOnAfter(headerWords, found.words) ? null : found;
    if (header) {
      around.blocks.push({ kind: 'blank', line: block.line });
      columns = header.columns;
      headerWords = header.words;
      headerAt = block.kind === 'row' ? block : null;
      if (header.leadsAt !== undefined) inferredLeads.add(header.words[header.leadsAt] ?? '');
      periods = header.periods;
      bounds = header.words.map((heading, index, all) =>
        columns?.[index] === 'timing' ? (boundOf(heading) ?? (isTermBeside(all, index) ? 'end' : null)) : null,
      );
      for (const column of columns) if (column) seen.add(column);
      if (/hạn|hoàn thành/iu.test(header.words[columns.indexOf('timing')] ?? '')) timingColumn = 'deadline';
      sharedLeads ||=
        /chủ trì.{0,12}phối hợp/iu.test(header.words[columns.indexOf('leads')] ?? '') &&
        !columns.includes('coordinators');
      budgetHeader = header.words[columns.indexOf('budget')] ?? budgetHeader;
      addSource(block, 'header', words);
      headerRowsLeft = header.rows - 1;
      insideTable = true;
      belowHeader = true;
      hasLooseRows = block.kind === 'row' && block.table === undefined;
      continue;
    }
    if (columns === null || tables.isOutside(block)) {
      addText(block, words);
      continue;
    }
    const isCount = (belowHeader && countsColumns(words)) || sumsUp(words);
    belowHeader = false;
    if (isCount || isNoise(words) || words.every((cell) => cell === '')) {
      addSource(block, 'noise', words);
      continue;
    }
    const previous = rows.at(-1);
    const goesOn = isContinuation(words, columns, previous, afterBreak);
    const row: TableRow =
      goesOn && previous
        ? previous
        : {
            line: block.line,
            lastLine: block.line,
            row: source.length,
            fields: {},
            covered: {},
            spansKnown: block.kind === 'row' && block.spansKnown && !afterBreak,
            pageSplit: false,
            isBand: false,
          };
    for (const [index, text] of words.entries()) {
      const column = columnAt(index, words.length, columns, goesOn && words.length < columns.length);
      if (!column) continue;
      const cell = block.kind === 'row' ? block.cells[index] : undefined;
      if (cell?.covered) row.covered[column] = cell.covered.rowsAbove;
      if (saysAsAbove(text)) {
        row.covered[column] ??= 1;
        continue;
      }
      const bound = bounds[index];
      const period = periods[index];
      const piece = {
        text,
        line: block.line,
        row: source.length,
        cell: index,
        ...(bound ? { bound } : {}),
        ...(period ? { period } : {}),
      };
      if (text) (row.fields[column] ??= []).push(piece);
    }
    afterBreak = false;
    if (goesOn) {
      row.lastLine = block.line;
      row.pageSplit = true;
      addSource(block, 'continuation', words);
    } else {
      if (block.kind === 'row') readBand(row, block.cells, columns);
      splitMark(row);
      if (standsAlone(row)) {
        row.fields = { title: row.fields.mark ?? [] };
        row.isBand = true;
      }
      blockOf.set(row, block);
      if (!columns.includes('mark')) takeMarkFromTitle(row);
      rows.push(row);
      addSource(block, 'item', words);
      insideTable = true;
    }
  }
  // What closes a table in one cell is a note: it belongs to the text.
  for (let last = rows.at(-1); last?.isBand; last = rows.at(-1)) {
    rows.pop();
    const block = blockOf.get(last);
    const shown = source[last.row];
    if (!block || !shown) continue;
    shown.kind = 'text';
    shown.cells = [wordsOf(last, 'title')];
    around.blocks.push({ kind: 'text', line: block.line, text: wordsOf(last, 'title') });
    around.rows.add(last.row);
  }
  return columns === null
    ? null
    : {
        source,
        rows,
        timingColumn,
        sharedLeads,
        budgetHeader,
        columns: seen,
        around,
        doubts: [...tables.doubts, ...[...inferredLeads].map(doubtLeadColumn)],
      };
}
