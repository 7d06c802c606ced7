import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivationPreview, PlanEdit, PlanNames, PlanReview } from '@phancong/contracts';

import { importSeedPlan, prepareApprovedPlan } from '../../testing/plan-stories.js';
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

  describe('a class of its own', () => {
    const put = async (username: string, body: object, id = planId) =>
      (await api.as(username)).put<PlanNames>(`/plans/${id}/names?day=2025-01-15`, body);
    const without = (entry: PlanNames['names'][number] | undefined, ...ids: string[]) =>
      entry!.members.map(({ id }) => id).filter((id) => !ids.includes(id));

    it('leaves an office out of "BHXH tỉnh" in this plan, and the preview gives it nothing', async () => {
      const tasksOfRow = async () => {
        const path = `/plans/${planId}/activation-preview?registryDate=2025-01-15`;
        const { body } = await (await api.as('ttt')).get<ActivationPreview>(path);
        // The class is still a class: nobody asks twenty departments for help sixty-two times.
        expect(body.coordinations).toBeLessThan(200);
        return body.perItem.find(({ ref }) => ref === 'I.1.2')?.tasks ?? 0;
      };
      const before = await tasksOfRow();
      const entry = find(await namesOn('2025-01-15'), 'BHXH tỉnh');
      const unitIds = without(entry, 'bac-giang-truoc-2025-07');
      const { status, body } = await put('ttt', { name: 'BHXH tỉnh', unitIds, expected: null });
      expect(status).toBe(200);
      const own = find(body.names, 'BHXH tỉnh');
      expect(own).toMatchObject({ kind: 'class', settled: true });
      expect([own?.members.length, own?.registry.length]).toEqual([62, 63]);
      expect(await tasksOfRow()).toBe(before - 1);
    });

    it('overwrites nothing that somebody else said meanwhile', async () => {
      const late = await put('ttt.giamdoc', { name: 'BHXH tỉnh', unitIds: ['ttcntt'], expected: null });
      expect(late.status).toBe(409);
      expect(find(await namesOn('2025-01-15'), 'BHXH tỉnh')?.members).toHaveLength(62);
    });

    it('is one step of the review: taken back, the registry speaks again', async () => {
      const officer = await api.as('ttt');
      const { body } = await officer.post<PlanEdit>(`/plans/${planId}/edits/undo`, {});
      expect(body.words.vi).toBe('chọn 62 đơn vị cho «BHXH tỉnh»');
      expect(find(await namesOn('2025-01-15'), 'BHXH tỉnh')).toMatchObject({ settled: false });
      await officer.post(`/plans/${planId}/edits/redo`, {});
      const settled = without(find(await namesOn('2025-01-15'), 'BHXH tỉnh'));
      const back = await put('ttt', { name: 'BHXH tỉnh', unitIds: [], expected: settled });
      expect(find(back.body.names, 'BHXH tỉnh')).toMatchObject({ settled: false });
    });

    it('answers every doubt about the name, and asks it again when the name goes back to the registry', async () => {
      const name = 'Các đơn vị liên quan';
      const open = async () => {
        const { body } = await (await api.as('ttt')).get<PlanReview>(`/plans/${planId}/review`);
        return body.doubts.filter(
          ({ code, message, settledAt }) => code === 'UNNAMED_UNIT' && message.vi.includes(name) && settledAt === null,
        ).length;
      };
      const before = await open();
      expect(before).toBeGreaterThan(0);
      await put('ttt', { name, unitIds: ['ttcntt', 'vtckt'], expected: null });
      expect(await open()).toBe(0);
      await put('ttt', { name, unitIds: [], expected: ['vtckt', 'ttcntt'] });
      expect(await open()).toBe(before);
    });

    it.each([
      ['a name that no row has', { name: 'Đơn vị lạ', unitIds: ['ttt'], expected: null }, 'name'],
      ['a unit that nobody knows', { name: 'BHXH tỉnh', unitIds: ['khong-co'], expected: null }, 'unitIds'],
      ['an office of another year', { name: 'BHXH tỉnh', unitIds: ['bhxh-khu-vuc-99'], expected: null }, 'unitIds'],
      ['a name without letters', { name: ' ', unitIds: ['ttt'], expected: null }, 'name'],
    ])('refuses %s', async (_, body, field) => {
      const refused = await put('ttt', body);
      expect(refused.status).toBe(400);
      expect(JSON.stringify(refused.body)).toMatch(new RegExp(`"${field}[":]`));
    });

    it('is named by the owner of the plan alone, and only before its approval', async () => {
      const body = { name: 'BHXH tỉnh', unitIds: ['ttcntt'], expected: null };
      expect((await put('bacgiang', body)).status).toBe(404);
      expect((await put('lanhdao', body)).status).toBe(403);
      const approved = await prepareApprovedPlan(api, 'đã duyệt');
      expect((await put('ttt', body, approved)).status).toBe(409);
    });
  });
});
