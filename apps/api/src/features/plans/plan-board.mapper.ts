import type { IsoDate, PlanRow, PlanRowPage } from '@phancong/contracts';

import type { BoardCounts, TargetSumRow } from './plan-board.repository.js';
import type { PlanItemRow } from './plan-review.repository.js';
import type { PlacedHeading } from './storable-reading.js';

export const toHeadingRow = ({ ref, title, position }: PlacedHeading): PlanRow => ({
  itemId: null,
  kind: 'heading',
  position,
  ref,
  title,
  text: null,
  unitOfMeasure: null,
  timingText: null,
  leads: [],
  coordinators: [],
  deliverable: null,
  budgetVnd: null,
  counts: null,
  reports: null,
  nextDueOn: null,
});

export const toItemRow = (row: PlanItemRow, board: BoardCounts, nextDueOn: IsoDate | null): PlanRow => ({
  itemId: row.id,
  kind: 'item',
  position: row.position,
  ref: row.ref,
  title: row.title,
  text: row.text,
  unitOfMeasure: row.unit_of_measure,
  timingText: row.timing.text,
  leads: row.leads,
  coordinators: row.coordinators,
  deliverable: row.deliverable,
  budgetVnd: row.budget_vnd,
  ...board,
  nextDueOn,
});

const toNumber = (text: string | null) => (text === null ? null : Number(text));

/** Amounts of the tasks add up; shares ("15-20 % số xã") do not: of them the mean is shown. */
export function toTargetSum(row: TargetSumRow): PlanRowPage['targets'][number] {
  const isShare = row.unit.trim().startsWith('%');
  return {
    metric: row.metric,
    min: toNumber(isShare ? row.min : row.sum_min),
    max: toNumber(isShare ? row.max : row.sum_max),
    unit: row.unit,
    per: row.per,
    period: row.period,
    approx: row.approx,
    counted: isShare ? Math.round((Number(row.counted) / row.tasks) * 100) / 100 : Number(row.counted),
    tasks: row.tasks,
  };
}
