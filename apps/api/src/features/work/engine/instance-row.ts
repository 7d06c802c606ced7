import type { FlowId } from '@phancong/contracts';
import type { Facts } from '@phancong/workflows';

/** A row of `instance` with the owner of its plan, as the engine reads it. */
export interface InstanceRow {
  id: string;
  flow: FlowId;
  machine_version: number;
  state: string;
  phase: 'open' | 'done' | 'cancelled';
  snapshot: unknown;
  version: number;
  plan_id: string;
  item_id: string | null;
  parent_id: string | null;
  from_unit_id: string;
  to_unit_id: string;
  holder_unit_id: string | null;
  title: string | null;
  period_label: string | null;
  starts_on: string | null;
  due_on: string | null;
  signed_due_on: string | null;
  done_on: string | null;
  standing: boolean;
  owner_unit_id: string;
}

/** What the guards of a machine may look at. */
export const factsOf = (row: InstanceRow): Facts => ({
  fromUnitId: row.from_unit_id,
  toUnitId: row.to_unit_id,
  ownerUnitId: row.owner_unit_id,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  signedDueOn: row.signed_due_on,
  doneOn: row.done_on,
  standing: row.standing,
});

export const instanceColumns = `
  i.id, i.flow, i.machine_version, i.state, i.phase, i.snapshot, i.version, i.plan_id, i.item_id, i.parent_id,
  i.from_unit_id, i.to_unit_id, i.holder_unit_id, i.title, i.period_label, i.starts_on, i.due_on, i.signed_due_on,
  i.done_on, i.standing`;

/** The asked instances and the parents that their moves may reach, in one read. */
export const loadWithParents = {
  name: 'load-instances-with-parents',
  text: `
    with asked as (select * from instance where id = any($1::uuid[]))
    select ${instanceColumns}, p.owner_unit_id
    from (
      select * from asked
      union all
      select * from instance where id in (select parent_id from asked) and id <> all($1::uuid[])
    ) i
    join plan p on p.id = i.plan_id`,
};

export const loadOpenChildren = {
  name: 'load-open-children',
  text: `
    select ${instanceColumns}, p.owner_unit_id
    from instance i join plan p on p.id = i.plan_id
    where i.parent_id = any($1::uuid[]) and i.phase = 'open'`,
};
