import type { TableDifference, TableItem } from '@phancong/contracts';

function changed(item: TableItem, difference: TableDifference): TableItem {
  switch (difference.kind) {
    case 'retimed':
      return { ...item, timing: difference.to };
    case 'retargeted':
      return { ...item, targets: difference.to };
    case 'reassigned':
      return { ...item, [difference.field]: difference.to };
    case 'reworded':
      return { ...item, [difference.field]: difference.to };
    default:
      return item;
  }
}

/**
 * The later version of a table, from the earlier one and what `diffTables` said of the two. Rows that moved or were added stand
 * where the differences say; the others follow each other as before.
 */
export function applyDifferences(before: readonly TableItem[], differences: readonly TableDifference[]): TableItem[] {
  const placed = new Map<number, TableItem>();
  const rest: TableItem[] = [];
  for (const item of before) {
    const own = differences.filter((difference) => difference.kind !== 'added' && difference.ref === item.ref);
    if (own.some(({ kind }) => kind === 'dropped')) continue;
    const next = own.reduce(changed, item);
    const move = own.find((difference) => difference.kind === 'moved');
    if (move) placed.set(move.position, { ...next, ref: move.toRef });
    else rest.push(next);
  }
  for (const difference of differences)
    if (difference.kind === 'added') placed.set(difference.position, difference.item);
  const table: TableItem[] = [];
  for (const item of rest) {
    for (let next = placed.get(table.length); next; next = placed.get(table.length)) {
      placed.delete(table.length);
      table.push(next);
    }
    table.push(item);
  }
  return [...table, ...[...placed].sort(([first], [second]) => first - second).map(([, item]) => item)];
}
