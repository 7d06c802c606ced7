/**
 * Activation in one statement: tasks, their checkpoints and coordinations, the history row and the due rows of each, the
 * target ledgers, and one outbox row per unit. PostgreSQL multiplies rows by units itself; what is sent from here grows with
 * the rows of the plan, not with the tasks.
 *
 * $1 the work as `fanOut` writes it, $2 plan, $3 assigning unit, $4 the official day, $5 and $6 person and post that activate.
 */
export const fanOutStatement = {
  name: 'fan-out-plan',
  text: `
  with
  duty as materialized (
    select x.* from jsonb_to_recordset($1::jsonb->'duties')
      as x(n int, item_id uuid, leads text[], coordinators text[], label text, starts_on date, due_on date, standing boolean,
           task jsonb, coordination jsonb, targets jsonb)),
  period as materialized (
    select x.* from jsonb_to_recordset($1::jsonb->'periods')
      as x(duty int, label text, starts_on date, due_on date, born jsonb)),
  task as materialized (
    select new_id() as id, d.n as duty, lead.unit_id
    from duty d cross join lateral unnest(d.leads) as lead(unit_id)),
  checkpoint as materialized (
    select new_id() as id, t.id as task_id, t.duty, t.unit_id, p.label, p.starts_on, p.due_on, p.born
    from period p join task t on t.duty = p.duty),
  coordination as materialized (
    select new_id() as id, t.id as task_id, t.duty, t.unit_id, other.unit_id as coordinator_id
    from task t join duty d on d.n = t.duty cross join lateral unnest(d.coordinators) as other(unit_id)
    where other.unit_id <> t.unit_id),
  tasks as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                          holder_unit_id, period_label, starts_on, due_on, signed_due_on, standing)
    select t.id, 'task', (d.task->>'version')::smallint, d.task->>'state', 'open', d.task->'snapshot', $2::uuid, d.item_id, $3::text,
           t.unit_id, case d.task->>'holder' when 'from' then $3::text when 'to' then t.unit_id end,
           d.label, d.starts_on, d.due_on, d.due_on, d.standing
    from task t join duty d on d.n = t.duty),
  checkpoints as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, parent_id, from_unit_id,
                          to_unit_id, holder_unit_id, period_label, starts_on, due_on, signed_due_on)
    select c.id, 'checkpoint', (c.born->>'version')::smallint, c.born->>'state', 'open', c.born->'snapshot', $2::uuid, d.item_id,
           c.task_id, $3::text, c.unit_id, case c.born->>'holder' when 'from' then $3::text when 'to' then c.unit_id end,
           c.label, c.starts_on, c.due_on, c.due_on
    from checkpoint c join duty d on d.n = c.duty),
  coordinations as (
    insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, item_id, parent_id, from_unit_id,
                          to_unit_id, holder_unit_id, period_label, starts_on, due_on, signed_due_on, standing)
    select c.id, 'coordination', (d.coordination->>'version')::smallint, d.coordination->>'state', 'open',
           d.coordination->'snapshot', $2::uuid, d.item_id, c.task_id, c.unit_id, c.coordinator_id,
           case d.coordination->>'holder' when 'from' then c.unit_id when 'to' then c.coordinator_id end,
           d.label, d.starts_on, d.due_on, d.due_on, d.standing
    from coordination c join duty d on d.n = c.duty),
  born as (
    select t.id, d.task as born from task t join duty d on d.n = t.duty
    union all
    select id, born from checkpoint
    union all
    select c.id, d.coordination from coordination c join duty d on d.n = c.duty),
  told as (
    insert into history (instance_id, version, on_day, person_id, unit_id, post, event, payload, from_state, to_state)
    select id, 0, $4::date, $5::uuid, $3::text, $6::text, 'start', born->'input', null, born->>'state' from born),
  armed as (
    insert into due_row (instance_id, event, fire_on)
    select b.id, clock.event, clock."fireOn"
    from born b cross join lateral jsonb_to_recordset(b.born->'clocks') as clock(event text, "fireOn" date)),
  aims as (
    insert into target (task_id, position, metric, min, max, unit, per, period, approx)
    select t.id, aim.position, aim.metric, aim.min, aim.max, aim.unit, aim.per, aim.period, coalesce(aim.approx, false)
    from duty d
    cross join lateral jsonb_to_recordset(d.targets)
      as aim(position smallint, metric text, min numeric, max numeric, unit text, per text, period text, approx boolean)
    join task t on t.duty = d.n
    returning 1),
  sent as (
    insert into outbox (instance_id, effect, by_unit_id, on_day)
    select $2::uuid, jsonb_build_object(
        'planId', $2::uuid, 'changed', jsonb_build_array(jsonb_build_object('instanceId', $2::uuid, 'unitIds', jsonb_build_array(unit_id))),
        'notices', case when unit_id = $3::text then '[]'::jsonb else jsonb_build_array(
          jsonb_build_object('instanceId', $2::uuid, 'unitId', unit_id, 'template', 'planActivated')) end),
      $3::text, $4::date
    from (select unit_id from task union select coordinator_id from coordination) told_units)
  select (select count(*) from task)::int as tasks, (select count(*) from checkpoint)::int as checkpoints,
         (select count(*) from coordination)::int as coordinations, (select count(*) from aims)::int as targets`,
};
