import type { House } from './house.js';

interface Sought {
  flow: string;
  /** The outline number of the row of the plan, e.g. 'I.1.2'. */
  ref?: string;
  /** Beginning of the id of the unit that is asked. */
  to?: string;
  /** Beginning of the id of the unit that asks. */
  from?: string;
  state?: string;
  dueBefore?: string;
  dueAfter?: string;
}

const find = `
  select i.id, i.to_unit_id as "toUnitId", u.short_name as "toUnitName", i.due_on::text as "dueOn"
  from instance i
    left join plan_item p on p.id = i.item_id
    join unit u on u.id = i.to_unit_id
  where i.flow = $1
    and ($2::text is null or p.ref = $2)
    and starts_with(i.to_unit_id, coalesce($3, ''))
    and starts_with(i.from_unit_id, coalesce($4, ''))
    and ($5::text is null or i.state = $5)
    and ($6::date is null or i.due_on < $6)
    and ($7::date is null or i.due_on > $7)
  order by i.due_on nulls last, i.to_unit_id, i.id`;

interface Found {
  id: string;
  toUnitId: string;
  toUnitName: string;
  dueOn: string | null;
}

/** Work of the demonstration by what it is; the story fails in words when there is none. */
export async function findWork(house: House, sought: Sought): Promise<Found> {
  const { flow, ref, to, from, state, dueBefore, dueAfter } = sought;
  const rows = await house.query<Found>(find, [flow, ref, to, from, state, dueBefore, dueAfter]);
  const first = rows[0];
  if (!first) throw new Error(`The demonstration holds no such work: ${JSON.stringify(sought)}`);
  return first;
}

/** The account of a unit of the demonstration: provinces are named after themselves. */
export const accountOf = (unitId: string) => unitId.replace(/-truoc-2025-07$/, '');
