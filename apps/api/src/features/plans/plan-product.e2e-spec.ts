import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ErrorAnswer,
  InstancePage,
  InstancePageList,
  PlanImported,
  PlanReview,
  PlanRowPage,
  PlanRows,
  ReviewItem,
} from '@phancong/contracts';

import { acceptAllDoubts, activatePlan, movePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

const table = [
  'KẾ HOẠCH TRUYỀN THÔNG NĂM 2025',
  '',
  'TT\tNội dung\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tKinh phí (triệu đồng)',
  '1\tIn tờ gấp BHXH tự nguyện\tQuý II\tTrung tâm Truyền thông\tBan Tài chính - Kế toán\t02 mẫu tờ gấp\t1.250',
  '2\tHội nghị tuyên truyền\tQuý III\tBHXH tỉnh Bắc Giang\tTrung tâm Truyền thông\tBiên bản hội nghị\t',
].join('\n');

describe('what a row leaves behind and what it costs', () => {
  let api: TestApi;
  let officer: TestClient;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan product' });
    officer = await api.as('ttt');
    const bytes = Buffer.from(table);
    ({ planId } = (await officer.upload<PlanImported>('/plans/import', { name: 'ke-hoach.txt', bytes })).body);
  }, 60_000);
  afterAll(() => api.close());

  const rowOf = async (ref: string): Promise<ReviewItem> => {
    const { items } = (await officer.get<PlanReview>(`/plans/${planId}/review`)).body;
    const found = items.find((item) => item.ref === ref);
    if (!found) throw new Error(`no row ${ref}`);
    return found;
  };
  const edit = async (who: TestClient, ref: string, changes: object) => {
    const { id, version } = await rowOf(ref);
    return who.patch<ReviewItem & ErrorAnswer>(`/plans/${planId}/items/${id}`, { expectedVersion: version, changes });
  };

  it('stands in the review as the table says it, and a blank cell stays blank', async () => {
    expect(await rowOf('1')).toMatchObject({ deliverable: '02 mẫu tờ gấp', budgetVnd: 1_250_000_000, edited: [] });
    expect(await rowOf('2')).toMatchObject({ deliverable: 'Biên bản hội nghị', budgetVnd: null, edited: [] });
  });

  it('is corrected by the owner, told as a step, and taken back', async () => {
    const { status, body } = await edit(officer, '2', { budgetVnd: 40_000_000, deliverable: 'Báo cáo kết quả' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ budgetVnd: 40_000_000, deliverable: 'Báo cáo kết quả' });
    expect(body.edited.toSorted()).toEqual(['budgetVnd', 'deliverable']);
    const undone = await officer.post<{ words: { vi: string } }>(`/plans/${planId}/edits/undo`);
    expect(undone.body.words.vi).toBe('sửa kinh phí, sản phẩm của dòng 2');
    expect(await rowOf('2')).toMatchObject({ budgetVnd: null, deliverable: 'Biên bản hội nghị', edited: [] });
  });

  it('keeps its money when a step of old, which knew of none, is taken back', async () => {
    await edit(officer, '1', { title: 'In tờ gấp' });
    await api.query(
      `update plan_edit set changes = jsonb_set(changes, '{rows,0,before}',
         (changes->'rows'->0->'before') - 'deliverable' - 'budgetVnd') where plan_id = $1`,
      [planId],
    );
    expect((await officer.post(`/plans/${planId}/edits/undo`)).status).toBe(200);
    expect(await rowOf('1')).toMatchObject({ title: 'In tờ gấp BHXH tự nguyện', budgetVnd: 1_250_000_000 });
  });

  it('is never below nothing, nor a part of a đồng, nor corrected by another unit', async () => {
    for (const budgetVnd of [-1, 0.5, '12']) expect((await edit(officer, '1', { budgetVnd })).status).toBe(400);
    expect((await edit(await api.as('bacgiang'), '1', { budgetVnd: 1 })).status).toBe(404);
    expect(await rowOf('1')).toMatchObject({ budgetVnd: 1_250_000_000 });
  });

  it('of two rows that are merged is added up, and of a row that is split stays above', async () => {
    await edit(officer, '2', { budgetVnd: 40_000_000 });
    const [first, second] = [await rowOf('1'), await rowOf('2')];
    const merged = await officer.post<ReviewItem>(`/plans/${planId}/items/${first.id}/merge`, {
      expectedVersion: first.version,
      otherItemId: second.id,
      otherVersion: second.version,
    });
    expect(merged.status).toBeLessThan(300);
    expect(await rowOf('1')).toMatchObject({
      budgetVnd: 1_290_000_000,
      deliverable: '02 mẫu tờ gấp; Biên bản hội nghị',
    });
    await officer.post(`/plans/${planId}/edits/undo`);
    expect(await rowOf('1')).toMatchObject({ budgetVnd: 1_250_000_000, deliverable: '02 mẫu tờ gấp' });
  });

  it('goes with the row into the board, the task of the lead and the version that was approved', async () => {
    await acceptAllDoubts(officer, planId);
    const director = await api.as('ttt.giamdoc');
    expect((await movePlan(officer, planId, 'submitForReview')).status).toBeLessThan(300);
    expect((await movePlan(director, planId, 'approve')).status).toBeLessThan(300);
    expect((await activatePlan(director, planId)).status).toBeLessThan(300);
    const { id } = await rowOf('1');
    const { items } = (await officer.get<PlanRows>(`/plans/${planId}/rows`)).body;
    expect(items[0]).toMatchObject({ deliverable: '02 mẫu tờ gấp', budgetVnd: 1_250_000_000 });
    const { row } = (await officer.get<PlanRowPage>(`/plans/${planId}/rows/${id}`)).body;
    expect(row).toMatchObject({ budgetVnd: 1_250_000_000 });
    const work = (await officer.get<InstancePageList>(`/instances?flow=task&planId=${planId}&itemId=${id}`)).body;
    const page = (await officer.get<InstancePage>(`/instances/${work.items[0]?.id ?? ''}`)).body;
    expect(page).toMatchObject({ deliverable: '02 mẫu tờ gấp', budgetVnd: 1_250_000_000 });
    const [kept] = await api.query<{ items: unknown[] }>('select items from plan_version where plan_id = $1', [planId]);
    expect(kept?.items[0]).toMatchObject({ deliverable: '02 mẫu tờ gấp', budgetVnd: 1_250_000_000 });
  });
});
