import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AuditLine, AuditPage } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { importSeedPlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

jest.setTimeout(60_000);

describe('looking into the record of changes', () => {
  let api: TestApi;

  const pageOf = async (username: string, query = '') =>
    (await (await api.as(username)).get<AuditPage>(`/audit${query}`)).body;

  beforeAll(async () => {
    api = await startTestApi({ name: 'audit search', today: '2025-01-15' });
    const given = await GivenWork.activePlan(api.sql);
    for (const [unitId, account] of [
      [BAC_GIANG, 'bacgiang'],
      [LAO_CAI, 'laocai'],
    ] as const) {
      const id = await given.instance({ to: unitId });
      const office = await api.as(account);
      await office.post(`/instances/${id}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
      await office.post(`/instances/${id}/moves`, { event: 'start', payload: {}, expectedVersion: 1 });
    }
  });
  afterAll(() => api.close());

  it('a director finds who did what in the work of the office, newest first, and nothing of others', async () => {
    const { items } = await pageOf('bacgiang.giamdoc', '?kind=move');
    expect(items.map(({ did, unitId, personName }) => [did.vi, unitId, personName])).toEqual([
      ['Bắt đầu thực hiện', BAC_GIANG, 'Thân Văn Lâm'],
      ['Tiếp nhận', BAC_GIANG, 'Thân Văn Lâm'],
    ]);
    expect(items[1]).toMatchObject({ after: { vi: 'Đã tiếp nhận' }, onDay: '2025-01-15', number: 1 });
    expect(items[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sign-ins stand there too, with the unit and the address', async () => {
    const { items } = await pageOf('bacgiang.giamdoc', '?kind=change');
    const signIns = items.filter(({ did }) => did.vi === 'Đăng nhập');
    expect(signIns.length).toBeGreaterThan(0);
    expect(signIns.every(({ unitId }) => unitId === BAC_GIANG)).toBe(true);
    expect(signIns[0]?.origin).not.toBeNull();
  });

  it('leadership looks for a unit, for a person, for days', async () => {
    const all = await pageOf('lanhdao', '?kind=move');
    expect(new Set(all.items.map(({ unitId }) => unitId))).toEqual(new Set([BAC_GIANG, LAO_CAI]));
    expect((await pageOf('lanhdao', `?kind=move&unitId=${LAO_CAI}`)).items).toHaveLength(2);
    const named = await pageOf('lanhdao', `?kind=move&person=${encodeURIComponent('sùng')}`);
    expect(named.items.map(({ personName }) => personName)).toEqual(['Lý A Sùng', 'Lý A Sùng']);
    expect((await pageOf('lanhdao', '?kind=move&person=%25')).items).toEqual([]);
    expect((await pageOf('lanhdao', '?kind=move&to=2020-01-01')).items).toEqual([]);
    expect((await pageOf('lanhdao', '?kind=move&from=2020-01-01')).items).toHaveLength(4);
  });

  it('pages show every line once', async () => {
    const keyOf = ({ id, number }: AuditLine) => `${id} ${number}`;
    const whole = (await pageOf('lanhdao', '?limit=200')).items.map(keyOf);
    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: AuditPage = await pageOf('lanhdao', `?limit=3${next && `&after=${next}`}`);
      paged.push(...page.items.map(keyOf));
      next = page.next;
    }
    // Leadership signed in before, so nothing was written meanwhile.
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('a step of a review is recorded with what it changed, and its undoing too', async () => {
    const officer = await api.as('ttt');
    const { planId } = await importSeedPlan(officer);
    const { body } = await officer.get<{ doubts: { id: string; settledAt: string | null }[] }>(
      `/plans/${planId}/review`,
    );
    const doubt = body.doubts.find(({ settledAt }) => settledAt === null);
    await officer.post(`/plans/${planId}/doubts/${doubt?.id}/settle`, { answer: { kind: 'accept' } });
    await officer.post(`/plans/${planId}/edits/undo`);
    const { items } = await pageOf('ttt.giamdoc', '?kind=change&limit=5&person=Thu');
    expect(items.slice(0, 2)).toMatchObject([
      { did: { vi: 'Hoàn tác bước rà soát' }, personName: 'Nguyễn Thu Hà', details: { kind: 'settle' } },
      { did: { vi: 'Sửa bản rà soát kế hoạch' }, personName: 'Nguyễn Thu Hà', details: { kind: 'settle' } },
    ]);
  });

  it('a spreadsheet gets the same lines', async () => {
    const answer = await (await api.as('bacgiang.giamdoc')).get<string>('/audit/export.csv?kind=move');
    expect(String(answer.headers['content-type'])).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Bắt đầu thực hiện');
  });

  it('an officer may not look into it, nor whoever did not sign in', async () => {
    for (const path of ['/audit', '/audit/export.csv']) {
      expect((await (await api.as('bacgiang')).get(path)).status).toBe(403);
      expect((await api.anonymous.get(path)).status).toBe(401);
    }
  });

  it.each(['after=soon', 'from=tomorrow', 'limit=0', 'kind=all', 'person='])('refuses %s by name', async (query) => {
    const answer = await (await api.as('bacgiang.giamdoc')).get<{ code: string }>(`/audit?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });
});
