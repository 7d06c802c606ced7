import type { PlanReading, ReadItem } from '@phancong/contracts';

/** The right reading of a test document. Times: `w` first/last day, `d` last day in time, `r` rhythm, `n` as needed, `s` no date. */
export type RightReading = {
  file: string;
  items: { ref: string; title: string; leads: string[]; coordinators: string[]; times: string }[];
};

/** What is kept beside each document: shares are right ones of all, `missed` one line for each difference. */
export type DocumentReport = { found: Record<string, string>; missed: string[]; doubted: Record<string, number> };

function writeTimes({ timing }: ReadItem): string {
  if (timing.recurrence.length > 0) return timing.recurrence.map(({ freq }) => `r ${freq}`).join('; ');
  if (timing.asNeeded) return 'n';
  if (timing.deadline?.lastDay) return `d ${timing.deadline.lastDay}`;
  return timing.windows.length === 0 ? 's' : timing.windows.map(({ start, end }) => `w ${start}/${end}`).join('; ');
}

/** Holds a reading against the right one: found, missed, doubted. */
export function reportDocument(reading: PlanReading, right: RightReading): DocumentReport {
  const read = new Map(reading.items.map((item) => [item.ref, item]));
  const missed: string[] = [];
  const fields = ['title', 'leads', 'coordinators', 'times'] as const;
  const counts = { items: 0, title: 0, leads: 0, coordinators: 0, times: 0 };
  for (const wanted of right.items) {
    const item = read.get(wanted.ref);
    if (!item) {
      missed.push(`${wanted.ref}: not found`);
      continue;
    }
    counts.items += 1;
    const own = { title: item.title, leads: item.leads, coordinators: item.coordinators, times: writeTimes(item) };
    for (const field of fields) {
      const [given, want] = [JSON.stringify(own[field]), JSON.stringify(wanted[field])];
      if (given === want) counts[field] += 1;
      else missed.push(`${wanted.ref} ${field}: read ${given}, right is ${want}`);
    }
  }
  const wantedRefs = new Set(right.items.map(({ ref }) => ref));
  for (const { ref, title } of reading.items)
    if (!wantedRefs.has(ref)) missed.push(`${ref}: not in the plan («${title}»)`);
  const doubted: Record<string, number> = {};
  for (const { code } of reading.doubts) doubted[code] = (doubted[code] ?? 0) + 1;
  return {
    found: Object.fromEntries(
      Object.entries(counts).map(([field, count]) => [field, `${count}/${right.items.length}`]),
    ),
    missed,
    doubted: Object.fromEntries(Object.entries(doubted).toSorted(([one], [other]) => one.localeCompare(other))),
  };
}
