import type { SqlRunner } from '../../../platform/database/sql.js';
import type { Writes } from './writes.js';

/**
 * The one statement behind every move: snapshot, state, history, due rows, children, outbox and the first answer of a
 * repeated request, together or not at all for each group. A group goes through when all its instances still stand at
 * the versions that it was decided on, and its idempotency key is new. Rows are locked in the order of their ids, so two
 * statements cannot wait for each other in a circle.
 */
const writeStatement = (held: 'wait' | 'skip') => ({
  name: `write-moves-${held}`,
  text: `
  with
  given as (select $1::jsonb as w),
  groups as (
    select x.* from given, jsonb_to_recordset(w->'groups')
      as x(grp int, size int, key text, person_id uuid, fingerprint text, answer jsonb)),
  changed as (
    select x.* from given, jsonb_to_recordset(w->'instances')
      as x(grp int, id uuid, expected int, version int, state text, phase text, snapshot jsonb, holder text,
           due_on date, done_on date)),
  due as (
    select x.* from given, jsonb_to_recordset(w->'due') as x(grp int, instance_id uuid, event text, fire_on date)),
  locked as materialized (
    select c.grp, i.id from changed c join instance i on i.id = c.id
    where i.version = c.expected order by i.id for no key update of i ${held === 'skip' ? 'skip locked' : ''}),
  -- Counted rather than joined: the planner expects a single row of each, and a nested loop shows at five hundred.
  ready as (
    select grp from (select grp, size as missing from groups union all select grp, -1 from locked) counted
    group by grp having sum(missing) = 0),
  keyed as (
    insert into request (person_id, key, fingerprint, answer)
    select g.person_id, g.key, g.fingerprint, g.answer from groups g join ready using (grp) where g.key is not null
    order by g.person_id, g.key on conflict do nothing returning person_id, key),
  go as materialized (
    select grp from groups join ready using (grp) where key is null
    union all
    select max(grp) from (
      select person_id, key, grp from groups join ready using (grp) where key is not null
      union all select person_id, key, null from keyed) paired
    group by person_id, key having count(grp) = 1 and count(*) = 2),
  moved as (
    update instance i
    set version = c.version, state = c.state, phase = c.phase, snapshot = c.snapshot, holder_unit_id = c.holder,
        due_on = c.due_on, done_on = c.done_on
    from changed c join go on go.grp = c.grp
    where i.id = c.id and i.version = c.expected),
  born as (
    insert into instance (id, flow, machine_version, version, state, phase, snapshot, holder_unit_id, plan_id, item_id,
                          parent_id, from_unit_id, to_unit_id, title, period_label, starts_on, due_on, signed_due_on, done_on,
                          standing)
    select b.id, b.flow, b.machine_version, b.version, b.state, b.phase, b.snapshot, b.holder, b.plan_id, b.item_id,
           b.parent_id, b.from_unit_id, b.to_unit_id, b.title, b.period_label, b.starts_on, b.due_on, b.signed_due_on, b.done_on,
           b.standing
    from given, jsonb_to_recordset(w->'born')
      as b(grp int, id uuid, flow text, machine_version smallint, version int, state text, phase text, snapshot jsonb,
           holder text, plan_id uuid, item_id uuid, parent_id uuid, from_unit_id text, to_unit_id text, title text,
           period_label text, starts_on date, due_on date, signed_due_on date, done_on date, standing boolean)
    join go on go.grp = b.grp),
  told as (
    insert into history (instance_id, version, on_day, person_id, unit_id, post, on_behalf_of_id, origin, event, payload, from_state,
                         to_state)
    select h.instance_id, h.version, h.on_day, h.person_id, h.unit_id, h.post, h.on_behalf_of_id, h.origin, h.event, h.payload,
           h.from_state, h.to_state
    from given, jsonb_to_recordset(w->'history')
      as h(grp int, instance_id uuid, version int, on_day date, person_id uuid, unit_id text, post text, on_behalf_of_id uuid,
           origin text, event text, payload jsonb, from_state text, to_state text)
    join go on go.grp = h.grp
    -- Each row of history is chained to the one before it.
    order by h.instance_id, h.version),
  disarmed as (
    delete from due_row d using changed c join go on go.grp = c.grp
    where d.instance_id = c.id
      and not exists (select from due n where n.instance_id = d.instance_id and n.event = d.event)),
  armed as (
    insert into due_row (instance_id, event, fire_on)
    select d.instance_id, d.event, d.fire_on from due d join go on go.grp = d.grp
    on conflict (instance_id, event) do update set fire_on = excluded.fire_on, fault = null, fault_at = null),
  sent as (
    insert into outbox (instance_id, effect, by_unit_id, on_day)
    select o.instance_id, o.effect, o.by_unit_id, o.on_day
    from given, jsonb_to_recordset(w->'outbox')
      as o(grp int, instance_id uuid, effect jsonb, by_unit_id text, on_day date)
    join go on go.grp = o.grp)
  select grp from go`,
});

const statements = { wait: writeStatement('wait'), skip: writeStatement('skip') };

/**
 * Writes groups of moves in one statement; returns the groups that went through. The others changed nothing. A row that
 * another transaction holds is waited for, or skipped so that nobody else waits behind it.
 */
export async function writeMoves(runner: SqlRunner, writes: Writes, held: 'wait' | 'skip'): Promise<Set<number>> {
  const rows = await runner.rows<{ grp: number }>(statements[held], [JSON.stringify(writes)]);
  return new Set(rows.map((row) => row.grp));
}
