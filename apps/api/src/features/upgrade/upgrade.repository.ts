import type { FlowId } from '@phancong/contracts';

import type { SqlRunner } from '../../platform/database/sql.js';
import { instanceColumns, type InstanceRow } from '../work/engine/instance-row.js';

const today = { name: 'today-of-upgrade', text: `select official_today() as today` };

/** Every stored instance once, in the order of ids: what is born meanwhile is born on the newest version. */
const nextInstances = {
  name: 'next-instances-to-upgrade',
  text: `
    select ${instanceColumns}, p.owner_unit_id
    from instance i join plan p on p.id = i.plan_id
    where i.id > $1 order by i.id limit $2`,
};

const nameInstances = {
  name: 'name-instances-of-upgrade',
  text: `
    select i.id, coalesce(i.title, item.ref || ' ' || item.title, p.title) as title, f.short_name as from_name,
           t.short_name as to_name
    from instance i join plan p on p.id = i.plan_id left join plan_item item on item.id = i.item_id
    join unit f on f.id = i.from_unit_id join unit t on t.id = i.to_unit_id
    where i.id = any($1::uuid[])`,
};

const nameUnits = {
  name: 'name-units-of-upgrade',
  text: `select id, short_name from unit where id = any($1::text[])`,
};

/**
 * Moves instances that still stand at the version they were rehearsed at: snapshot, state, clocks and one history row each,
 * together or not at all. Returns those that were moved; the others were moved by somebody meanwhile and wait.
 */
const writeUpgrades = {
  name: 'write-upgrades',
  text: `
    with
    given as (
      select * from jsonb_to_recordset($1::jsonb)
        as x(id uuid, expected int, before smallint, after smallint, from_state text, state text, phase text, holder text,
             snapshot jsonb, clocks jsonb)),
    moved as (
      update instance i
      set machine_version = g.after, version = i.version + 1, state = g.state, phase = g.phase, snapshot = g.snapshot,
          holder_unit_id = g.holder
      from given g where i.id = g.id and i.version = g.expected and i.machine_version = g.before
      returning i.id, i.version),
    told as (
      insert into history (instance_id, version, on_day, origin, event, payload, from_state, to_state)
      select g.id, m.version, official_today(), 'upgrade', 'upgraded', jsonb_build_object('from', g.before, 'to', g.after),
             g.from_state, g.state
      from given g join moved m on m.id = g.id),
    wanted as (
      select g.id, c.event, c."fireOn" as fire_on
      from given g join moved m on m.id = g.id
      cross join lateral jsonb_to_recordset(g.clocks) as c(event text, "fireOn" date)),
    disarmed as (
      delete from due_row d using moved m
      where d.instance_id = m.id
        and not exists (select from wanted w where w.id = d.instance_id and w.event = d.event)),
    armed as (
      insert into due_row (instance_id, event, fire_on) select id, event, fire_on from wanted
      on conflict (instance_id, event) do update set fire_on = excluded.fire_on, fault = null, fault_at = null)
    select id from moved`,
};

export interface UpgradeWrite {
  id: string;
  expected: number;
  before: number;
  after: number;
  from_state: string;
  state: string;
  phase: string;
  holder: string | null;
  snapshot: unknown;
  clocks: readonly { event: string; fireOn: string }[];
}

export interface NamedInstance {
  id: string;
  title: string;
  from_name: string;
  to_name: string;
}

export type StoredRow = InstanceRow & { flow: FlowId };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Reads and writes of an upgrade; the only file that knows its statements. */
export class UpgradeRepository {
  constructor(private readonly sql: SqlRunner) {}

  async today(): Promise<string> {
    const [row] = await this.sql.rows<{ today: string }>(today);
    if (!row) throw new Error('The database did not tell the official day.');
    return row.today;
  }

  async *instances(batch: number): AsyncGenerator<StoredRow[]> {
    for (let after = FIRST_ID; ;) {
      const rows = await this.sql.rows<StoredRow & Record<string, unknown>>(nextInstances, [after, batch]);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }

  async named(ids: readonly string[]): Promise<Map<string, NamedInstance>> {
    const rows = await this.sql.rows<NamedInstance & Record<string, unknown>>(nameInstances, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async unitNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.rows<{ id: string; short_name: string }>(nameUnits, [ids]);
    return new Map(rows.map((row) => [row.id, row.short_name]));
  }

  async write(writes: readonly UpgradeWrite[]): Promise<number> {
    return (await this.sql.rows(writeUpgrades, [JSON.stringify(writes)])).length;
  }
}
