import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Clock,
  ClockStepped,
  InboxSummary,
  InstancePage,
  InstancePageList,
  NoticeList,
  NoticesOfBundle,
} from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';

describe('a deadline passes', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'deadlines', today: '2025-05-20' });
    given = await GivenWork.activePlan(api.sql, { today: '2025-05-20' });
  });
  afterAll(() => api.close());

  it('on the day after it, what is open turns late everywhere and both units are told', async () => {
    const id = await given.instance({ to: BAC_GIANG, dueOn: '2025-05-21' });
    const office = await api.as('bacgiang');
    const centre = await api.as('ttt');
    const moved = await office.post<{ version: number }>(`/instances/${id}/moves`, {
      event: 'acknowledge',
      payload: {},
      expectedVersion: 0,
    });
    expect(moved.status).toBe(200);

    const first = await office.post<ClockStepped>('/clock/step', { days: 1 });
    expect(first.body).toMatchObject({ today: '2025-05-21', kind: 'demonstration' });
    expect((await office.get<InstancePage>(`/instances/${id}`)).body.line).toMatchObject({
      timeliness: 'openDueSoon',
      daysLeft: 0,
    });

    const second = await office.post<ClockStepped>('/clock/step', { days: 1 });
    expect(second.body.today).toBe('2025-05-22');
    expect(second.body.fired).toBeGreaterThan(0);

    const { body: page } = await office.get<InstancePage>(`/instances/${id}`);
    expect(page.line).toMatchObject({ timeliness: 'openOverdue', daysLeft: -1 });
    expect(page.history[0]).toMatchObject({ event: 'deadlinePassed', onDay: '2025-05-22', actor: null });
    const late = await centre.get<InstancePageList>(`/instances?planId=${given.planId}&timeliness=openOverdue`);
    expect(late.body.items.map((line) => line.id)).toContain(id);
    expect((await office.get<InboxSummary>('/inbox/summary')).body).toMatchObject({ mineOverdue: 1 });

    for (const client of [office, centre]) {
      const { body } = await client.get<NoticesOfBundle>('/notices/bundle?onDay=2025-05-22&template=deadlinePassed');
      expect(body.items.map((notice) => notice.instanceId)).toContain(id);
    }
    expect((await api.anonymous.get<Clock>('/clock')).body.today).toBe('2025-05-22');
  });

  it('fires once, however often the days are stepped', async () => {
    const id = await given.instance({ to: BAC_GIANG, dueOn: '2025-05-23' });
    const office = await api.as('bacgiang');
    await office.post(`/instances/${id}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
    await office.post('/clock/step', { days: 5 });
    const { body: page } = await office.get<InstancePage>(`/instances/${id}`);
    const passed = page.history.filter((entry) => entry.event === 'deadlinePassed');
    expect(passed).toHaveLength(1);
    expect(passed[0]?.onDay).toBe('2025-05-24');
  });

  it('reading notices counts them down for this unit alone', async () => {
    const office = await api.as('bacgiang');
    const centre = await api.as('ttt');
    const before = (await centre.get<NoticeList>('/notices')).body.unread;
    expect(before).toBeGreaterThan(0);
    expect((await office.post('/notices/read', { all: true })).status).toBe(204);
    expect((await office.get<NoticeList>('/notices')).body.unread).toBe(0);
    expect((await centre.get<NoticeList>('/notices')).body.unread).toBe(before);
  });
});
