import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DeadLetterPage,
  DeadLettersDismissed,
  DeadLettersRetried,
  DismissedLetterPage,
} from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from '../worker/worker.service.js';

const TODAY = '2025-05-20';
const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

describe('what could not be sent', () => {
  let api: TestApi;
  let given: GivenWork;
  const tasks = { effect: '', clock: '', message: '' };

  beforeAll(async () => {
    api = await startTestApi({ name: 'dead letters', today: TODAY });
    given = await GivenWork.activePlan(api.sql, { today: TODAY });
    await api.query(`update post_holding set post = 'administrator' where unit_id = $1 and post = 'head'`, [LAO_CAI]);
    tasks.effect = await given.instance({ to: BAC_GIANG });
    tasks.clock = await given.instance({ to: LAO_CAI });
    tasks.message = await given.instance({ to: BAC_GIANG });
    const notices = [{ instanceId: tasks.effect, unitId: BAC_GIANG, template: 'taskAssigned' }];
    await api.query(
      `insert into outbox (instance_id, effect, on_day, attempts, fault, dead_at)
       values ($1, $2, $3, 6, 'notice_unit_fkey', now())`,
      [tasks.effect, JSON.stringify({ planId: given.planId, changed: [], notices }), TODAY],
    );
    await api.query(
      `insert into due_row (instance_id, event, fire_on, fault, fault_at)
       values ($1, 'acknowledgeReminder', $2, 'no state', now() - interval '1 hour')`,
      [tasks.clock, TODAY],
    );
    await api.query(
      `with r as (
         insert into webhook_receiver (id, name, url, events, flows, unit_id, person_id, secret)
         select new_id(), 'Trục liên thông', 'https://lien-thong.example.gov.vn', '{work.moved}', '{}', 'bhxh-vn', id, ''
         from person limit 1 returning id)
       insert into webhook_delivery (receiver_id, instance_id, version, type, body, attempts, fault, settled_at, dead)
       select id, $1, 1, 'work.moved', '{}', 11, '{"kind":"status","detail":"503"}', now() - interval '2 hours', true from r`,
      [tasks.message],
    );
  }, 60_000);
  afterAll(() => api.close());

  const list = async (username: string, query = '') =>
    (await (await api.as(username)).get<DeadLetterPage>(`/dead-letters${query}`)).body;
  const retry = async (username: string, body: object) =>
    (await api.as(username)).post<DeadLettersRetried>('/dead-letters/retry', body);

  it('stands in one list, newest first, each with what it is and why it failed', async () => {
    const { items, total } = await list('quantri');
    expect(total).toBe(3);
    expect(items.map(({ kind, instanceId }) => [kind, instanceId])).toEqual([
      ['effect', tasks.effect],
      ['clock', tasks.clock],
      ['webhook', tasks.message],
    ]);
    expect(items.map(({ what }) => what.vi)).toEqual([
      'Thông báo sau một bước xử lý',
      'Mốc thời hạn «Nhắc tiếp nhận»',
      'Tin «work.moved» gửi tới «Trục liên thông»',
    ]);
    expect(items[2]?.why).toEqual({
      vi: 'Bên nhận trả lời mã 503.',
      en: 'The receiver answered with status 503.',
    });
    expect(items[0]).toMatchObject({ attempts: 6, unitName: expect.stringContaining('Bắc Giang') });
  });

  it('is read page by page and by kind', async () => {
    const first = await list('quantri', '?limit=2');
    const second = await list('quantri', `?limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual(['effect', 'clock', 'webhook']);
    expect(second.next).toBeNull();
    expect((await list('quantri', '?kind=clock')).items).toHaveLength(1);
    const wrong = await (await api.as('quantri')).get(`/dead-letters?after=${encodeURIComponent("' or 1=1")}`);
    expect(wrong.status).toBe(400);
  });

  it('is shown to the administrators of its units, and to nobody else', async () => {
    expect((await list('laocai.giamdoc')).items.map(({ kind }) => kind)).toEqual(['clock']);
    for (const username of ['ttt', 'ttt.giamdoc', 'lanhdao', 'bacgiang.giamdoc']) {
      expect((await (await api.as(username)).get('/dead-letters')).status).toBe(403);
      expect((await retry(username, { all: true })).status).toBe(403);
    }
    expect((await retry('laocai.giamdoc', { ids: (await list('quantri')).items.map(({ id }) => id) })).body).toEqual({
      retried: 1,
    });
  });

  it('one that is sent again is delivered like any other', async () => {
    await api.app.get(WorkerService).catchUp(TODAY);
    const [effect] = (await list('quantri', '?kind=effect')).items;
    expect(await retry('quantri', { ids: [effect?.id] })).toMatchObject({ status: 200, body: { retried: 1 } });
    await api.app.get(WorkerService).catchUp(TODAY);
    expect(await api.query(`select template from notice where instance_id = $1`, [tasks.effect])).toEqual([
      { template: 'taskAssigned' },
    ]);
    expect((await retry('quantri', { ids: [effect?.id] })).body).toEqual({ retried: 0 });
  });

  it('one that need not be sent any more is dismissed with a reason, which stays; only its administrators may', async () => {
    await api.query(
      `insert into outbox (instance_id, effect, on_day, attempts, fault, dead_at) values ($1, '{}', $2, 6, 'no unit', now())`,
      [tasks.effect, TODAY],
    );
    const [effect] = (await list('quantri', '?kind=effect')).items;
    const dismiss = async (username: string, body: object) =>
      (await api.as(username)).post<DeadLettersDismissed>('/dead-letters/dismiss', body);
    const body = { ids: [effect?.id], reason: 'Đơn vị đã được báo bằng công văn.' };
    expect((await dismiss('bacgiang.giamdoc', body)).status).toBe(403);
    expect((await dismiss('laocai.giamdoc', body)).body).toEqual({ dismissed: 0 });
    expect((await dismiss('quantri', { ids: [effect?.id], reason: ' ' })).status).toBe(400);
    expect((await dismiss('quantri', body)).body).toEqual({ dismissed: 1 });
    expect((await dismiss('quantri', body)).body).toEqual({ dismissed: 0 });
    expect((await list('quantri', '?kind=effect')).items).toEqual([]);
    expect((await retry('quantri', { ids: [effect?.id] })).body).toEqual({ retried: 0 });

    const kept = async (username: string) =>
      (await (await api.as(username)).get<DismissedLetterPage>('/dead-letters/dismissed')).body.items;
    expect(await kept('quantri')).toMatchObject([
      {
        kind: 'effect',
        what: effect?.what,
        reason: body.reason,
        dismissedBy: expect.stringContaining('Phan Hữu Nghĩa'),
      },
    ]);
    expect(await kept('laocai.giamdoc')).toEqual([]);
    expect((await (await api.as('ttt')).get('/dead-letters/dismissed')).status).toBe(403);
    await expect(api.query(`update dismissed_letter set reason = 'khác'`)).rejects.toThrow();

    // The same letter that fails anew waits anew.
    await api.query(`update outbox set dead_at = now() + interval '1 second' where dead_at is not null`);
    expect((await list('quantri', '?kind=effect')).items).toHaveLength(1);
    await api.query(`delete from outbox where dead_at is not null`);
  });

  it('all that are left are sent again at once', async () => {
    expect((await retry('quantri', { all: true })).body).toEqual({ retried: 1 });
    expect((await list('quantri')).total).toBe(0);
    const sent = await api.query(`select dead, attempts, settled_at from webhook_delivery where instance_id = $1`, [
      tasks.message,
    ]);
    expect(sent).toEqual([{ dead: false, attempts: 0, settled_at: null }]);
    expect((await retry('quantri', {})).status).toBe(400);
  });
});
