import type { Doubt, PlanReading, ReadItem } from '@phancong/contracts';

/**
 * The right reading of a test document. `ref` is null where the plan itself counts nothing, `title` where its wording is free. Times:
 * `w` first/last day, `d` last day in time, `r` rhythm, `n` as needed, `s` no date.
 */
export type RightReading = { file: string; items: RightItem[] };
type RightItem = {
  ref: string | null;
  title: string | null;
  leads: string[];
  coordinators: string[];
  times: string;
  /** Some words of the row, by which it is known where the plan counts nothing and the wording of a title is free. */
  words?: string;
};

/** What is kept beside each document: shares are right ones of all, `missed` one line for each difference, `lost` the rows that are not found and of which no doubt tells. */
export type DocumentReport = {
  found: Record<string, string>;
  missed: string[];
  lost?: string[];
  doubted: Record<string, number>;
};

function writeTimes({ timing }: ReadItem): string {
  if (timing.recurrence.length > 0) return timing.recurrence.map(({ freq }) => `r ${freq}`).join('; ');
  if (timing.asNeeded) return 'n';
  if (timing.deadline?.lastDay) return `d ${timing.deadline.lastDay}`;
  return timing.windows.length === 0 ? 's' : timing.windows.map(({ start, end }) => `w ${start}/${end}`).join('; ');
}

/** By its ref, else by its title; where the plan writes neither, by whose it is. */
function isMeant(item: ReadItem, { ref, title, leads, words }: RightItem): boolean {
  if (ref !== null) return item.ref === ref;
  if (words !== undefined) return `${item.title} ${item.text}`.includes(words);
  return title === null ? JSON.stringify(item.leads) === JSON.stringify(leads) : item.title === title;
}

/** The item that a right one speaks of: the first that no other has taken. */
function pairItems(items: readonly ReadItem[], right: RightReading): Map<RightItem, ReadItem> {
  const pairs = new Map<RightItem, ReadItem>();
  const taken = new Set<ReadItem>();
  for (const wanted of right.items) {
    const item = items.find((one) => !taken.has(one) && isMeant(one, wanted));
    if (!item) continue;
    pairs.set(wanted, item);
    taken.add(item);
  }
  return pairs;
}

/** A row that is not found is told when a doubt quotes the first words of it. */
function isTold({ title, words }: RightItem, doubts: readonly Doubt[]): boolean {
  const quoted = (words ?? title ?? '').slice(0, 24);
  return quoted !== '' && doubts.some(({ message }) => message.vi.includes(quoted));
}

/** Holds a reading against the right one: found, missed, doubted. */
export function reportDocument(reading: PlanReading, right: RightReading): DocumentReport {
  const pairs = pairItems(reading.items, right);
  const missed: string[] = [];
  const lost: string[] = [];
  const fields = ['title', 'leads', 'coordinators', 'times'] as const;
  const counts = { items: 0, title: 0, leads: 0, coordinators: 0, times: 0 };
  for (const wanted of right.items) {
    const item = pairs.get(wanted);
    const name = wanted.ref ?? `«${wanted.title ?? wanted.words ?? wanted.leads.join(', ')}»`;
    if (!item) {
      missed.push(`${name}: not found`);
      if (!isTold(wanted, reading.doubts)) lost.push(name);
      continue;
    }
    counts.items += 1;
    const own = { title: item.title, leads: item.leads, coordinators: item.coordinators, times: writeTimes(item) };
    for (const field of fields) {
      const [given, want] = [JSON.stringify(own[field]), JSON.stringify(wanted[field])];
      if (given === want || wanted[field] === null) counts[field] += 1;
      else missed.push(`${name} ${field}: read ${given}, right is ${want}`);
    }
  }
  const known = new Set(pairs.values());
  for (const item of reading.items) if (!known.has(item)) missed.push(`${item.ref}: not in the plan («${item.title}»)`);
  const doubted: Record<string, number> = {};
  for (const { code } of reading.doubts) doubted[code] = (doubted[code] ?? 0) + 1;
  return {
    found: Object.fromEntries(
      Object.entries(counts).map(([field, count]) => [field, `${count}/${right.items.length}`]),
    ),
    missed,
    ...(lost.length > 0 ? { lost } : {}),
    doubted: Object.fromEntries(Object.entries(doubted).toSorted(([one], [other]) => one.localeCompare(other))),
  };
}
