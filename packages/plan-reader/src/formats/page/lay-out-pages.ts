import type { Block, BlockCell } from '../blocks.js';
import { cutCells } from './cut-cells.js';
import { findRuledTables } from './find-ruled-tables.js';
import type { RuledTable } from './find-ruled-tables.js';
import { findUnruledTables } from './find-unruled-tables.js';
import { joinLines, sortIntoLines } from './join-lines.js';
import { clusterNumbers } from './page.js';
import type { Box, Page, Piece } from './page.js';
import { readPageText } from './read-page-text.js';

/** A table as it stands on one page; `id` is shared with the table on the page before that it goes on with. */
type PlacedTable = { table: RuledTable; page: Page; chain: { id: number; columns: number[] }; goesOn: boolean };

const edge = 6;

function isInside(piece: Piece, box: Box): boolean {
  const x = piece.x + piece.width / 2;
  const y = piece.y + piece.height / 2;
  return x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 2 && y <= box.bottom + 2;
}

/** The last table of a page and the first of the next are one when they stand between the same edges. */
function chainTables(pages: readonly Page[]): PlacedTable[] {
  const placed: PlacedTable[] = [];
  let id = 0;
  for (const page of pages) {
    for (const [index, table] of findRuledTables(page.rules).entries()) {
      const last = placed.at(-1);
      const goesOn =
        index === 0 &&
        last !== undefined &&
        last.page.number === page.number - 1 &&
        Math.abs(last.table.left - table.left) < edge &&
        Math.abs(last.table.right - table.right) < edge;
      if (goesOn) {
        last.chain.columns = clusterNumbers([...last.chain.columns, ...table.columns], 3);
        placed.push({ table, page, chain: last.chain, goesOn });
      } else {
        id += 1;
        placed.push({ table, page, chain: { id, columns: table.columns }, goesOn: false });
      }
    }
  }
  return placed;
}

/** The place of each piece in the grid, by its middle. */
function placeAt(places: readonly number[], value: number): number {
  const next = places.findIndex((place) => place > value);
  return Math.max(0, Math.min(places.length - 2, (next < 0 ? places.length : next) - 1));
}

function readCells({ table, page, chain }: PlacedTable): BlockCell[][] {
  const regions = cutCells(table, chain.columns);
  const pieces = new Map<object, Piece[]>();
  for (const piece of page.pieces) {
    if (!isInside(piece, table)) continue;
    const row = placeAt(table.rows, piece.y + piece.height / 2);
    const region = regions[row]?.[placeAt(chain.columns, piece.x + piece.width / 2)];
    if (!region) continue;
    const inside = pieces.get(region);
    if (inside) inside.push(piece);
    else pieces.set(region, [piece]);
  }
  return regions.map((line, row) =>
    line.map((region, column): BlockCell => {
      const isFirst = region.top === row && region.left === column;
      const width = (chain.columns[region.right + 1] ?? 0) - (chain.columns[region.left] ?? 0);
      const text = isFirst ? joinLines(sortIntoLines(pieces.get(region) ?? []), width - 8).join('\n') : '';
      return {
        text,
        ...(row > region.top ? { covered: { rowsAbove: row - region.top } } : {}),
        ...(column > region.left ? { beside: true as const } : {}),
      };
    }),
  );
}

type Placed = { page: number; top: number; blocks: (line: number) => Block[] };

function placeTable(placed: PlacedTable): Placed {
  const cells = readCells(placed);
  return {
    page: placed.page.number,
    top: placed.table.top,
    blocks: (line) =>
      cells.map((row, index): Block => {
        const isFirst = index === 0 && placed.goesOn;
        return {
          kind: 'row',
          line: line + index,
          page: placed.page.number,
          table: placed.chain.id,
          cells: row,
          spansKnown: !isFirst,
          ...(isFirst ? { afterBreak: true as const } : {}),
        };
      }),
  };
}

/**
 * Lays pages out in the order in which a person reads them: ruled tables with their true spans, tables held together by white space,
 * and the text around them in paragraphs. A table that goes on over pages is one table.
 */
export function layOutPages(pages: readonly Page[]): Block[] {
  const tables = chainTables(pages);
  let nextId = 1 + Math.max(0, ...tables.map(({ chain }) => chain.id));
  let lastUnruled: number | null = null;
  const placed: Placed[] = tables.map(placeTable);
  for (const page of pages) {
    const own = tables.filter((table) => table.page === page);
    const free = page.pieces.filter((piece) => !own.some(({ table }) => isInside(piece, table)));
    const unruled = own.length > 0 ? [] : findUnruledTables(free);
    for (const [index, { top, rows }] of unruled.entries()) {
      const id = nextId;
      nextId += 1;
      const goesOn = index === 0 && lastUnruled === page.number - 1;
      lastUnruled = page.number;
      placed.push({
        page: page.number,
        top,
        blocks: (line) =>
          rows.map((cells, row) => ({
            kind: 'row',
            line: line + row,
            page: page.number,
            table: id,
            cells,
            spansKnown: false,
            ...(row === 0 && goesOn ? { afterBreak: true as const } : {}),
          })),
      });
    }
    const used = new Set(unruled.flatMap(({ pieces }) => pieces));
    for (const { text, top } of readPageText(
      page,
      free.filter((piece) => !used.has(piece)),
      own.map(({ table }) => table),
    )) {
      placed.push({ page: page.number, top, blocks: (line) => [{ kind: 'text', line, page: page.number, text }] });
    }
  }
  const blocks: Block[] = [];
  for (const { blocks: make } of placed.toSorted((one, other) => one.page - other.page || one.top - other.top))
    blocks.push(...make(blocks.length + 1));
  return blocks;
}
