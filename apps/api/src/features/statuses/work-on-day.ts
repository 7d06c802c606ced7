/**
 * Tasks with the unit that led them at the end of a day, and with what was done by then: work that passed to a successor later
 * stands at the unit of before. Gives a set to be aliased `i`, with the columns that `countStatuses` reads; `day` is the place of
 * a date, `instances` a condition on the rows of `instance i`. An extended deadline counts as it stands now.
 */
export const tasksOnDay = (day: string, instances: string) => `
  (select i.id, i.plan_id, i.item_id, i.standing, i.due_on, coalesce(earlier.to_before, i.to_unit_id) as to_unit_id,
          case when i.done_on <= ${day} then i.done_on end as done_on,
          case when i.phase = 'done' and i.done_on > ${day} then 'open'
               when i.phase = 'cancelled' and ended.on_day > ${day} then 'open' else i.phase end as phase
   from instance i
   left join lateral (
     select p.to_before from unit_passage p
     where p.instance_id = i.id and p.effective_on > ${day} order by p.effective_on, p.reorganisation_id limit 1) earlier on true
   left join lateral (
     select h.on_day from history h
     where i.phase = 'cancelled' and h.instance_id = i.id order by h.version desc limit 1) ended on true
   where i.flow = 'task' and ${instances}
     and not exists (select from history h where h.instance_id = i.id and h.version = 0 and h.on_day > ${day}))`;
