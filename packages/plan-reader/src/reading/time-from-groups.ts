import { readTiming } from '@phancong/calendar';
import type { Doubt } from '@phancong/contracts';

import { doubtTimesOfGroups } from './doubts.js';
import type { OutlinedRow } from './outline.js';

/** "THÁNG 9/2025", "Tuần 3 tháng 10": a title that says a time and nothing else. */
function saysOnlyWhen(title: string): boolean {
  const { windows, deadline } = readTiming(title, { year: 2000 });
  return (
    title.length <= 60 &&
    (windows.length > 0 || deadline !== null) &&
    /^(?:tháng|tuần|quý|từ|ngày|đợt|học kỳ|năm)\s/iu.test(title)
  );
}

/** Below the title of a group that is a time, a row without time has that of its group. Rows are completed in place. */
export function timeFromGroups(outlined: readonly OutlinedRow[]): Doubt[] {
  let group: OutlinedRow | null = null;
  let filled = 0;
  for (const entry of outlined) {
    if (entry.kind === 'heading') {
      if (saysOnlyWhen(entry.title)) group = entry;
      else if (!group || !entry.ref.startsWith(`${group.ref}.`)) group = null;
    } else if (group && (entry.row.fields.timing ?? []).length === 0 && entry.row.covered.timing === undefined) {
      entry.row.fields.timing = group.row.fields.title ?? [];
      filled += 1;
    }
  }
  return filled > 0 ? [doubtTimesOfGroups(filled)] : [];
}
