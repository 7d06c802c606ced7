import type { Doubt } from '@phancong/contracts';

import type { Block } from '../formats/blocks.js';
import { findHeader } from './find-header.js';
import { tidyWords } from './tidy-words.js';

type RowBlock = Extract<Block, { kind: 'row' }>;

/** Which rows are no part of the responsibility table, and the doubts about those that a person should look at. */
export type SortedTables = {
  isOutside: (block: Block) => boolean;
  /** Letterheads and signatures, whose cells are lines of the text. */
  isFrame: (block: Block) => boolean;
  /** Tables of something else than work; their cells are no sentences, and a doubt names each. */
  isOther: (block: Block) => boolean;
  doubts: Doubt[];
};

const frameOfLetter =
  /cộng h[oòóoà]+ xã hội chủ nghĩa|độc lập\s*-\s*tự do|nơi nhận|^\s*(?:tm|kt|tl|tuq|q)\.|^(?:giám đốc|chủ tịch|bộ trưởng|hiệu trưởng|người lập|thủ trưởng)|số:\s*\d*\s*\//imu;

function groupTables(blocks: readonly Block[]): Map<number, { rows: RowBlock[]; first: number }> {
  const tables = new Map<number, { rows: RowBlock[]; first: number }>();
  for (const [place, block] of blocks.entries()) {
    if (block.kind !== 'row' || block.table === undefined) continue;
    const table = tables.get(block.table);
    if (table) table.rows.push(block);
    else tables.set(block.table, { rows: [block], first: place });
  }
  return tables;
}

const widthOf = (rows: readonly RowBlock[]) => Math.max(...rows.map((row) => row.cells.length));

function isFrameOfLetter(rows: readonly RowBlock[]): boolean {
  return rows.length <= 4 && rows.some((row) => row.cells.some((cell) => frameOfLetter.test(tidyWords(cell.text))));
}

const mostRowsShown = 12;
const cutWords = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words);

function doubtTable(rows: readonly RowBlock[]): Doubt | null {
  const filled = rows.filter((row) => row.cells.some((cell) => tidyWords(cell.text)));
  if (filled.length < 2 || widthOf(rows) < 3) return null;
  const [first] = filled;
  const words = (first?.cells ?? [])
    .map((cell) => tidyWords(cell.text).replaceAll('\n', ' '))
    .filter(Boolean)
    .join(' | ');
  const where = {
    vi: first?.page ? `trang ${first.page}` : `dòng ${first?.line}`,
    en: first?.page ? `page ${first.page}` : `line ${first?.line}`,
  };
  const place = first?.sheet ? { vi: `trang tính «${first.sheet}»`, en: `sheet “${first.sheet}”` } : where;
  const start = cutWords(words);
  const rowsBelow = filled
    .slice(1)
    .map(({ cells }) =>
      cells
        .map((cell) => tidyWords(cell.text).replaceAll('\n', ' '))
        .reduce((one, other) => (other.length > one.length ? other : one), ''),
    );
  const shown = rowsBelow.slice(0, mostRowsShown).map((row) => `«${cutWords(row)}»`);
  const list = rowsBelow.length > shown.length ? `${shown.join('; ')} …` : shown.join('; ');
  return {
    code: 'NOT_READ',
    ref: null,
    field: null,
    message: {
      vi: `Bảng ở ${place.vi} («${start}», ${filled.length} dòng) không có cột đơn vị chủ trì nên không đọc thành việc: ${list}. Đúng không?`,
      en: `The table on ${place.en} (“${start}”, ${filled.length} rows) has no column of lead units, so no row of it was read as work: ${list}. Right?`,
    },
    choices: [{ value: null, words: { vi: 'Đúng, không phải việc', en: 'Right, it holds no work' } }],
    confidence: 0.7,
  };
}

/**
 * Tells the responsibility table from the other tables of a document. A table with a header of its own is one; a table without one
 * goes on with the table before when it is as wide, as after a page break. Letterheads and signatures are neither.
 */
export function sortTables(blocks: readonly Block[]): SortedTables {
  const outside = new Set<Block>();
  const frames = new Set<Block>();
  const others = new Set<Block>();
  const doubts: Doubt[] = [];
  let width: number | null = null;
  for (const { rows, first } of groupTables(blocks).values()) {
    const own = rows.findIndex((_, index) => index < 30 && findHeader(blocks, first + index) !== null);
    if (own >= 0) {
      width = widthOf(rows);
      for (const row of rows.slice(0, own)) outside.add(row);
      continue;
    }
    if (width === widthOf(rows) && !isFrameOfLetter(rows)) continue;
    for (const row of rows) outside.add(row);
    if (isFrameOfLetter(rows)) {
      for (const row of rows) frames.add(row);
      continue;
    }
    const doubt = doubtTable(rows);
    if (!doubt) continue;
    doubts.push(doubt);
    for (const row of rows) others.add(row);
  }
  return {
    isOutside: (block) => outside.has(block),
    isFrame: (block) => frames.has(block),
    isOther: (block) => others.has(block),
    doubts,
  };
}
