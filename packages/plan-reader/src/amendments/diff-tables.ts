import { isDeepStrictEqual } from 'node:util';

import type { TableDifference, TableField, TableItem } from '@phancong/contracts';

import { matchRows } from './match-rows.js';
import { sameTargets, sameTime, sameUnits } from './same-meaning.js';

const plainFields = ['title', 'text', 'unitOfMeasure', 'handsOffTo', 'receivesFrom', 'approvers'] as const;

const reworded = (ref: string, field: TableField, before: TableItem, after: TableItem): TableDifference => ({
  kind: 'reworded',
  ref,
  field,
  from: before[field],
  to: after[field],
});

/** What changed in a row that both versions have. Its ref and place are not looked at here. */
function diffRow(before: TableItem, after: TableItem, asOf: string): TableDifference[] {
  const { ref } = before;
  const found: TableDifference[] = [];
  for (const field of ['leads', 'coordinators'] as const) {
    const [from, to] = [before[field], after[field]];
    if (isDeepStrictEqual(from, to)) continue;
    found.push(
      sameUnits(from, to, asOf) ? reworded(ref, field, before, after) : { kind: 'reassigned', ref, field, from, to },
    );
  }
  if (!isDeepStrictEqual(before.timing, after.timing)) {
    const same = sameTime(before.timing, after.timing);
    found.push(
      same ? reworded(ref, 'timing', before, after) : { kind: 'retimed', ref, from: before.timing, to: after.timing },
    );
  }
  if (!isDeepStrictEqual(before.targets, after.targets)) {
    const same = sameTargets(before.targets, after.targets);
    found.push(
      same
        ? reworded(ref, 'targets', before, after)
        : { kind: 'retargeted', ref, from: before.targets, to: after.targets },
    );
  }
  for (const field of plainFields) {
    if (!isDeepStrictEqual(before[field], after[field])) found.push(reworded(ref, field, before, after));
  }
  return found;
}

/** Positions that may stay where they are: a longest rising run of `places`. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, place] of places.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = at;
  }
  const stays = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) stays.add(at);
  return stays;
}

/**
 * How two versions of a table differ in meaning: rows added, dropped, moved, retimed, reassigned, retargeted; what is only said
 * in other words is `reworded`. A row is known again across versions even when it was renumbered. Refs have to be unique within
 * each table. `asOf` is the day on which names of units are asked of the registry.
 *
 * `applyDifferences(before, diffTables(before, after))` is `after`, and a table does not differ from itself.
 */
export function diffTables(
  before: readonly TableItem[],
  after: readonly TableItem[],
  { asOf }: { asOf: string },
): TableDifference[] {
  const pairs = matchRows(before, after);
  const kept = [...pairs].sort(([first], [second]) => first - second);
  const stays = longestRise(kept.map(([, other]) => other));
  const found: TableDifference[] = [];
  for (const [at, item] of before.entries()) {
    if (!pairs.has(at)) found.push({ kind: 'dropped', ref: item.ref, item });
  }
  for (const [index, [at, other]] of kept.entries()) {
    const [was, is] = [before[at], after[other]];
    if (!was || !is) continue;
    if (was.ref !== is.ref || !stays.has(index)) {
      found.push({ kind: 'moved', ref: was.ref, toRef: is.ref, position: other });
    }
    found.push(...diffRow(was, is, asOf));
  }
  const known = new Set(pairs.values());
  for (const [position, item] of after.entries()) {
    if (!known.has(position)) found.push({ kind: 'added', ref: item.ref, position, item });
  }
  return found;
}
