import type { Actor, Post, Seat } from '@phancong/contracts';

export interface SeatRow {
  seat_id: string;
  holding_id: string;
  delegation_id: string | null;
  unit_id: string;
  unit_name: string;
  post: Post;
  for_person_id: string | null;
  for_name: string | null;
  plan_id: string | null;
  plan_title: string | null;
  valid_to: string | null;
}

const holds = (holding: string) => `
  official_today() between coalesce(${holding}.valid_from, '-infinity') and coalesce(${holding}.valid_to, 'infinity')`;

const runs = (delegation: string) => `
  ${delegation}.ended_at is null and official_today() between ${delegation}.valid_from and ${delegation}.valid_to`;

/** The seats that a person can take today: own posts first, then the posts of those who delegated to him. */
export const seatsOf = (person: string) => `
  select h.id as seat_id, h.id as holding_id, null::uuid as delegation_id, h.unit_id, u.name as unit_name, h.post,
         null::uuid as for_person_id, null as for_name, null::uuid as plan_id, null as plan_title, h.valid_to, 0 as place
  from post_holding h join unit u on u.id = h.unit_id
  where h.person_id = ${person} and ${holds('h')}
  union all
  select d.id, h.id, d.id, h.unit_id, u.name, h.post, h.person_id, g.full_name, d.plan_id, plan.title, d.valid_to, 1
  from delegation d
  join post_holding h on h.id = d.holding_id and ${holds('h')}
  join unit u on u.id = h.unit_id
  join person g on g.id = h.person_id
  left join plan on plan.id = d.plan_id
  where d.to_person_id = ${person} and ${runs('d')}`;

/** True in SQL while the seat of the session `s` (holding `h`, delegation `d`) may be sat in. */
export const mayStillSit = `
  ${holds('h')} and case
    when s.delegation_id is null then h.person_id = s.person_id
    else d.to_person_id = s.person_id and d.holding_id = h.id and ${runs('d')}
  end`;

export const toSeat = (row: SeatRow): Seat => ({
  id: row.seat_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  post: row.post,
  onBehalfOf:
    row.for_person_id === null
      ? null
      : {
          personId: row.for_person_id,
          personName: row.for_name ?? '',
          planId: row.plan_id,
          planTitle: row.plan_title,
        },
  validTo: row.valid_to,
});

/** The mark of acting for another one, as an actor carries it; nothing in a seat of one's own. */
export function behalfOf(
  row: Pick<SeatRow, 'for_person_id' | 'for_name'> & { plan_id?: string | null },
): Pick<Actor, 'onBehalfOf'> {
  if (row.for_person_id === null) return {};
  return {
    onBehalfOf: { personId: row.for_person_id, personName: row.for_name ?? '', planId: row.plan_id ?? null },
  };
}
