/** What stands at units that ended. `$1` their ids, everywhere. */

/** Open and ended work of each unit, whichever side it is on; work between two of them counts at both. */
export const workOfUnits = {
  name: 'work-of-ended-units',
  text: `
    select unit_id, flow, (count(*) filter (where phase = 'open'))::int as open,
           (count(*) filter (where phase <> 'open'))::int as frozen
    from (select i.flow, i.phase,
                 unnest(case when i.from_unit_id = i.to_unit_id then array[i.to_unit_id]
                             else array[i.from_unit_id, i.to_unit_id] end) as unit_id
          from instance i
          where i.from_unit_id = any($1::text[]) or i.to_unit_id = any($1::text[])) side
    where unit_id = any($1::text[])
    group by unit_id, flow order by unit_id, flow desc`,
};

/** Open work by flow, each piece once. */
export const openWork = {
  name: 'open-work-of-ended-units',
  text: `
    select flow, count(*)::int as open from instance
    where phase = 'open' and (from_unit_id = any($1::text[]) or to_unit_id = any($1::text[])) group by flow`,
};

/** Targets of open tasks by plan row and source, with what proof has counted. */
export const quotasOfUnits = {
  name: 'quotas-of-ended-units',
  text: `
    select i.to_unit_id as unit_id, i.plan_id, item.ref, t.metric, t.unit, t.period,
           sum(t.min)::float as min, sum(t.max)::float as max, coalesce(sum(proof.counted), 0)::float as counted
    from instance i
    join target t on t.task_id = i.id
    left join plan_item item on item.id = i.item_id
    left join lateral (
      select sum(e.quantity) as counted from evidence e where e.target_id = t.id and e.withdrawn_at is null) proof on true
    where i.flow = 'task' and i.phase = 'open' and i.to_unit_id = any($1::text[])
    group by i.to_unit_id, i.plan_id, i.item_id, item.ref, item.position, t.metric, t.unit, t.period
    order by item.position, t.metric, i.to_unit_id`,
};

/** Who holds a post on the first day of the successors ($2), or would. */
export const postsOfUnits = {
  name: 'posts-of-ended-units',
  text: `
    select h.id, h.unit_id, h.post, p.full_name
    from post_holding h join person p on p.id = h.person_id
    where h.unit_id = any($1::text[]) and (h.valid_to is null or h.valid_to >= $2::date)
      and coalesce(h.valid_from, '-infinity') < $2::date
    order by h.unit_id, h.post, p.full_name, h.id`,
};

/** Heads that the successors have already. */
export const headsOfUnits = {
  name: 'heads-of-successors',
  text: `
    select distinct unit_id from post_holding
    where unit_id = any($1::text[]) and post = 'head' and (valid_to is null or valid_to >= $2::date)`,
};

export const moneyOfUnits = {
  name: 'money-of-ended-units',
  text: `
    select l.beneficiary_unit_id as unit_id, sum(l.amount_vnd)::text as amount
    from budget_line l join instance b on b.id = l.budget_id and b.phase = 'open'
    where l.beneficiary_unit_id = any($1::text[]) group by l.beneficiary_unit_id`,
};

/** Requests between two units that become one. $1 passages [{from_id, to_id}]. */
export const meetingsOfUnits = {
  name: 'meetings-of-ended-units',
  text: `
    with passage as materialized (select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, to_id text))
    select count(*)::int as meetings
    from instance i left join passage a on a.from_id = i.from_unit_id left join passage b on b.from_id = i.to_unit_id
    where i.phase = 'open' and i.from_unit_id <> i.to_unit_id
      and coalesce(a.to_id, i.from_unit_id) = coalesce(b.to_id, i.to_unit_id)`,
};

/** Own workflows in force at these units. */
export const ownFlowsOfUnits = {
  name: 'own-flows-of-ended-units',
  text: `
    select unit_id, flow, document->'words' as words from own_flow
    where unit_id = any($1::text[]) and state = 'released' order by unit_id, flow`,
};

/** Units with open work, for the list of days. */
export const loadOfUnits = {
  name: 'open-load-of-units',
  text: `
    select to_unit_id as unit_id, count(*)::int as open from instance
    where phase = 'open' and to_unit_id = any($1::text[]) group by to_unit_id`,
};

/**
 * What a reorganisation must neither lose nor double, over all work: pieces of open work, what is owed and what is proved,
 * the money of estimates, and clocks.
 */
export const figuresOfWork = {
  name: 'figures-of-all-work',
  text: `
    select (select count(*)::int from instance where phase = 'open') as open,
           owed.*, proved.counted,
           (select coalesce(sum(amount_vnd), 0)::text from budget_line) as "estimatesVnd",
           (select count(*)::int from due_row) as clocks
    from (select count(*)::int as targets, coalesce(sum(min), 0)::float as "targetMin",
                 coalesce(sum(max), 0)::float as "targetMax" from target) owed,
         (select coalesce(sum(quantity), 0)::float as counted from evidence where withdrawn_at is null) proved`,
};
