import { foldName } from '@phancong/units';

import type { PlanToStore } from './plan-import.repository.js';
import { nameInDoubt } from './settlement.js';

/** A name as a person settled it in an earlier plan. */
export interface SettledName {
  name: string;
  unitIds: readonly string[];
  settledBy: string;
  settledAt: Date;
}

/** A doubt of a new plan that was answered before. */
export interface RememberedAnswer extends SettledName {
  /** Place of the doubt in the plan. */
  position: number;
}

/**
 * The doubts about unknown names that an earlier plan of the same unit answers. Spelling of tone marks, dashes and case make no
 * difference. `heirOf` gives the unit that stands for another on the day of reading, or nothing: an answer that no longer names
 * units in being is asked anew. "Các đơn vị liên quan" is another set in each plan and never remembered.
 */
export function recallNames(
  { doubts, items }: Pick<PlanToStore, 'doubts' | 'items'>,
  settled: readonly SettledName[],
  heirOf: (unitId: string) => string | undefined,
): RememberedAnswer[] {
  const known = new Map(settled.map((entry) => [foldName(entry.name), entry]));
  const rows = new Map(items.map(({ id, item }) => [id, item]));
  return doubts.flatMap(({ itemId, position, doubt }) => {
    const row = itemId === null ? undefined : rows.get(itemId);
    const name = doubt.code === 'UNKNOWN_UNIT' && row ? nameInDoubt(doubt, row) : null;
    const answer = name === null ? undefined : known.get(foldName(name));
    if (name === null || !answer) return [];
    const heirs = answer.unitIds.map(heirOf);
    const unitIds = [...new Set(heirs.filter((id) => id !== undefined))];
    return heirs.includes(undefined) || unitIds.length === 0 ? [] : [{ ...answer, name, unitIds, position }];
  });
}
