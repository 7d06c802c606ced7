import type { StatusCounts } from '@phancong/contracts';

/**
 * The official boxes counted in SQL over rows of `instance` aliased `i`; `$day` is the placeholder of the official day.
 * The same arithmetic as `timelinessOf` of the workflows package (a test holds them together): work handed in by its day
 * is not late while it waits to be accepted.
 */
export const countStatuses = (day: string) => `
  count(*)::int as total,
  count(*) filter (where i.phase = 'cancelled')::int as "cancelled",
  count(*) filter (where i.phase <> 'cancelled' and i.standing)::int as "standing",
  count(*) filter (where i.phase = 'done' and not i.standing
    and (i.due_on is null or i.done_on is null or i.done_on <= i.due_on))::int as "doneOnTime",
  count(*) filter (where i.phase = 'done' and not i.standing and i.done_on > i.due_on)::int as "doneLate",
  count(*) filter (where i.phase = 'open' and not i.standing
    and (i.due_on is null or coalesce(i.done_on, ${day}) <= i.due_on))::int as "openInTime",
  count(*) filter (where i.phase = 'open' and not i.standing and coalesce(i.done_on, ${day}) > i.due_on)::int
    as "openOverdue"`;

/** Narrows a list to one timeliness, by the same arithmetic. */
export const timelinessCondition: Record<string, (day: string) => string> = {
  cancelled: () => `i.phase = 'cancelled'`,
  standing: () => `i.phase <> 'cancelled' and i.standing`,
  doneOnTime: () =>
    `i.phase = 'done' and not i.standing and (i.due_on is null or i.done_on is null or i.done_on <= i.due_on)`,
  doneLate: () => `i.phase = 'done' and not i.standing and i.done_on > i.due_on`,
  openInTime: (day) =>
    `i.phase = 'open' and not i.standing and (i.due_on is null or coalesce(i.done_on, ${day}) <= i.due_on)`,
  openDueSoon: (day) =>
    `i.phase = 'open' and not i.standing and i.done_on is null and i.due_on between ${day} and ${day} + 7`,
  openOverdue: (day) => `i.phase = 'open' and not i.standing and coalesce(i.done_on, ${day}) > i.due_on`,
};

const boxes = ['cancelled', 'standing', 'doneOnTime', 'doneLate', 'openInTime', 'openOverdue'] as const;

/** The one box that a row of `instance` stands in, by the same arithmetic. */
export const boxOf = (day: string) =>
  `case ${boxes.map((box) => `when ${timelinessCondition[box]?.(day)} then '${box}'`).join(' ')} end`;

export const noCounts = (): StatusCounts => ({
  total: 0,
  doneOnTime: 0,
  doneLate: 0,
  openInTime: 0,
  openOverdue: 0,
  standing: 0,
  cancelled: 0,
});
