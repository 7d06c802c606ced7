import type { Anchor, ReviewItem } from '@phancong/contracts';

export interface CellMark {
  start: number;
  end: number;
}

function placesOf(item: ReviewItem, field: string | null): Anchor[] {
  const anchors: Record<string, readonly Anchor[] | undefined> = item.anchors;
  const chosen = field !== null && anchors[field] ? (anchors[field] ?? []) : Object.values(anchors).flat();
  return chosen.filter((anchor) => anchor !== undefined);
}

/** Where the words of a field, or of all fields, of a row stand in one cell of the document. */
export function marksInCell(item: ReviewItem | null, field: string | null, row: number, cell: number): CellMark[] {
  if (!item) return [];
  return placesOf(item, field).filter((anchor) => anchor.row === row && anchor.cell === cell);
}

/** The lines of the document that hold words of the row; a merged cell stands in a line of another row. */
export const linesWithWords = (item: ReviewItem | null, field: string | null): ReadonlySet<number> =>
  new Set(item ? placesOf(item, field).map((anchor) => anchor.row) : []);
