import { read, SSF, utils } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Doubt } from '@phancong/contracts';
import { zipSync } from 'fflate';

import { openArchive } from '../archive/open-archive.js';
import type { Block, BlockReading } from '../blocks.js';
import { doubtFile } from '../doubt-file.js';
import { readSheetRows } from './read-sheet-rows.js';
import type { Merge } from './read-sheet-rows.js';

/** The describing parts; macros, pictures and embedded files are none of them. */
const wanted = /\.(?:xml|rels)$|^mimetype$/i;

const mostRows = 20_000;

/** A date as an official writes it. The number of a sheet has no time zone, and none is put into it. */
function writeDate(serial: number, format: string, date1904: boolean): string {
  const { y, m, d } = SSF.parse_date_code(serial, { date1904 });
  const month = String(m).padStart(2, '0');
  return /d/i.test(format) ? `${String(d).padStart(2, '0')}/${month}/${y}` : `${month}/${y}`;
}

function writeCell(cell: CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.t === 'z' || cell.t === 'e') return '';
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z) && cell.v >= 1)
    return writeDate(cell.v, cell.z, date1904);
  return cell.w ?? (cell.v === undefined ? '' : String(cell.v));
}

function listRows(rows: readonly number[]): string {
  return `${rows
    .slice(0, 12)
    .map((row) => row + 1)
    .join(', ')}${rows.length > 12 ? ', …' : ''}`;
}

type SheetReading = { blocks: Block[]; doubts: Doubt[]; rows: number };

function readSheet(
  sheet: WorkSheet,
  name: string,
  firstTable: number,
  firstLine: number,
  date1904: boolean,
): SheetReading {
  const data = (sheet['!data'] ?? []) as (CellObject[] | undefined)[];
  const textAt = (row: number, column: number) => writeCell(data[row]?.[column], date1904).trim();
  const filledColumns = new Map<number, number[]>();
  for (const key of Object.keys(data)) {
    const row = Number(key);
    const columns = Object.keys(data[row] ?? [])
      .map(Number)
      .filter((column) => textAt(row, column) !== '');
    if (columns.length > 0) filledColumns.set(row, columns);
  }
  const lastRow = Math.max(-1, ...filledColumns.keys());
  const width = Math.min(
    16_384,
    1 + Math.max(-1, ...[...filledColumns.values()].map((columns) => columns.at(-1) ?? 0)),
  );
  const rowFacts = sheet['!rows'] ?? [];
  const columnFacts = sheet['!cols'] ?? [];
  const isHiddenRow = (row: number) => rowFacts[row]?.hidden === true;
  const isHiddenColumn = (column: number) => columnFacts[column]?.hidden === true;
  const merges = (sheet['!merges'] ?? []) as Merge[];
  const tall = merges.filter(({ s, e }) => e.r > s.r);
  const rows = Array.from({ length: lastRow + 1 }, (_, row) => row);
  const laid = readSheetRows({ rows, merges, isHiddenRow, isHiddenColumn, textAt, width });

  const blocks: Block[] = [];
  let table = firstTable;
  for (const { row, cells } of laid.rows) {
    const isEmpty = cells.every((cell) => cell.text === '' && !cell.covered);
    if (isEmpty) {
      if (blocks.at(-1)?.kind === 'row') {
        blocks.push({ kind: 'blank', line: firstLine + row, sheet: name });
        table += 1;
      }
      continue;
    }
    blocks.push({ kind: 'row', line: firstLine + row, sheet: name, table, cells, spansKnown: tall.length > 0 });
  }
  return { blocks, doubts: doubtHidden(name, filledColumns, isHiddenRow, isHiddenColumn), rows: lastRow + 1 };
}

function doubtHidden(
  sheet: string,
  filled: ReadonlyMap<number, number[]>,
  isHiddenRow: (row: number) => boolean,
  isHiddenColumn: (column: number) => boolean,
): Doubt[] {
  const doubts: Doubt[] = [];
  const rows = [...filled.keys()].filter(isHiddenRow).toSorted((one, other) => one - other);
  if (rows.length > 0) {
    doubts.push(
      doubtFile(
        'NOT_READ',
        `Trang tính «${sheet}» có ${rows.length} dòng ẩn có chữ (dòng ${listRows(rows)}); không đọc thành việc.`,
        `Sheet “${sheet}” has ${rows.length} hidden rows with words (rows ${listRows(rows)}); no work was read from them.`,
      ),
    );
  }
  const columns = [...new Set([...filled.values()].flat())]
    .filter(isHiddenColumn)
    .toSorted((one, other) => one - other);
  if (columns.length > 0) {
    const names = columns
      .slice(0, 12)
      .map((column) => utils.encode_col(column))
      .join(', ');
    doubts.push(
      doubtFile(
        'NOT_READ',
        `Trang tính «${sheet}» có cột ẩn có chữ (cột ${names}); không đọc.`,
        `Sheet “${sheet}” has hidden columns with words (${names}); they were not read.`,
      ),
    );
  }
  return doubts;
}

function doubtHiddenSheets(names: readonly string[]): Doubt[] {
  if (names.length === 0) return [];
  const list = names.map((name) => `«${name}»`).join(', ');
  return [
    doubtFile(
      'NOT_READ',
      `Tệp có ${names.length} trang tính ẩn (${list}); không đọc thành việc.`,
      `The file has ${names.length} hidden sheets (${list}); no work was read from them.`,
    ),
  ];
}

function doubtCutOff(sheet: string): Doubt {
  return doubtFile(
    'NOT_READ',
    `Trang tính «${sheet}» dài hơn ${mostRows} dòng; chỉ đọc ${mostRows} dòng đầu.`,
    `Sheet “${sheet}” has more than ${mostRows} rows; the first ${mostRows} were read.`,
  );
}

function openWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, {
    type: 'array',
    dense: true,
    cellStyles: true,
    cellNF: true,
    cellDates: false,
    cellHTML: false,
    cellFormula: false,
    bookVBA: false,
    sheetRows: mostRows,
  });
}

function readWorkbook(workbook: WorkBook): BlockReading {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const hidden: string[] = [];
  const blocks: Block[] = [];
  const doubts: Doubt[] = [];
  let line = 1;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    if (workbook.Workbook?.Sheets?.[index]?.Hidden) {
      hidden.push(name);
      continue;
    }
    const read = readSheet(sheet, name, blocks.length + 1, line, date1904);
    const full = (sheet as { '!fullref'?: string })['!fullref'];
    if (full !== undefined && utils.decode_range(full).e.r >= mostRows) doubts.push(doubtCutOff(name));
    blocks.push(...read.blocks);
    doubts.push(...read.doubts);
    line += read.rows;
  }
  return { ok: true, blocks, doubts: [...doubtHiddenSheets(hidden), ...doubts] };
}

/**
 * Reads a workbook of Excel (new or old) or OpenDocument: every visible sheet, merged cells, dates as dd/mm/yyyy. Hidden sheets, rows
 * and columns are no items, and a doubt says that they are there. Macros and pictures are not even unpacked,
 * links to other files not followed.
 */
export function readWorkbookBlocks(bytes: Uint8Array, format: '.xlsx' | '.xls' | '.ods'): BlockReading {
  let workbookBytes = bytes;
  if (format !== '.xls') {
    const archive = openArchive(bytes, format, (name) => wanted.test(name));
    if (!archive.ok) return archive;
    workbookBytes = zipSync(Object.fromEntries(archive.parts), { level: 0 });
  }
  try {
    return readWorkbook(openWorkbook(workbookBytes));
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    return { ok: false, code: isLocked ? 'ENCRYPTED_FILE' : 'DAMAGED_FILE', details: { format } };
  }
}
