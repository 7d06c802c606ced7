import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { Sql } from '../../../platform/database/sql.js';
import type { World, WorldTask, WorldUnit } from './world.js';

const tasks = {
  name: 'world-tasks',
  text: `
    select i.id, item.ref, i.to_unit_id as "unitId", i.starts_on as "startsOn", i.due_on as "dueOn"
    from instance i join plan_item item on item.id = i.item_id
    where i.plan_id = $1 and i.flow = 'task'
    order by item.position, i.to_unit_id, i.starts_on, i.due_on`,
};

const parts = {
  name: 'world-parts',
  text: `
    select i.id, i.flow, i.parent_id as "taskId", i.to_unit_id as "unitId", i.period_label as label, i.due_on as "dueOn"
    from instance i
    where i.plan_id = $1 and i.flow in ('checkpoint', 'coordination')
    order by i.due_on, i.to_unit_id`,
};

const targets = {
  name: 'world-targets',
  text: `
    select t.id, t.task_id as "taskId" from target t join instance i on i.id = t.task_id
    where i.plan_id = $1 order by t.position`,
};

const units = {
  name: 'world-units',
  text: `
    select distinct u.id, u.short_name as name, u.kind = 'provincialOffice' as "isProvincial"
    from unit u join post_holding h on h.unit_id = u.id
    where u.kind in ('centralUnit', 'provincialOffice') and h.post = 'officer' order by u.id`,
};

const items = { name: 'world-items', text: 'select id, ref from plan_item where plan_id = $1 order by position desc' };

const versions = { name: 'instance-versions', text: 'select id, version from instance where id = any($1::uuid[])' };

const openPart = {
  name: 'open-part',
  text: `
    select id from instance where parent_id = $1 and to_unit_id = $2 and phase = 'open'
    order by created_at desc, id desc limit 1`,
};

type TaskRow = Omit<WorldTask, 'checkpoints' | 'coordinations' | 'targetIds'> & Record<string, unknown>;

interface PartRow extends Record<string, unknown> {
  id: string;
  flow: string;
  taskId: string;
  unitId: string;
  label: string | null;
  dueOn: IsoDate | null;
}

/** What the simulated offices see of the database. */
@Injectable()
export class WorldRepository {
  constructor(private readonly sql: Sql) {}

  async read(planId: string): Promise<World> {
    const [taskRows, partRows, targetRows, unitRows, itemRows] = await Promise.all([
      this.sql.rows<TaskRow>(tasks, [planId]),
      this.sql.rows<PartRow>(parts, [planId]),
      this.sql.rows<{ id: string; taskId: string }>(targets, [planId]),
      this.sql.rows<WorldUnit & Record<string, unknown>>(units),
      this.sql.rows<{ id: string; ref: string }>(items, [planId]),
    ]);
    const byId = new Map(
      taskRows.map((row): [string, WorldTask] => [
        row.id,
        { ...row, checkpoints: [], coordinations: [], targetIds: [] },
      ]),
    );
    for (const { id, flow, taskId, unitId, label, dueOn } of partRows) {
      const task = byId.get(taskId);
      if (flow === 'coordination') task?.coordinations.push({ id, unitId });
      else if (dueOn) task?.checkpoints.push({ id, label: label ?? '', dueOn });
    }
    for (const { id, taskId } of targetRows) byId.get(taskId)?.targetIds.push(id);
    return {
      units: unitRows,
      tasks: [...byId.values()],
      itemIds: Object.fromEntries(itemRows.map(({ ref, id }) => [ref, id])),
    };
  }

  async versions(ids: readonly string[]): Promise<{ id: string; expectedVersion: number }[]> {
    const rows = await this.sql.rows<{ id: string; version: number }>(versions, [ids]);
    return rows.map(({ id, version }) => ({ id, expectedVersion: version }));
  }

  /** The open child of an instance that this unit was asked for. */
  async openPart(parentId: string, unitId: string): Promise<string | undefined> {
    return (await this.sql.row<{ id: string }>(openPart, [parentId, unitId]))?.id;
  }
}
