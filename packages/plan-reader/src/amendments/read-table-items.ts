import type { ReadDocument, ReadItem, SourceRow } from '@phancong/contracts';

import type { Block } from '../formats/blocks.js';
import { readGrid } from '../grid/table-rows.js';
import { fillMergedCells } from '../reading/fill-merged-cells.js';
import { outlineRows } from '../reading/outline.js';
import { readItems } from '../reading/read-items.js';

/** The rows of a responsibility table inside an order; none when the table is no such table. Places are those of the whole document. */
export function readTableItems(
  rows: readonly Block[],
  source: readonly SourceRow[],
  { year, issuedOn }: Pick<ReadDocument, 'year' | 'issuedOn'>,
): ReadItem[] {
  const grid = readGrid(rows);
  if (!grid) return [];
  const asOf = issuedOn ?? (year === null ? '2025-01-01' : `${year}-01-01`);
  const outlined = outlineRows(grid.rows).filter((row) => row.kind === 'item');
  const { items } = readItems(fillMergedCells(outlined), { year, asOf, timingColumn: grid.timingColumn });
  for (const anchor of items.flatMap((item) => Object.values(item.anchors).flatMap((places) => places ?? []))) {
    const place = source.find(({ line, kind }) => line === anchor.line && kind !== 'text');
    if (place) anchor.row = place.row;
  }
  return items;
}
