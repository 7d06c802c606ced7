import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanImported, PlanNames, PlanReview } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const header = 'TT\tNội dung\tĐơn vị tính\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp\tCông việc thực hiện\n';
const row = (ref: string, lead: string, coordinator: string) =>
  `${ref}\tXây dựng cổng dữ liệu ${ref}\tCổng\tQuý IV\t${lead}\t${coordinator}\tXây dựng và vận hành cổng dữ liệu ${ref}\n`;

const founding = (id: string, name: string, kind: string) => ({
  on: '2025-01-01',
  change: {
    kind: 'founded',
    unit: { id, name, shortName: name, kind, parentId: kind === 'external' ? null : 'bhxh-vn' },
  },
});

describe('a unit that was founded on screen', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'own registry' });
  }, 60_000);
  afterAll(() => api.close());

  const imported = async (name: string) => {
    const bytes =
      header +
      row('1', 'Trung tâm Chuyển đổi số', 'BHXH tỉnh') +
      row('2', 'Trung tâm Truyền thông', 'Hội Nhà báo Việt Nam');
    const client = await api.as('ttt');
    const { body } = await client.upload<PlanImported>('/plans/import', { name, bytes: `${bytes}\n${name}` });
    const review = (await client.get<PlanReview>(`/plans/${body.planId}/review`)).body;
    const names = (await client.get<PlanNames>(`/plans/${body.planId}/names?day=2025-01-15`)).body.names;
    return {
      unknown: review.doubts.filter(({ code }) => code === 'UNKNOWN_UNIT').length,
      of: (unit: string) => names.find((entry) => entry.name === unit),
    };
  };

  it('is not known before, and a body outside stands for nobody', async () => {
    const { unknown, of } = await imported('truoc.txt');
    expect(unknown).toBe(1);
    expect(of('Trung tâm Chuyển đổi số')).toMatchObject({ kind: 'nobody', members: [] });
    expect(of('Hội Nhà báo Việt Nam')).toMatchObject({ kind: 'nobody', members: [] });
  });

  it('is known to the next reading, stands for its name from its first day, and belongs to its classes', async () => {
    const events = [
      founding('trung-tam-chuyen-doi-so', 'Trung tâm Chuyển đổi số', 'centralUnit'),
      founding('hoi-nha-bao', 'Hội Nhà báo Việt Nam', 'external'),
    ];
    expect(await (await api.as('lanhdao')).post('/registry/events', { events })).toMatchObject({ status: 200 });
    const { unknown, of } = await imported('sau.txt');
    expect(unknown).toBe(0);
    expect(of('Trung tâm Chuyển đổi số')).toMatchObject({ kind: 'unit', members: [{ id: 'trung-tam-chuyen-doi-so' }] });
    // A body outside that the office keeps in its registry can be given work.
    expect(of('Hội Nhà báo Việt Nam')).toMatchObject({ kind: 'unit', members: [{ id: 'hoi-nha-bao' }] });
    expect(of('BHXH tỉnh')?.members).toHaveLength(63);
  });
});
