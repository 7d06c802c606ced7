import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitList, UnitPage } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { loadRegistry } from './load-registry.js';

describe('the registry of units', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'units' });
  }, 60_000);
  afterAll(() => api.close());

  it.each([
    ['2025-01-15', 63],
    ['2025-08-01', 34],
  ])('knows the provincial offices of %s', async (asOf, offices) => {
    const client = await api.as('bacgiang');
    const { body } = await client.get<UnitList>(`/units?asOf=${asOf}&kind=provincialOffice`);
    expect(body.items).toHaveLength(offices);
    expect(body.asOf).toBe(asOf);
  });

  it('finds a unit by words without marks', async () => {
    const client = await api.as('ttt');
    const { body } = await client.get<UnitList>('/units?q=truyen%20thong&asOf=2025-01-15');
    expect(body.items.map((unit) => unit.id)).toContain('ttt');
  });

  it('says in which units nobody sits, who would see what is sent there', async () => {
    const { body } = await (await api.as('ttt')).get<UnitList>('/units?asOf=2025-01-15');
    expect(body.unstaffed).not.toContain('bac-giang-truoc-2025-07');
    expect(body.unstaffed.length).toBeGreaterThan(40);
    await api.query(`update post_holding set valid_to = '2025-01-14' where unit_id = 'bac-giang-truoc-2025-07'`);
    const left = await (await api.as('ttt')).get<UnitList>('/units?kind=provincialOffice');
    expect(left.body.unstaffed).toContain('bac-giang-truoc-2025-07');
    await api.query(`update post_holding set valid_to = null where unit_id = 'bac-giang-truoc-2025-07'`);
  });

  it('tells what an office of before the merger became', async () => {
    const client = await api.as('ttt');
    const { body } = await client.get<UnitPage>('/units/bac-giang-truoc-2025-07');
    expect(body.successors.map((unit) => unit.shortName)).toEqual(['BHXH tỉnh Bắc Ninh']);
  });

  it('counts work for the unit itself and for leadership, not for a neighbour', async () => {
    const path = '/units/bac-giang-truoc-2025-07';
    const countsFor = async (username: string) => (await (await api.as(username)).get<UnitPage>(path)).body.counts;
    expect(await countsFor('bacgiang')).toMatchObject({ total: 0 });
    expect(await countsFor('lanhdao')).toMatchObject({ total: 0 });
    expect(await countsFor('laocai')).toBeNull();
  });

  it('answers an unknown unit with NOT_FOUND and a stranger with NOT_SIGNED_IN', async () => {
    expect(await (await api.as('ttt')).get('/units/khong-co')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    expect(await api.anonymous.get('/units')).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('loads the shipped registry again without changing or doubling anything', async () => {
    const countUnits = () => api.query<{ n: number }>('select count(*)::int as n from unit');
    const before = await countUnits();
    await api.sql.transaction(loadRegistry);
    expect(await countUnits()).toEqual(before);
  });
});
