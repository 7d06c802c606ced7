import type { InstanceLine, IsoDate } from '@phancong/contracts';

import { groupOfDue } from '../../lib/dates.js';
import type { DueGroup } from '../../lib/dates.js';

interface GroupHeading {
  kind: 'group';
  key: string;
  group: DueGroup;
  lineIds: string[];
}
export type ListRow = GroupHeading | { kind: 'line'; key: string; line: InstanceLine };

const keyOfGroup = (group: DueGroup): string =>
  group.kind === 'month' ? `month-${group.year}-${group.month}` : group.kind;

/** Puts a heading before the first line of each deadline group; the lines keep the order the server gave. */
export function groupLines(lines: readonly InstanceLine[], today: IsoDate | null): ListRow[] {
  const rows: ListRow[] = [];
  let heading: GroupHeading | undefined;
  for (const line of lines) {
    if (today !== null) {
      const group = groupOfDue(line.dueOn, today);
      const key = keyOfGroup(group);
      if (!heading || heading.key !== key) {
        heading = { kind: 'group', key, group, lineIds: [] };
        rows.push(heading);
      }
      heading.lineIds.push(line.id);
    }
    // Done in the past is not overdue: the heading says so only of a group in which all is.
    if (heading?.group.kind === 'overdue' && line.timeliness !== 'openOverdue') heading.group = { kind: 'past' };
    rows.push({ kind: 'line', key: line.id, line });
  }
  return rows;
}
