import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockStepped, Notice, NoticeList, NoticesOfBundle } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const offices = [
  ['bacgiang', 'bac-giang-truoc-2025-07'],
  ['laocai', 'lao-cai-truoc-2025-07'],
] as const;
const LATE = '/notices/bundle?onDay=2025-05-22&template=deadlinePassed';

describe('many tasks fall late on one day', () => {
  let api: TestApi;
  const ids: string[] = [];
  beforeAll(async () => {
    api = await startTestApi({ name: 'notices', today: '2025-05-20' });
    const given = await GivenWork.activePlan(api.sql, { today: '2025-05-20' });
    for (const [username, to] of offices) {
      const office = await api.as(username);
      for (let task = 0; task < 3; task += 1) {
        const id = await given.instance({ to, dueOn: '2025-05-21' });
        await office.post(`/instances/${id}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
        ids.push(id);
      }
    }
    await (await api.as('ttt')).post<ClockStepped>('/clock/step', { days: 2 });
  }, 60_000);
  afterAll(() => api.close());

  const listOf = async (username: string, query = '') =>
    (await (await api.as(username)).get<NoticeList>(`/notices${query}`)).body;
  const lateOf = async (username: string) =>
    (await listOf(username)).items.find(
      ({ template, onDay }) => template === 'deadlinePassed' && onDay === '2025-05-22',
    );

  it('the centre reads one line for all, an office one for its own', async () => {
    expect(await lateOf('ttt')).toMatchObject({
      count: 6,
      unread: 6,
      words: { vi: 'Quá hạn: 6 việc chưa hoàn thành.', en: 'Overdue: 6 pieces of work are not done.' },
    });
    expect(await lateOf('bacgiang')).toMatchObject({ count: 3 });
  });

  it('the line opens to every notice behind it, page by page, each named by its unit', async () => {
    const centre = await api.as('ttt');
    const found: Notice[] = [];
    let next: string | null = null;
    do {
      const after: string = next ? `&after=${next}` : '';
      const { body }: { body: NoticesOfBundle } = await centre.get<NoticesOfBundle>(`${LATE}&limit=4${after}`);
      found.push(...body.items);
      next = body.next;
    } while (next);
    expect(found.map((notice) => notice.instanceId).toSorted()).toEqual(ids.toSorted());
    expect(found.filter((notice) => notice.words.vi.includes('Bắc Giang'))).toHaveLength(3);
    const ofOffice = await (await api.as('bacgiang')).get<NoticesOfBundle>(LATE);
    expect(ofOffice.body.items).toHaveLength(3);
  });

  it('lines come page by page without a gap', async () => {
    const keyOf = ({ onDay, template }: { onDay: string; template: string }) => `${onDay} ${template}`;
    const whole = (await listOf('ttt')).items.map(keyOf);
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page: NoticeList = await listOf('ttt', `?limit=1${next ? `&after=${next}` : ''}`);
      paged.push(...page.items.map(keyOf));
      next = page.next;
    } while (next);
    expect(paged.toSorted()).toEqual(whole.toSorted());
  });

  it('reading the line reads what is behind it, for this unit alone', async () => {
    const centre = await api.as('ttt');
    const before = (await listOf('ttt')).unread;
    const bundle = { onDay: '2025-05-22', template: 'deadlinePassed' };
    expect((await centre.post('/notices/read', { bundle })).status).toBe(204);
    expect(await lateOf('ttt')).toMatchObject({ count: 6, unread: 0 });
    expect((await listOf('ttt')).unread).toBe(before - 1);
    expect(await lateOf('bacgiang')).toMatchObject({ unread: 3 });
  });

  it.each(['/notices?after=x', '/notices?after=2025-99-99_deadlinePassed', `${LATE}&after=7_x`, '/notices/bundle'])(
    'refuses %s',
    async (path) => {
      expect((await (await api.as('ttt')).get(path)).status).toBe(400);
    },
  );
});
