/**
 * Activation in one statement: tasks, their checkpoints and coordinations, the history row and the due rows of each, the
 * target ledgers, and one outbox row per unit. PostgreSQL multiplies rows by units itself; what is sent from here grows with
 * the rows of the plan, not with the tasks. JSON is opened once per duty or period, never once per task.
 *
 * $1 the work as `fanOut` writes it, $2 plan, $3 assigning unit, $4 the official day, $5 and $6 person and post that
 * activate, $7 the holder of that post where the person acts for him.
 */
export const fanOutStatement = {
  name: 'fan-out-plan',
  text: `
  with
  duty as materialized (
    select x.*, item.ref, item.title from jsonb_to_recordset($1::jsonb->'duties')
      as x(n int, item_id uuid, leads text[], label text, starts_on date, due_on date, standing boolean,
           version smallint, state text, holder text, snapshot jsonb, input jsonb, targets jsonb)
    left join plan_item item on item.id = x.item_id),
  period as materialized (
    select x.* from jsonb_to_recordset($1::jsonb->'periods')
      as x(n int, duty int, label text, starts_on date, due_on date, version smallint, state text, holder text, snapshot jsonb,
           input jsonb)),
  help as materialized (
    select x.* from jsonb_to_recordset($1::jsonb->'coordinations')
      as x(n int, duty int, coordinators text[], version smallint, state text, holder text, snapshot jsonb, input jsonb)),
  clock as materialized (
    select x.* from jsonb_to_recordset($1::jsonb->'clocks') as x(flow text, n int, event text, fire_on date)),
  task as materialized (
    select new_id() as id, d.n as duty, lead.unit_id
    from duty d cross join lateral unnest(d.leads) as lead(unit_id)),
  checkpoint as materialized (
    select new_id() as id, t.id as task_id, p.n as period, t.unit_id from period p join task t on t.duty = p.duty),
  coordination as materialized (
    select new_id() as id, t.id as task_id, t.duty, h.n as help, t.unit_id, other.unit_id as coordinator_id
    from help h join task t on t.duty = h.duty
    cross join lateral unnest(h.coordinators) as other(unit_id)
    where other.unit_id <> t.unit_id),
  tasks as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                          holder_unit_id, period_label, starts_on, due_on, signed_due_on, standing, line_ref, line_title)
    select t.id, 'task', d.version, d.state, 'open', d.snapshot, $2::uuid, d.item_id, $3::text, t.unit_id,
           case d.holder when 'from' then $3::text when 'to' then t.unit_id end,
           d.label, d.starts_on, d.due_on, d.due_on, d.standing, d.ref, d.title
    from task t join duty d on d.n = t.duty),
  checkpoints as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, parent_id, from_unit_id,
                          to_unit_id, holder_unit_id, period_label, starts_on, due_on, signed_due_on, line_ref, line_title)
    select c.id, 'checkpoint', p.version, p.state, 'open', p.snapshot, $2::uuid, d.item_id, c.task_id, $3::text, c.unit_id,
           case p.holder when 'from' then $3::text when 'to' then c.unit_id end, p.label, p.starts_on, p.due_on, p.due_on,
           d.ref, d.title
    from checkpoint c join period p on p.n = c.period join duty d on d.n = p.duty),
  coordinations as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, parent_id, from_unit_id,
                          to_unit_id, holder_unit_id, period_label, starts_on, due_on, signed_due_on, standing, line_ref, line_title)
    select c.id, 'coordination', h.version, h.state, 'open', h.snapshot, $2::uuid, d.item_id, c.task_id, c.unit_id,
           c.coordinator_id, case h.holder when 'from' then c.unit_id when 'to' then c.coordinator_id end,
           d.label, d.starts_on, d.due_on, d.due_on, d.standing, d.ref, d.title
    from coordination c join help h on h.n = c.help join duty d on d.n = c.duty),
  told as (
    insert into history (instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, origin, event, payload, from_state,
                         to_state)
    select born.id, 0, $4::date, $5::uuid, $3::text, $6::text, $7::uuid, 'activation', 'start', born.input, null, born.state
    from (
      select t.id, d.input, d.state from task t join duty d on d.n = t.duty
      union all
      select c.id, p.input, p.state from checkpoint c join period p on p.n = c.period
      union all
      select c.id, h.input, h.state from coordination c join help h on h.n = c.help) born),
  armed as (
    insert into due_row (instance_id, event, fire_on)
    select t.id, clock.event, clock.fire_on from task t join clock on clock.flow = 'task' and clock.n = t.duty
    union all
    select c.id, clock.event, clock.fire_on from checkpoint c join clock on clock.flow = 'checkpoint' and clock.n = c.period
    union all
    select c.id, clock.event, clock.fire_on
    from coordination c join clock on clock.flow = 'coordination' and clock.n = c.help),
  aim as materialized (
    select d.n as duty, a.*
    from duty d
    cross join lateral jsonb_to_recordset(d.targets)
      as a(position smallint, metric text, min numeric, max numeric, unit text, per text, period text, approx boolean)),
  aims as (
    insert into target (task_id, position, metric, min, max, unit, per, period, approx)
    select t.id, a.position, a.metric, a.min, a.max, a.unit, a.per, a.period, coalesce(a.approx, false)
    from aim a join task t on t.duty = a.duty
    returning 1),
  sent as (
    insert into outbox (instance_id, effect, by_unit_id, on_day)
    select $2::uuid, jsonb_build_object(
        'planId', $2::uuid,
        'changed', jsonb_build_array(jsonb_build_object('instanceId', $2::uuid, 'unitIds', jsonb_build_array(unit_id))),
        'notices', case when unit_id = $3::text then '[]'::jsonb else jsonb_build_array(
          jsonb_build_object('instanceId', $2::uuid, 'unitId', unit_id, 'template', 'planActivated')) end),
      $3::text, $4::date
    from (select unit_id from task union select coordinator_id from coordination) concerned)
  select (select count(*) from task)::int as tasks, (select count(*) from checkpoint)::int as checkpoints,
         (select count(*) from coordination)::int as coordinations, (select count(*) from aims)::int as targets`,
};
