import type { BlockCell } from '../blocks.js';
import { mostColumns } from '../lay-out-cells.js';
import { childAt, childrenOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { hasChild } from './read-styles.js';

/** The rows of a table with the page on which each begins. */
export type DocxTable = { rows: { cells: BlockCell[]; page: number }[]; spansKnown: boolean };

/** Gives the words of a cell; counts pages and numbers on its way, so cells must be asked for in order. */
type ReadCell = (cell: XmlElement) => string;

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Children of one kind, also inside content controls and insertions. */
export function unwrap(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : wrappers.has(child.name) ? unwrap(child, name) : [],
  );
}

function numberAt(element: XmlElement | undefined, name: string): number {
  const value = Number(childAt(element, name)?.attributes['w:val'] ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, mostColumns) : 0;
}

function isDeletedRow(row: XmlElement): boolean {
  return hasChild(childAt(row, 'w:trPr'), 'w:del');
}

/** A cell that goes on with the one above. Old files write it as `<w:vMerge/>`, tracked merges as `w:cellMerge`. */
function goesOnAbove(properties: XmlElement | undefined): boolean {
  const merge = childAt(properties, 'w:vMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

/** Reads the rows of a table with its true row and column spans; rows and cells whose deletion is tracked are gone. */
export function readDocxTable(table: XmlElement, place: { page: number }, readCell: ReadCell): DocxTable {
  const depths: number[] = [];
  let spansKnown = false;
  const rows: DocxTable['rows'] = [];
  for (const row of unwrap(table, 'w:tr')) {
    if (isDeletedRow(row)) continue;
    const cells: BlockCell[] = [];
    // Every cell of a row that a page cuts has the break in it: the row is one page longer, not one for each cell.
    const start = place.page;
    const pages: number[] = [];
    for (let before = numberAt(childAt(row, 'w:trPr'), 'w:gridBefore'); before > 0; before -= 1)
      cells.push({ text: '' });
    for (const cell of unwrap(row, 'w:tc')) {
      const properties = childAt(cell, 'w:tcPr');
      if (hasChild(properties, 'w:cellDel')) continue;
      const isBeside = childAt(properties, 'w:hMerge')?.attributes['w:val'] === 'continue';
      const width = Math.min(Math.max(1, numberAt(properties, 'w:gridSpan')), Math.max(0, mostColumns - cells.length));
      const covered = goesOnAbove(properties) && rows.length > 0;
      if (childAt(properties, 'w:vMerge')) spansKnown = true;
      place.page = start;
      const text = readCell(cell);
      pages.push(place.page);
      for (let column = 0; column < width; column += 1) {
        const rowsAbove = covered ? (depths[cells.length] ?? 0) + 1 : 0;
        depths[cells.length] = rowsAbove;
        cells.push({
          text: column === 0 && !covered ? text : '',
          ...(covered ? { covered: { rowsAbove } } : {}),
          ...(column > 0 || isBeside ? { beside: true as const } : {}),
        });
      }
    }
    place.page = Math.max(start, ...pages);
    rows.push({ cells, page: pages[0] ?? start });
  }
  return { rows, spansKnown };
}
