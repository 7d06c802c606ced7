import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivationAnswer, ActivationPreview, ErrorAnswer, PlanList, PlanPage } from '@phancong/contracts';

import { activatePlan, importSeedPlan, movePlan, prepareApprovedPlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

const made = { tasks: 1660, checkpoints: 3832, coordinations: 167, targets: 316 };

describe('activating the plan of 2025', () => {
  let api: TestApi;
  let head: TestClient;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'activation' });
    head = await api.as('ttt.giamdoc');
    planId = await prepareApprovedPlan(api);
  }, 60_000);
  afterAll(() => api.close());

  const stateOf = async (id: string) => (await head.get<PlanPage>(`/plans/${id}`)).body.state;
  const countInstances = async (id: string) =>
    (
      await api.query<{ n: number }>(`select count(*)::int as n from instance where plan_id = $1 and flow <> 'plan'`, [
        id,
      ])
    )[0]?.n;

  it('tells before what it would do: per unit, per row, per month, and whom the first week asks', async () => {
    const { body } = await head.get<ActivationPreview>(`/plans/${planId}/activation-preview?registryDate=2025-01-15`);
    expect(body).toMatchObject({ ...made, obstacles: [] });
    expect(body.perUnit).toHaveLength(66);
    expect(body.perUnit.reduce((sum, unit) => sum + unit.tasks, 0)).toBe(made.tasks);
    expect(body.perItem).toHaveLength(22);
    expect(body.perItem.reduce((sum, item) => sum + item.tasks, 0)).toBe(made.tasks);
    expect(body.perMonth.find(({ month }) => month === '2025-03')?.due).toBe(958);
    expect(body.unnamed.map((entry) => entry.name)).toContain('Các đơn vị liên quan');
    expect(body.firstWeek.find((unit) => unit.unitId === 'bac-giang-truoc-2025-07')).toMatchObject({
      name: 'BHXH tỉnh Bắc Giang',
      toAcknowledge: 26 + 2,
    });
    expect(await countInstances(planId)).toBe(0);
  });

  it('says which rows nobody would lead on a day when Trung tâm Truyền thông is no more', async () => {
    const { body } = await head.get<ActivationPreview>(`/plans/${planId}/activation-preview?registryDate=2025-08-01`);
    expect(body.obstacles.map((words) => words.vi)).toContain(
      'Mục I.1.1 chưa có đơn vị chủ trì trong danh mục vào ngày đã chọn.',
    );
    const refused = await activatePlan(head, planId, '2025-08-01');
    expect(refused).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    expect(await stateOf(planId)).toBe('approved');
  });

  it('is not to be had as a bare event without its tasks', async () => {
    expect(await movePlan(head, planId, 'activate')).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    const { version } = (await head.get<PlanPage>(`/plans/${planId}`)).body;
    const bulk = { event: 'activate', payload: {}, instances: [{ id: planId, expectedVersion: version }] };
    expect(await head.post('/moves', bulk)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    expect(await stateOf(planId)).toBe('approved');
  });

  it('may be done by the owner alone', async () => {
    expect(
      (await (await api.as('bacgiang')).get(`/plans/${planId}/activation-preview?registryDate=2025-01-15`)).status,
    ).toBe(404);
    const body = { registryDate: '2025-01-15', expectedVersion: 0 };
    expect((await (await api.as('bacgiang')).post(`/plans/${planId}/activation`, body)).status).toBe(404);
    expect((await (await api.as('lanhdao')).post(`/plans/${planId}/activation`, body)).status).toBe(403);
  });

  it('refuses a plan that was moved since it was looked at', async () => {
    const answer = await head.post<ErrorAnswer>(`/plans/${planId}/activation`, {
      registryDate: '2025-01-15',
      expectedVersion: 1,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(answer.body.details).toMatchObject({ event: 'Phê duyệt kế hoạch' });
  });

  it('leaves nothing behind when it fails midway', async () => {
    await api.query(
      `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`,
    );
    await api.query('create trigger break_off before insert on target for each statement execute function break_off()');
    const answer = await activatePlan(head, planId);
    await api.query('drop trigger break_off on target');
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(await stateOf(planId)).toBe('approved');
    expect(await countInstances(planId)).toBe(0);
    for (const table of ['target', 'due_row']) {
      const [row] = await api.query<{ n: number }>(
        `select count(*)::int as n from ${table} ${table === 'due_row' ? 'where instance_id <> $1' : 'where task_id <> $1'}`,
        [planId],
      );
      expect(row?.n).toBe(0);
    }
  });

  it('happens once when two people press at the same moment', async () => {
    const { body: page } = await head.get<PlanPage>(`/plans/${planId}`);
    const officer = await api.as('ttt');
    const press = (client: TestClient) =>
      client.post<ActivationAnswer>(`/plans/${planId}/activation`, {
        registryDate: '2025-01-15',
        expectedVersion: page.version,
      });
    const answers = await Promise.all([press(head), press(officer)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers.map((answer) => answer.body.already).toSorted((a, b) => Number(a) - Number(b))).toEqual([
      false,
      true,
    ]);
    for (const { body } of answers) expect(body).toMatchObject(made);
    expect(await countInstances(planId)).toBe(made.tasks + made.checkpoints + made.coordinations);
  });

  it('happens once when it is pressed twice', async () => {
    const again = await activatePlan(head, planId, '2025-06-30');
    expect(again).toMatchObject({ status: 200, body: { ...made, already: true } });
    expect((await head.get<PlanPage>(`/plans/${planId}`)).body).toMatchObject({
      state: 'active',
      registryDate: '2025-01-15',
    });
  });

  it('gives every instance one history row signed by the person, and the clocks of its machine', async () => {
    const [row] = await api.query(
      `select count(*)::int as n, count(*) filter (where h.event = 'start' and h.version = 0)::int as starts,
              count(distinct h.person_id)::int as people, count(*) filter (where h.person_id is null)::int as unsigned
       from instance i join history h on h.instance_id = i.id where i.plan_id = $1 and i.flow <> 'plan'`,
      [planId],
    );
    const all = made.tasks + made.checkpoints + made.coordinations;
    expect(row).toEqual({ n: all, starts: all, people: 1, unsigned: 0 });
    const clocks = await api.query(
      `select i.flow, d.event, count(*)::int as n from due_row d join instance i on i.id = d.instance_id
       where i.plan_id = $1 and i.flow in ('task', 'checkpoint') group by 1, 2 order by 1, 2`,
      [planId],
    );
    expect(clocks).toEqual([
      { flow: 'checkpoint', event: 'deadlinePassed', n: made.checkpoints },
      { flow: 'task', event: 'acknowledgeReminder', n: made.tasks },
      { flow: 'task', event: 'deadlinePassed', n: made.tasks - 64 },
    ]);
  });

  it('tells each unit once, and the owner not at all', async () => {
    const told = await api.query<{ unit: string; n: number }>(
      `select notice->>'unitId' as unit, count(*)::int as n
       from outbox cross join lateral jsonb_array_elements(effect->'notices') notice
       where effect->>'planId' = $1 and notice->>'template' = 'planActivated' group by 1`,
      [planId],
    );
    // 63 offices and all central units but the owner: each leads or is asked to help with the portal (I.2.1.a).
    expect(told).toHaveLength(63 + 20);
    expect(told.every(({ n }) => n === 1)).toBe(true);
    expect(told.map(({ unit }) => unit)).not.toContain('ttt');
  });

  it('shows the plan to the units that have work in it, each with its own counts', async () => {
    const countsOf = async (username: string) =>
      (await (await api.as(username)).get<PlanList>('/plans?working=true')).body.items.map((plan) => plan.counts.total);
    expect(await countsOf('bacgiang')).toEqual([26]);
    expect(await countsOf('cntt')).toEqual([1]);
    expect(await countsOf('tckt')).toEqual([0]);
    expect(await countsOf('ttt')).toEqual([made.tasks]);
    expect(await countsOf('lanhdao')).toEqual([made.tasks]);
    expect((await (await api.as('bacgiang')).get(`/plans/${planId}/review`)).status).toBe(404);
  });

  it('refuses a plan that nobody has approved', async () => {
    const { planId: draft } = await importSeedPlan(await api.as('ttt'), '\nbản khác\n');
    expect(await activatePlan(head, draft)).toMatchObject({ status: 409, body: { code: 'EVENT_NOT_EXPECTED' } });
    const { body } = await head.get<ActivationPreview>(`/plans/${draft}/activation-preview?registryDate=2025-01-15`);
    expect(body.obstacles).toHaveLength(2);
  });
});
