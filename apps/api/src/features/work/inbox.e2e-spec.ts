import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { InboxSummary, InstancePageList } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ name: 'inbox', today: '2025-05-20' });
}, 60_000);
afterAll(() => api.close());

it('the number of overdue work is that of the lines which say so, a report handed in late among them', async () => {
  const given = await GivenWork.activePlan(api.sql, { today: '2025-05-01' });
  const office = await api.as('bacgiang');
  const moves = [
    ['acknowledge', {}],
    ['start', {}],
    ['report', { summary: 'Đã tổ chức 3 hội nghị' }],
  ] as const;
  for (const dueOn of ['2025-05-12', '2025-05-30']) {
    const id = await given.instance({ to: 'bac-giang-truoc-2025-07', dueOn });
    for (const [expectedVersion, [event, payload]] of moves.entries()) {
      expect((await office.post(`/instances/${id}/moves`, { event, payload, expectedVersion })).status).toBe(200);
    }
  }
  const centre = await api.as('ttt');
  const { body: list } = await centre.get<InstancePageList>('/inbox?flow=task');
  expect(list.items.map((line) => line.timeliness)).toEqual(['openOverdue', 'openInTime']);
  const { body: summary } = await centre.get<InboxSummary>('/inbox/summary');
  expect(summary).toMatchObject({ mineOverdue: 1, mineDueSoon: 0 });
});

it('lines say the words of their plan row, and follow when the row or the plan is worded anew', async () => {
  const given = await GivenWork.activePlan(api.sql, { today: '2025-05-01' });
  const office = await api.as('laocai');
  const id = await given.instance({ to: 'lao-cai-truoc-2025-07' });
  const line = async () => (await office.get<InstancePageList>('/inbox')).body.items.find((found) => found.id === id);
  expect(await line()).toMatchObject({ ref: 'I.1.2', title: 'Tổ chức các Hội nghị truyền thông' });
  await api.query(`update plan_item set ref = 'I.3', title = 'Hội nghị khách hàng' where plan_id = $1`, [given.planId]);
  expect(await line()).toMatchObject({ ref: 'I.3', title: 'Hội nghị khách hàng' });
  await api.query(`update plan set title = 'Kế hoạch 2025 (sửa đổi)' where id = $1`, [given.planId]);
  expect(await line()).toMatchObject({ ref: 'I.3', title: 'Hội nghị khách hàng' });
  const [own] = await api.query<{ line_title: string }>('select line_title from instance where id = $1', [
    given.planId,
  ]);
  expect(own).toEqual({ line_title: 'Kế hoạch 2025 (sửa đổi)' });
});
