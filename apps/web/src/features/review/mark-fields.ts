import type { Anchor, ReviewItem } from '@phancong/contracts';

export interface CellMark {
  start: number;
  end: number;
}

/** Where the words of a field, or of all fields, of a row stand in one cell of the document. */
export function marksInCell(item: ReviewItem | null, field: string | null, row: number, cell: number): CellMark[] {
  if (!item) return [];
  const anchors: Record<string, readonly Anchor[] | undefined> = item.anchors;
  const chosen = field !== null && anchors[field] ? (anchors[field] ?? []) : Object.values(anchors).flat();
  return chosen.filter((anchor): anchor is Anchor => anchor?.row === row && anchor.cell === cell);
}
