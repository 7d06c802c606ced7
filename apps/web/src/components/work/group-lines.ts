import type { InstanceLine, IsoDate } from '@phancong/contracts';

import { groupOfDue } from '../../lib/dates.js';
import type { DueGroup } from '../../lib/dates.js';

export type ListRow =
  | { kind: 'group'; key: string; group: DueGroup; lineIds: string[] }
  | { kind: 'line'; key: string; line: InstanceLine };

const keyOfGroup = (group: DueGroup): string =>
  group.kind === 'month' ? `month-${group.year}-${group.month}` : group.kind;

/** Puts a heading before the first line of each deadline group; the lines keep the order the server gave. */
export function groupLines(lines: readonly InstanceLine[], today: IsoDate | null): ListRow[] {
  const rows: ListRow[] = [];
  let heading: Extract<ListRow, { kind: 'group' }> | null = null;
  for (const line of lines) {
    if (today !== null) {
      const group = groupOfDue(line.dueOn, today);
      const key = keyOfGroup(group);
      if (heading?.key !== key) {
        heading = { kind: 'group', key, group, lineIds: [] };
        rows.push(heading);
      }
      heading.lineIds.push(line.id);
    }
    rows.push({ kind: 'line', key: line.id, line });
  }
  return rows;
}
