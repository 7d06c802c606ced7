import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowId, Timeliness } from '@phancong/contracts';
import { createTestDatabase, type TestDatabase } from '@phancong/testing';
import { flowOf, timelinessOf, wantedClocks, type Facts, type StoredSnapshot } from '@phancong/workflows';
import pg from 'pg';

import { runAudit } from '../../cli/audit-command.js';
import { loadDemonstration } from '../../testing/load-demonstration.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';
const TODAY = '2025-05-20';

interface InstanceRow {
  id: string;
  flow: FlowId;
  machine_version: number;
  state: string;
  phase: 'open' | 'done' | 'cancelled';
  version: number;
  snapshot: StoredSnapshot;
  holder_unit_id: string | null;
  facts: Facts;
  due: { event: string; fireOn: string }[];
}

/** Every instance with what guards and clocks may look at, and its due rows. */
const selectInstances = `
  select i.id, i.flow, i.machine_version, i.state, i.phase, i.version, i.snapshot, i.holder_unit_id,
    jsonb_build_object('fromUnitId', i.from_unit_id, 'toUnitId', i.to_unit_id, 'ownerUnitId', p.owner_unit_id,
      'startsOn', i.starts_on, 'dueOn', i.due_on, 'signedDueOn', i.signed_due_on, 'doneOn', i.done_on,
      'standing', i.standing) as facts,
    coalesce((select jsonb_agg(jsonb_build_object('event', d.event, 'fireOn', d.fire_on) order by d.event)
      from due_row d where d.instance_id = i.id), '[]') as due
  from instance i join plan p on p.id = i.plan_id`;

describe('the demonstration on 20 May 2025', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let instances: InstanceRow[];
  const told: string[] = [];

  const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;
  const count = async (text: string, values: unknown[] = []) =>
    (await rows<{ count: number }>(`select count(*)::int as count from ${text}`, values))[0]?.count;

  beforeAll(async () => {
    database = await createTestDatabase({ name: 'demonstration' });
    const stopped = loadDemonstration(database.url, (line) => {
      if (line.includes('nhiệm vụ')) throw new Error('the power went');
    });
    await expect(stopped).rejects.toThrow('the power went');
    await loadDemonstration(database.url, (line) => told.push(line));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    instances = await rows<InstanceRow>(selectInstances);
  }, 400_000);

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('was begun anew after a loading that stopped in the middle', async () => {
    expect(told[0]).toContain('Lần dựng trước bị ngắt giữa chừng');
    expect(await count('plan')).toBe(1);
    expect(await count(`instance where flow = 'task'`)).toBe(1660);
  });

  it('was lived through without one refused step', () => {
    expect(told.filter((line) => line.includes('từ chối'))).toEqual([]);
    expect(told.some((line) => line.includes('1.660 nhiệm vụ'))).toBe(true);
    expect(told.some((line) => line.includes('tháng 5/2025'))).toBe(true);
  });

  it('has a record in which every row follows the one before, sealed or not', async () => {
    const said: string[] = [];
    expect(await runAudit(['seal'], database.url, (line) => said.push(line))).toBe(0);
    expect(JSON.parse(said[0] ?? '{}')).toMatchObject({
      number: 1,
      rows: String(await count('(select 1 from history union all select 1 from audit_entry) record')),
    });
    said.length = 0;
    expect(await runAudit(['verify'], database.url, (line) => said.push(line))).toBe(0);
    expect(said).toContain('Lịch sử nguyên vẹn. / The record is whole.');
  });

  it('is not loaded a second time', async () => {
    const before = await count('history');
    const again: string[] = [];
    await client.end();
    await loadDemonstration(database.url, (line) => again.push(line));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect(again).toEqual([]);
    expect(await count('history')).toBe(before);
  });

  it('has work in every state that its stories lead to', () => {
    const seen = new Set(instances.map(({ flow, state }) => `${flow} ${state}`));
    const expected = [
      'plan active',
      ...['assigned', 'acknowledged', 'inProgress', 'reported', 'accepted'].map((state) => `task ${state}`),
      ...['open', 'reported', 'returned', 'accepted'].map((state) => `checkpoint ${state}`),
      ...['requested', 'acknowledged', 'contributed', 'confirmed', 'declined'].map((state) => `coordination ${state}`),
      ...['offered', 'accepted', 'refused', 'done', 'confirmed'].map((state) => `handoff ${state}`),
      ...['asked', 'granted', 'refused'].map((state) => `extension ${state}`),
      ...['estimate', 'appraising', 'awaitingApproval', 'transferring', 'settled'].map((state) => `budget ${state}`),
      ...['requested', 'passed', 'returned'].map((state) => `appraisal ${state}`),
      ...['planned', 'transferred', 'received'].map((state) => `transfer ${state}`),
    ];
    expect(expected.filter((state) => !seen.has(state))).toEqual([]);
  });

  it.each(['task', 'checkpoint'] as const)('fills all four boxes with %ss', (flow) => {
    const boxes = new Map<Timeliness, number>();
    for (const row of instances.filter((candidate) => candidate.flow === flow)) {
      const box = timelinessOf({ ...row.facts, phase: row.phase }, TODAY);
      boxes.set(box, (boxes.get(box) ?? 0) + 1);
    }
    for (const box of ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue'] as const) {
      expect(boxes.get(box)).toBeGreaterThan(0);
    }
  });

  it('keeps state, holder and history of every instance in step with its machine', async () => {
    const last = new Map(
      (
        await rows<{ instance_id: string; version: number; to_state: string; entries: number }>(`
          select distinct on (instance_id) instance_id, version, to_state,
            count(*) over (partition by instance_id)::int as entries
          from history order by instance_id, version desc`)
      ).map((entry) => [entry.instance_id, entry]),
    );
    const wrong = instances.filter(
      ({ id, flow, machine_version, state, phase, version, snapshot, holder_unit_id, facts }) => {
        const entry = last.get(id);
        const rule = flowOf(flow, machine_version).states[state];
        const holder = rule?.holder === 'from' ? facts.fromUnitId : rule?.holder === 'to' ? facts.toUnitId : null;
        return (
          entry?.to_state !== state ||
          entry.version !== version ||
          entry.entries !== version + 1 ||
          snapshot.value !== state ||
          rule?.phase !== phase ||
          holder !== holder_unit_id
        );
      },
    );
    expect(wrong).toEqual([]);
  });

  it('has exactly the due rows that the machines want, none of them in the past', () => {
    const byEvent = (a: { event: string }, b: { event: string }) => (a.event < b.event ? -1 : 1);
    const wrong = instances.filter(({ flow, machine_version, snapshot, facts, due }) => {
      const wanted = wantedClocks(flowOf(flow, machine_version), snapshot, facts).sort(byEvent);
      return JSON.stringify(wanted) !== JSON.stringify(due.map(({ event, fireOn }) => ({ event, fireOn })));
    });
    expect(wrong.map(({ id, flow, state, due }) => ({ id, flow, state, due }))).toEqual([]);
    expect(instances.flatMap(({ due }) => due).filter(({ fireOn }) => fireOn <= TODAY)).toEqual([]);
  });

  it('knows of nothing after its own day', async () => {
    expect(await rows('select today, finished from demonstration_clock')).toEqual([{ today: TODAY, finished: true }]);
    expect(await count('history where on_day > $1', [TODAY])).toBe(0);
    expect(await count('evidence where happened_on > $1', [TODAY])).toBe(0);
    expect(await count('notice where on_day > $1', [TODAY])).toBe(0);
    expect(await count('instance where done_on > $1', [TODAY])).toBe(0);
    expect(await count('outbox')).toBe(0);
  });

  it('leaves Bắc Giang at least twenty tasks to acknowledge and its conferences at a true pace', async () => {
    const waiting = instances.filter(
      ({ flow, state, facts }) => flow === 'task' && state === 'assigned' && facts.toUnitId === BAC_GIANG,
    );
    expect(waiting.length).toBeGreaterThanOrEqual(20);
    const [quota] = await rows<{ min: string; max: string; counted: number }>(
      `select t.min, t.max, sum(e.quantity)::int as counted
       from target t join instance i on i.id = t.task_id join evidence e on e.target_id = t.id
       where i.to_unit_id = $1 and t.unit = 'cuộc' group by t.id`,
      [BAC_GIANG],
    );
    expect(quota).toMatchObject({ min: '10', max: '12' });
    expect(quota?.counted).toBeGreaterThanOrEqual(1);
    expect(quota?.counted).toBeLessThanOrEqual(6);
  });

  it('transfers exactly what was estimated, to the units that it was estimated for', async () => {
    const [sums] = await rows<{ estimated: string; received: string; units: number }>(`
      select (select sum(amount_vnd) from budget_line where budget_id = b.id)::text as estimated,
        (select sum((t.snapshot->'context'->>'amountVnd')::bigint) from instance t
         where t.parent_id = b.id and t.flow = 'transfer' and t.state = 'received')::text as received,
        (select count(*)::int from instance t where t.parent_id = b.id and t.flow = 'transfer') as units
      from instance b where b.flow = 'budget' and b.state = 'settled'`);
    expect(sums).toEqual({ estimated: '545000000', received: '545000000', units: 3 });
  });

  it('leaves work for everyone who is invited to sign in', () => {
    const holders = new Set(instances.map((row) => row.holder_unit_id));
    const headquarters = ['ttt', 'ttcntt', 'ttcskh', 'vkhdt', 'vtckt', 'lanh-dao-bhxh-vn'];
    const idle = [...headquarters, BAC_GIANG, 'ha-noi-truoc-2025-07'].filter((unitId) => !holders.has(unitId));
    expect(idle).toEqual([]);
  });
});
