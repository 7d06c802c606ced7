import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanNames } from '@phancong/contracts';

import { importSeedPlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

describe('whom the names of a plan mean', () => {
  let api: TestApi;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan names' });
    ({ planId } = await importSeedPlan(await api.as('ttt')));
  }, 60_000);
  afterAll(() => api.close());

  const namesOn = async (day: string) =>
    (await (await api.as('ttt')).get<PlanNames>(`/plans/${planId}/names?day=${day}`)).body.names;
  const find = (names: PlanNames['names'], name: string) => names.find((entry) => entry.name === name);

  it.each([
    ['2025-01-15', 63],
    ['2025-08-01', 34],
  ])('on %s "BHXH tỉnh" is %i offices', async (day, members) => {
    const entry = find(await namesOn(day), 'BHXH tỉnh');
    expect(entry).toMatchObject({ kind: 'class', settled: false, why: null });
    expect(entry?.members).toHaveLength(members);
    expect(entry?.refs).toContain('I.1.2');
  });

  it('says why a name means nobody', async () => {
    const entry = find(await namesOn('2025-01-15'), 'Các đơn vị liên quan');
    expect(entry).toMatchObject({ kind: 'nobody', members: [] });
    expect(entry?.why?.vi).toContain('chưa nêu tên đơn vị');
  });

  it('says that a unit of January is no more in August', async () => {
    expect(find(await namesOn('2025-08-01'), 'Trung tâm Truyền thông')?.why?.vi).toContain('không tồn tại');
  });

  it('is told to the owner of the plan and those above, not to a province', async () => {
    const path = `/plans/${planId}/names`;
    expect((await (await api.as('bacgiang')).get(path)).status).toBe(404);
    expect((await (await api.as('lanhdao')).get(path)).status).toBe(200);
  });
});
