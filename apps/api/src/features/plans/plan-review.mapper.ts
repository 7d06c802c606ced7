import { isDeepStrictEqual } from 'node:util';

import type { ReviewDoubt, ReviewItem } from '@phancong/contracts';

import type { DoubtRow, PlanItemRow } from './plan-review.repository.js';

export function toReviewItem(row: PlanItemRow): ReviewItem {
  const current = {
    title: row.title,
    text: row.text,
    unitOfMeasure: row.unit_of_measure,
    leads: row.leads,
    coordinators: row.coordinators,
    timing: row.timing,
    targets: row.targets,
  };
  const edited = Object.entries(current).filter(
    ([field, value]) => !isDeepStrictEqual(value, row.read[field as keyof typeof current]),
  );
  return { ...row.read, ...current, id: row.id, version: row.version, edited: edited.map(([field]) => field) };
}

export const toReviewDoubt = (row: DoubtRow): ReviewDoubt => ({
  ...row.doubt,
  id: row.id,
  itemId: row.item_id,
  settledAt: row.settled_at?.toISOString() ?? null,
  settledValue: row.settled_value,
  settledBy: row.settled_by,
});
