import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanList, PlanMatrix } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

describe('a plan whose units see each other’s progress', () => {
  let api: TestApi;
  let planId = '';
  let theirs = '';
  beforeAll(async () => {
    api = await startTestApi({ name: 'progress sharing' });
    const given = await GivenWork.activePlan(api.sql);
    planId = given.planId;
    await given.instance({ to: 'bac-giang-truoc-2025-07' });
    theirs = await given.instance({ to: 'lao-cai-truoc-2025-07' });
  }, 60_000);
  afterAll(() => api.close());

  const page = async (username: string) => (await (await api.as(username)).get<PlanList>('/plans')).body.items[0]!;
  const columns = async (username: string) =>
    (await (await api.as(username)).get<PlanMatrix>(`/plans/${planId}/matrix`)).body.units.map(({ id }) => id);
  const share = async (username: string, shared: boolean) =>
    (await (await api.as(username)).put(`/plans/${planId}/progress-sharing`, { shared })).status;

  it('shows a province its own work alone until its owner says otherwise', async () => {
    expect(await page('bacgiang')).toMatchObject({ sharesProgress: false, counts: { total: 1 } });
    expect(await columns('bacgiang')).toEqual(['bac-giang-truoc-2025-07']);
  });

  it('is opened by those who answer for its owner alone', async () => {
    expect(await share('bacgiang.giamdoc', true)).toBe(403);
    expect(await share('tckt.vutruong', true)).toBe(404);
    expect(await share('ttt', true)).toBe(403);
    expect(await share('lanhdao', true)).toBe(403);
    expect((await page('bacgiang')).sharesProgress).toBe(false);
    expect(await share('ttt.giamdoc', true)).toBe(204);
  });

  it('then shows every unit the numbers of all, says so to all, and opens no page of another one', async () => {
    expect(await page('bacgiang')).toMatchObject({ sharesProgress: true, counts: { total: 2 } });
    expect(await columns('bacgiang')).toHaveLength(2);
    const stranger = await (await api.as('bacgiang')).get(`/instances/${theirs}`);
    expect(stranger).toMatchObject({ status: 404 });
    expect((await (await api.as('tckt')).get(`/plans/${planId}`)).status).toBe(404);
  });

  it('is closed again, and both stand in the chained record', async () => {
    expect(await share('ttt.giamdoc', false)).toBe(204);
    expect(await page('bacgiang')).toMatchObject({ sharesProgress: false, counts: { total: 1 } });
    const rows = await api.query<{ action: string }>(
      `select action from audit_entry where subject_kind = 'plan' and action like 'progress%' order by number`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['progressShared', 'progressUnshared']);
  });
});
