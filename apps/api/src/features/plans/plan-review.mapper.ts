import { isDeepStrictEqual } from 'node:util';

import type { PlanEdit, ReviewDoubt, ReviewItem } from '@phancong/contracts';

import type { PlanEditRow } from './plan-edits.repository.js';
import { wordsOfRow, type DoubtRow, type PlanItemRow } from './plan-review.repository.js';
import { wordsOfEdit } from './words-of-edit.js';

/** A field that a reading of old, or of a table without such a column, does not have counts as blank. */
const blankOf = (value: unknown) => (Array.isArray(value) ? [] : null);

export function toReviewItem(row: PlanItemRow): ReviewItem {
  const { removed: _, ...current } = wordsOfRow(row);
  const edited = Object.entries(current).filter(
    ([field, value]) => !isDeepStrictEqual(value, row.read[field as keyof typeof current] ?? blankOf(value)),
  );
  return {
    ...row.read,
    ...current,
    id: row.id,
    version: row.version,
    edited: edited.map(([field]) => field),
    readRef: row.read.ref,
    wasRead: row.origin === 'read',
  };
}

export const toReviewDoubt = (row: DoubtRow): ReviewDoubt => ({
  ...row.doubt,
  id: row.id,
  itemId: row.item_id,
  settledAt: row.settled_at?.toISOString() ?? null,
  settledValue: row.settled_value,
  settledBy: row.settled_by,
});

export const toPlanEdit = (row: PlanEditRow): PlanEdit => ({
  id: row.id,
  kind: row.kind,
  words: wordsOfEdit(row.kind, row.changes),
  itemIds: row.changes.rows.map(({ id }) => id),
  by: row.full_name,
  at: row.made_at.toISOString(),
  undone: row.undone_at !== null,
});
