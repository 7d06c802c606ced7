import type { FlowId, IsoDate } from '@phancong/contracts';
import { flowOf, startFlow } from '@phancong/workflows';

import { Cascade } from '../features/work/engine/cascade.js';
import { loadWithParents, type InstanceRow } from '../features/work/engine/instance-row.js';
import { writeMoves } from '../features/work/engine/write-moves.js';
import type { Sql, SqlRunner } from '../platform/database/sql.js';

interface GivenInstance {
  flow?: FlowId;
  from?: string;
  to: string;
  startsOn?: IsoDate | null;
  dueOn?: IsoDate | null;
  parentId?: string | null;
  input?: unknown;
  standing?: boolean;
}

const insertPlan = {
  name: 'given-plan',
  text: `
    with f as (
      insert into file (sha256, name, media_type, size, bytes, unit_id, person_id)
      select '\\x00', 'ke-hoach.txt', 'text/plain', 1, 'x', $1, id from person limit 1 returning id),
    p as (
      insert into plan (title, year, owner_unit_id, file_id, document)
      select 'Kế hoạch truyền thông năm 2025', 2025, $1, id, '{}' from f returning id),
    i as (
      insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, from_unit_id, to_unit_id, line_title)
      select id, 'plan', 1, 'active', 'open', '{}', id, $1, $1, 'Kế hoạch truyền thông năm 2025' from p)
    insert into plan_item (plan_id, position, ref, title, text, leads, coordinators, timing, targets, read)
    select p.id, 1, 'I.1.2', 'Tổ chức các Hội nghị truyền thông', 'Hội nghị với NLĐ tại doanh nghiệp', '{BHXH tỉnh}', '{}',
           '{"text":"Quý I-IV"}', '[]', '{"source":{"lines":[12,12]},"anchors":{}}' from p
    returning plan_id, id as item_id`,
};

const insertInstance = {
  name: 'given-instance',
  text: `
    insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, parent_id, from_unit_id, to_unit_id,
                          holder_unit_id, starts_on, due_on, signed_due_on, standing)
    values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13) returning id`,
};

const copyInstance = {
  name: 'given-copies',
  text: `
    insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id,
                          holder_unit_id, starts_on, due_on, signed_due_on, standing)
    select flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id, holder_unit_id,
           starts_on, due_on, signed_due_on, standing
    from instance, generate_series(1, $2) where id = $1 returning id`,
};

const insertTarget = {
  name: 'given-target',
  text: `
    insert into target (task_id, position, metric, min, max, unit, per, period)
    values ($1, 0, $2, $3, $4, $5, $6, $7) returning id`,
};

/** Work that stands in the tables before a story begins: an active plan of the communication centre and its instances. */
export class GivenWork {
  private constructor(
    private readonly sql: SqlRunner,
    readonly planId: string,
    readonly itemId: string,
    private readonly today: IsoDate,
  ) {}

  static async activePlan(sql: Sql, { owner = 'ttt', today = '2025-01-15' } = {}): Promise<GivenWork> {
    const [row] = await sql.rows<{ plan_id: string; item_id: string }>(insertPlan, [owner]);
    if (!row) throw new Error('The plan was not inserted.');
    return new GivenWork(sql, row.plan_id, row.item_id, today);
  }

  /** An instance in the first state of its machine; its history begins with the first move of the story. */
  async instance(given: GivenInstance): Promise<string> {
    const flow = flowOf(given.flow ?? 'task');
    const [from, to] = [given.from ?? 'ttt', given.to];
    const { startsOn = '2025-01-01', dueOn = '2025-12-31', parentId = null, standing = false } = given;
    const started = startFlow(flow, {
      facts: {
        fromUnitId: from,
        toUnitId: to,
        ownerUnitId: 'ttt',
        startsOn,
        dueOn,
        signedDueOn: dueOn,
        doneOn: null,
        standing,
      },
      input: given.input ?? {},
      today: this.today,
      actor: null,
    });
    if (!started.ok) throw new Error(started.words.en);
    const holder = started.holder === null ? null : started.holder === 'from' ? from : to;
    const [row] = await this.sql.rows<{ id: string }>(insertInstance, [
      flow.id,
      flow.version,
      started.state,
      JSON.stringify(started.snapshot),
      this.planId,
      this.itemId,
      parentId,
      from,
      to,
      holder,
      startsOn,
      dueOn,
      standing,
    ]);
    if (!row) throw new Error('The instance was not inserted.');
    return row.id;
  }

  /** An instance born by the system through the engine itself: with its history, its clocks and its notices. */
  async started(given: GivenInstance): Promise<string> {
    const parentIds = given.parentId ? [given.parentId] : [];
    const rows = await this.sql.rows<InstanceRow & Record<string, unknown>>(loadWithParents, [parentIds]);
    const cascade = new Cascade(rows, this.today, null);
    const born = cascade.start({
      flow: given.flow ?? 'task',
      parent: rows.find((row) => row.id === given.parentId) ?? null,
      plan: { id: this.planId, ownerUnitId: 'ttt' },
      itemId: this.itemId,
      fromUnitId: given.from ?? 'ttt',
      toUnitId: given.to,
      title: null,
      dueOn: given.dueOn ?? null,
      input: given.input ?? {},
      by: 'system',
    });
    if (!born.ok) throw new Error(born.words.en);
    await writeMoves(this.sql, cascade.writes(0, null), 'wait');
    return born.row.id;
  }

  /** So many instances like the given one, in one statement. */
  async copies(id: string, count: number): Promise<string[]> {
    return (await this.sql.rows<{ id: string }>(copyInstance, [id, count])).map((row) => row.id);
  }

  async target(
    taskId: string,
    target: { metric: string; min: number; max: number | null; unit: string; per?: string; period: string },
  ): Promise<string> {
    const [row] = await this.sql.rows<{ id: string }>(insertTarget, [
      taskId,
      target.metric,
      target.min,
      target.max,
      target.unit,
      target.per ?? null,
      target.period,
    ]);
    if (!row) throw new Error('The target was not inserted.');
    return row.id;
  }
}
