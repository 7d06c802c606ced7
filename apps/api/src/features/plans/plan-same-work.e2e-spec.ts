import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, PlanImported, PlanReview, ReviewDoubt } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

const plan = [
  'KẾ HOẠCH TRUYỀN THÔNG NĂM 2025',
  '',
  'I. NHIỆM VỤ',
  '',
  '1. Trung tâm Truyền thông biên soạn, phát hành tài liệu về BHXH tự nguyện đến lao động phi chính thức; báo cáo trước ngày 30/6/2025.',
  '',
  '2. Trung tâm Truyền thông đăng ký kênh phát thanh cho 63 tỉnh.',
  '',
  'II. BẢNG PHÂN CÔNG',
  '',
  'TT\tNội dung\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp',
  '1\tIn tờ gấp BHXH tự nguyện cho người lao động tự do\tQuý II\tTrung tâm Truyền thông\tBan Tài chính - Kế toán',
  '2\tHội nghị tuyên truyền\tQuý III\tBHXH tỉnh Bắc Giang\tTrung tâm Truyền thông',
].join('\n');

describe('work that the text and the table of a plan say in different words', () => {
  let api: TestApi;
  let officer: TestClient;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan same work' });
    officer = await api.as('ttt');
    const file = { name: 'ke-hoach.txt', bytes: Buffer.from(plan) };
    ({ planId } = (await officer.upload<PlanImported>('/plans/import', file)).body);
  }, 60_000);
  afterAll(() => api.close());

  const review = async () => (await officer.get<PlanReview>(`/plans/${planId}/review`)).body;
  const refs = async () => (await review()).items.map(({ ref }) => ref);
  const asked = async (): Promise<ReviewDoubt> => {
    const found = (await review()).doubts.find(({ code }) => code === 'SAME_WORK');
    if (!found) throw new Error('nothing is asked');
    return found;
  };
  const settle = (who: TestClient, doubt: ReviewDoubt, answer: object) =>
    who.post<ReviewDoubt & ErrorAnswer>(`/plans/${planId}/doubts/${doubt.id}/settle`, { answer });

  it('is asked about once for the two that are alike, and not for the others', async () => {
    const { doubts } = await review();
    expect(doubts.filter(({ code }) => code === 'SAME_WORK').map(({ ref }) => ref)).toEqual(['VB I.1']);
    expect(await refs()).toEqual(['1', '2', 'VB I.1', 'VB I.2']);
  });

  it('becomes one row with one answer: the title of the table, the time it had, what else was said', async () => {
    const doubt = await asked();
    expect((await settle(await api.as('bacgiang'), doubt, { kind: 'choose', position: 0 })).status).toBe(404);
    expect((await settle(officer, doubt, { kind: 'choose', position: 0 })).status).toBeLessThan(300);
    expect(await refs()).toEqual(['1', '2', 'VB I.2']);
    const [row] = (await review()).items;
    expect(row).toMatchObject({
      title: 'In tờ gấp BHXH tự nguyện cho người lao động tự do',
      leads: ['Trung tâm Truyền thông'],
      timing: { text: 'Quý II' },
    });
    expect(row?.text).toContain('biên soạn');
    expect((await asked()).settledBy).toBe('Nguyễn Thu Hà');
  });

  it('is two rows again when the step is taken back, and stays two when a person says so', async () => {
    expect((await officer.post(`/plans/${planId}/edits/undo`)).status).toBeLessThan(300);
    expect(await refs()).toEqual(['1', '2', 'VB I.1', 'VB I.2']);
    const doubt = await asked();
    expect(doubt.settledAt).toBeNull();
    expect((await settle(officer, doubt, { kind: 'choose', position: 1 })).status).toBeLessThan(300);
    expect(await refs()).toEqual(['1', '2', 'VB I.1', 'VB I.2']);
    await officer.post(`/plans/${planId}/edits/undo`);
  });

  it('cannot be joined to a row that somebody removed', async () => {
    const [row] = (await review()).items;
    await officer.delete(`/plans/${planId}/items/${row?.id ?? ''}?expectedVersion=${row?.version ?? 0}`);
    const { status, body } = await settle(officer, await asked(), { kind: 'choose', position: 0 });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('không còn trong bảng');
  });
});
