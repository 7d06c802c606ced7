import type { Doubt } from '@phancong/contracts';

import type { BlockReading } from '../blocks.js';
import { doubtFile } from '../doubt-file.js';
import { cutCells } from '../page/cut-cells.js';
import { findRuledTables } from '../page/find-ruled-tables.js';
import { layOutPages } from '../page/lay-out-pages.js';
import type { Box, Page, Rules } from '../page/page.js';

/** Below this a recognised word is shown to a person. */
const sureEnough = 0.7;

/** The cells of the ruled tables of a page, each to be recognised by itself: a lone digit in a narrow cell is lost otherwise. */
export function listCellBoxes(rules: Rules): { tables: Box[]; cells: Box[] } {
  const tables = findRuledTables(rules);
  const cells = tables.flatMap((table) =>
    [...new Set(cutCells(table, table.columns).flat())].map((region) => ({
      left: table.columns[region.left] ?? 0,
      right: table.columns[region.right + 1] ?? 0,
      top: table.rows[region.top] ?? 0,
      bottom: table.rows[region.bottom + 1] ?? 0,
    })),
  );
  return { tables: tables.map(({ left, right, top, bottom }) => ({ left, right, top, bottom })), cells };
}

function doubtUnclear(page: Page): Doubt[] {
  const unclear = page.pieces.filter(({ confidence = 1, text }) => confidence < sureEnough && /[\p{L}\d]/u.test(text));
  if (unclear.length === 0) return [];
  const words = unclear
    .slice(0, 20)
    .map(({ text, confidence = 0 }) => `«${text.trim()}» (${Math.round(confidence * 100)}%)`)
    .join(', ');
  return [
    doubtFile(
      'ODD_TEXT',
      `Trang ${page.number}: ${unclear.length} từ nhận dạng chưa chắc: ${words}. Hãy soát với bản quét.`,
      `Page ${page.number}: ${unclear.length} words were recognised without certainty: ${words}. Check them against the scan.`,
      0.6,
    ),
  ];
}

/** Brings recognised pages to blocks; each page with words that recognition was not sure of raises a doubt that names them. */
export function readScanBlocks(pages: readonly Page[]): BlockReading {
  const blocks = layOutPages(pages);
  const scanned = doubtFile(
    'ODD_TEXT',
    'Tệp là ảnh quét; chữ do máy nhận dạng. Hãy soát tên đơn vị, ngày và con số với bản gốc.',
    'The file is a scan; a machine recognised its words. Check names of units, dates and figures against the original.',
    0.7,
  );
  return { ok: true, blocks, doubts: [scanned, ...pages.flatMap(doubtUnclear)] };
}
