import type { BlockReading } from '../blocks.js';
import { doubtFile } from '../doubt-file.js';
import { cutCells } from '../page/cut-cells.js';
import { findRuledTables } from '../page/find-ruled-tables.js';
import { layOutPages } from '../page/lay-out-pages.js';
import type { Box, Rules } from '../page/page.js';
import { doubtUnclear, doubtUnread } from './doubt-scan.js';
import type { RecognisedPages } from './doubt-scan.js';

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

/** Brings the recognised pages of a scan to blocks, with a doubt about what recognition was not sure of and what it did not reach. */
export function readScanBlocks(recognised: RecognisedPages): BlockReading {
  const scanned = doubtFile(
    'ODD_TEXT',
    'Tệp là ảnh quét; chữ do máy nhận dạng. Hãy soát tên đơn vị, ngày và con số với bản gốc.',
    'The file is a scan; a machine recognised its words. Check names of units, dates and figures against the original.',
    0.7,
  );
  const { pages, unread } = recognised;
  return {
    ok: true,
    blocks: layOutPages(pages),
    doubts: [scanned, ...doubtUnread(unread), ...pages.flatMap(doubtUnclear)],
  };
}
