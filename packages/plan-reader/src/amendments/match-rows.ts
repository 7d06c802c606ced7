import type { TableItem } from '@phancong/contracts';
import { foldName } from '@phancong/units';

/** Rows of two versions that are the same row: positions in the earlier and the later table. */
export type RowPairs = ReadonlyMap<number, number>;

/** Below this share of common words two titles speak of different work. */
const alike = 0.6;

const wordsOf = (text: string) =>
  new Set(
    foldName(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** Share of words that two titles have in common, 0 to 1; two blank titles have none. */
function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const shared = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Finds the rows that two versions of a table share. A row is known again by its ref and title, then by its title alone (it was
 * renumbered), then by the likeness of its title, then by its ref where the words were changed wholly but the leads stayed.
 * What is left is a row that was dropped, or one that was added. Each row is paired once.
 */
export function matchRows(before: readonly TableItem[], after: readonly TableItem[]): RowPairs {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const titles = {
    before: before.map((item) => wordsOf(item.title)),
    after: after.map((item) => wordsOf(item.title)),
  };
  const alikeTitles = (first: number, second: number) =>
    likeness(titles.before[first] ?? new Set(), titles.after[second] ?? new Set());
  const pairWhere = (same: (first: TableItem, second: TableItem, at: number, other: number) => boolean) => {
    for (const [at, item] of before.entries()) {
      if (pairs.has(at)) continue;
      const other = after.findIndex((candidate, index) => !taken.has(index) && same(item, candidate, at, index));
      if (other < 0) continue;
      pairs.set(at, other);
      taken.add(other);
    }
  };
  pairWhere((first, second) => first.ref === second.ref && first.title === second.title);
  pairWhere((first, second, at, other) => first.ref === second.ref && alikeTitles(at, other) >= alike);
  pairWhere((first, second) => first.title !== '' && first.title === second.title && first.text === second.text);
  const leftBefore = [...before.keys()].filter((at) => !pairs.has(at));
  const candidates = leftBefore
    .flatMap((at) =>
      [...after.keys()]
        .filter((other) => !taken.has(other))
        .map((other) => ({ at, other, score: alikeTitles(at, other) })),
    )
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score || a.at - b.at || a.other - b.other);
  for (const { at, other } of candidates) {
    if (pairs.has(at) || taken.has(other)) continue;
    pairs.set(at, other);
    taken.add(other);
  }
  pairWhere((first, second) => first.ref === second.ref && first.leads.some((lead) => second.leads.includes(lead)));
  return pairs;
}
