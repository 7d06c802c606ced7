import type { ReadItem, SourceRow } from '@phancong/contracts';

/** Points the places of an item to the rows of a joined source. Items are changed in place. */
function movePlaces(items: readonly ReadItem[], rowAt: ReadonlyMap<number, number>): void {
  for (const item of items) {
    const moved = Object.entries(item.anchors).map(([field, anchors]) => [
      field,
      (anchors ?? []).map((anchor) => ({ ...anchor, row: rowAt.get(anchor.row) ?? anchor.row })),
    ]);
    item.anchors = Object.fromEntries(moved);
  }
}

/** One source of a document out of the source of its tables and that of its prose, in the order of the document. */
export function joinSources(
  table: { source: readonly SourceRow[]; items: readonly ReadItem[]; isReplaced: (row: number) => boolean },
  prose: { source: readonly SourceRow[]; items: readonly ReadItem[] },
): SourceRow[] {
  const rows = [
    ...table.source.filter(({ row }) => !table.isReplaced(row)).map((row) => ({ row, of: 'table' as const })),
    ...prose.source.map((row) => ({ row, of: 'prose' as const })),
  ].toSorted((one, other) => one.row.line - other.row.line);
  for (const [of, items] of [['table', table.items] as const, ['prose', prose.items] as const])
    movePlaces(items, new Map(rows.flatMap((entry, at) => (entry.of === of ? [[entry.row.row, at] as const] : []))));
  return rows.map(({ row }, at) => ({ ...row, row: at }));
}
