/**
 * Open work follows its units, in one statement: each instance where an ended unit asks or is asked gets the successor in its
 * place, one version and one history row more, and a passage that keeps the units of before. States, deadlines and proof
 * stay as they are. What nobody has received yet counts the days of receipt anew, since the successor hears of it today.
 * Rows are locked in the order of their ids, like every move.
 *
 * $1 passages [{from_id, item_id, to_id}], those of one plan row before those of the unit; $2 the first day of the successors;
 * $3 the official day; $4 to $6 person, unit and post that apply; $7 the reorganisation; $8 what history says; $9 clocks of
 * receipt [{flow, machine_version, state, event, fire_on}]; $10 for whom it is applied by delegation, or null.
 */
export const moveWorkStatement = {
  name: 'move-work-to-successors',
  text: `
  with
  given as materialized (
    select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, item_id uuid, to_id text)),
  passage as materialized (select from_id, to_id from given where item_id is null),
  narrow as materialized (select from_id, item_id, to_id from given where item_id is not null),
  ended as materialized (select array_agg(distinct from_id) as ids from given),
  fresh as materialized (
    select x.* from jsonb_to_recordset($9::jsonb)
      as x(flow text, machine_version smallint, state text, event text, fire_on date)),
  taken as materialized (
    select i.id, i.flow, i.machine_version, i.state, i.version, i.plan_id, i.from_unit_id, i.to_unit_id,
           coalesce(na.to_id, a.to_id, i.from_unit_id) as from_after,
           coalesce(nb.to_id, b.to_id, i.to_unit_id) as to_after
    from instance i
    left join passage a on a.from_id = i.from_unit_id
    left join passage b on b.from_id = i.to_unit_id
    left join narrow na on na.from_id = i.from_unit_id and na.item_id = i.item_id
    left join narrow nb on nb.from_id = i.to_unit_id and nb.item_id = i.item_id
    where i.phase = 'open'
      and (i.from_unit_id = any((select ids from ended)::text[]) or i.to_unit_id = any((select ids from ended)::text[]))
    order by i.id for update of i),
  moved as (
    update instance i
    set from_unit_id = t.from_after, to_unit_id = t.to_after,
        holder_unit_id = case i.holder_unit_id when t.from_unit_id then t.from_after when t.to_unit_id then t.to_after end,
        origin_unit_id = case when t.to_after <> t.to_unit_id then coalesce(i.origin_unit_id, t.to_unit_id)
                              else i.origin_unit_id end,
        snapshot = case when f.event is null then i.snapshot
                        else i.snapshot || jsonb_build_object('since', $3::text, 'reminders', 0) end,
        version = i.version + 1
    from taken t
    left join fresh f on f.flow = t.flow and f.machine_version = t.machine_version and f.state = t.state
      and t.to_after <> t.to_unit_id
    where i.id = t.id),
  told as (
    insert into history (instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, origin, event, payload, from_state,
                         to_state)
    select t.id, t.version + 1, $3::date, $4::uuid, $5::text, $6::text, $10::uuid, 'reorganisation', 'reorganised',
           $8::jsonb || jsonb_build_object('fromBefore', t.from_unit_id, 'fromAfter', t.from_after,
                                           'toBefore', t.to_unit_id, 'toAfter', t.to_after),
           t.state, t.state
    from taken t),
  passed as (
    insert into unit_passage (instance_id, effective_on, reorganisation_id, from_before, from_after, to_before, to_after)
    select t.id, $2::date, $7::uuid, t.from_unit_id, t.from_after, t.to_unit_id, t.to_after from taken t),
  armed as (
    insert into due_row (instance_id, event, fire_on)
    select t.id, f.event, f.fire_on
    from taken t
    join fresh f on f.flow = t.flow and f.machine_version = t.machine_version and f.state = t.state
    where t.to_after <> t.to_unit_id
    on conflict (instance_id, event) do update set fire_on = excluded.fire_on, fault = null, fault_at = null),
  owned as (
    update plan p set owner_unit_id = t.from_after
    from taken t where t.flow = 'plan' and p.id = t.id and p.owner_unit_id = t.from_unit_id),
  sent as (
    insert into outbox (instance_id, effect, by_unit_id, on_day)
    select plan_id, jsonb_build_object(
        'planId', plan_id,
        'changed', jsonb_build_array(jsonb_build_object('instanceId', plan_id, 'unitIds', jsonb_build_array(unit_id))),
        'notices', jsonb_build_array(
          jsonb_build_object('instanceId', plan_id, 'unitId', unit_id, 'template', 'workPassedOn'))),
      $5::text, $3::date
    from (select plan_id, to_after as unit_id from taken where to_after <> to_unit_id
          union
          select plan_id, from_after from taken where from_after <> from_unit_id) concerned)
  select flow, count(*)::int as moved from taken group by flow`,
};

/** Seats that a budget names inside itself: who appraises in the next round, who pays. $1 passages, of units alone. */
export const moveBudgetSeatsStatement = {
  name: 'move-budget-seats',
  text: `
  with passage as materialized (
    select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, to_id text)),
  seat as (
    select i.id,
           (select jsonb_agg(distinct coalesce(p.to_id, a.id))
            from jsonb_array_elements_text(i.snapshot->'context'->'appraiserUnitIds') a(id)
            left join passage p on p.from_id = a.id) as appraisers,
           coalesce(p.to_id, i.snapshot->'context'->>'payerUnitId') as payer
    from instance i left join passage p on p.from_id = i.snapshot->'context'->>'payerUnitId'
    where i.flow = 'budget' and i.phase = 'open')
  update instance i
  set snapshot = jsonb_set(i.snapshot, '{context}', (i.snapshot->'context')
    || jsonb_build_object('appraiserUnitIds', seat.appraisers, 'payerUnitId', seat.payer))
  from seat
  where i.id = seat.id
    and (seat.appraisers, seat.payer) is distinct from (i.snapshot->'context'->'appraiserUnitIds', i.snapshot->'context'->>'payerUnitId')
  returning i.id`,
};

/** Lines of open estimates pay the successor; a line whose money has arrived stays as it was paid. */
export const moveBeneficiariesStatement = {
  name: 'move-beneficiaries',
  text: `
  with given as materialized (
    select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, item_id uuid, to_id text)),
  line as (
    select l.budget_id, l.position, coalesce(n.to_id, p.to_id) as to_id
    from budget_line l
    join instance b on b.id = l.budget_id and b.phase = 'open'
    left join given p on p.from_id = l.beneficiary_unit_id and p.item_id is null
    left join given n on n.from_id = l.beneficiary_unit_id and n.item_id = b.item_id
    where coalesce(n.to_id, p.to_id) is not null
      and not exists (select from instance t where t.parent_id = b.id and t.flow = 'transfer' and t.phase <> 'open'
                      and t.to_unit_id = l.beneficiary_unit_id))
  update budget_line l
  set beneficiary_unit_id = line.to_id, origin_unit_id = coalesce(l.origin_unit_id, l.beneficiary_unit_id)
  from line where l.budget_id = line.budget_id and l.position = line.position`,
};

/** Unread notices of an ended unit are read by its successor; what was read stays where it was read. */
export const moveNoticesStatement = {
  name: 'move-unread-notices',
  text: `
  with passage as materialized (
    select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, to_id text)),
  waiting as (
    delete from notice n using passage p where n.unit_id = p.from_id and n.read_at is null
    returning n.outbox_id, p.to_id, n.instance_id, n.template, n.by_unit_id, n.on_day, n.at)
  insert into notice (outbox_id, unit_id, instance_id, template, by_unit_id, on_day, at)
  select outbox_id, to_id, instance_id, template, by_unit_id, on_day, at from waiting
  on conflict do nothing`,
};

/** Own workflows end with the unit that approved them; what runs keeps its version. $1 units, $2 the person. */
export const stopOwnFlowsStatement = {
  name: 'stop-own-flows',
  text: `
  update own_flow set state = 'stopped', edition = edition + 1, changed_by = $2, changed_at = now()
  where unit_id = any($1::text[]) and state = 'released' returning id`,
};

/**
 * Posts end with their unit and begin again at the successor on its first day, unless they are named as ended ($3). Nobody gets a
 * post twice. $1 passages, $2 the first day of the successors.
 */
export const movePostsStatement = {
  name: 'move-posts',
  text: `
  with passage as materialized (
    select x.* from jsonb_to_recordset($1::jsonb) as x(from_id text, to_id text)),
  closed as (
    update post_holding h set valid_to = $2::date - 1
    from passage p
    where h.unit_id = p.from_id and (h.valid_to is null or h.valid_to >= $2::date)
      and coalesce(h.valid_from, '-infinity') < $2::date
    returning h.id, h.person_id, p.to_id, h.post)
  insert into post_holding (person_id, unit_id, post, valid_from)
  select distinct c.person_id, c.to_id, c.post, $2::date from closed c
  where c.id <> all($3::uuid[])
    and not exists (
      select from post_holding h where h.person_id = c.person_id and h.unit_id = c.to_id and h.post = c.post
        and (h.valid_to is null or h.valid_to >= $2::date))
  returning id`,
};
