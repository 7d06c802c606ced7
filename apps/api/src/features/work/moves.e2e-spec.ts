import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkMoveAnswer, ErrorAnswer, InstancePage, InstancePageList, MoveAnswer } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';
const LAO_CAI = 'lao-cai-truoc-2025-07';

describe('moves of work', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'moves', today: '2025-01-15' });
    given = await GivenWork.activePlan(api.sql);
  });
  afterAll(() => api.close());

  const acknowledge = { event: 'acknowledge', payload: {}, expectedVersion: 0 };
  const rowOf = async (id: string) =>
    (
      await api.query<{ state: string; version: number; holder_unit_id: string | null }>(
        'select * from instance where id = $1',
        [id],
      )
    )[0];

  it('an office acknowledges its task: state, history, clock and outbox are written together', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const office = await api.as('bacgiang');
    const answer = await office.post<MoveAnswer>(`/instances/${id}/moves`, acknowledge);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'acknowledged', version: 1, holderUnitId: BAC_GIANG });
    const history = await api.query(
      'select event, from_state, to_state, unit_id, on_day from history where instance_id = $1',
      [id],
    );
    expect(history).toEqual([
      {
        event: 'acknowledge',
        from_state: 'assigned',
        to_state: 'acknowledged',
        unit_id: BAC_GIANG,
        on_day: '2025-01-15',
      },
    ]);
    const due = await api.query<{ event: string }>('select event from due_row where instance_id = $1 order by event', [
      id,
    ]);
    expect(due.map((row) => row.event)).toContain('deadlinePassed');
    expect(await api.query('select 1 from outbox where instance_id = $1', [id])).toHaveLength(1);
  });

  it('the same request sent again gets the first answer and happens once', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const office = await api.as('bacgiang');
    const key = { 'idempotency-key': 'tiep-nhan-1' };
    const first = await office.post<MoveAnswer>(`/instances/${id}/moves`, acknowledge, key);
    const again = await office.post<MoveAnswer>(`/instances/${id}/moves`, acknowledge, key);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await api.query('select 1 from history where instance_id = $1', [id])).toHaveLength(1);
  });

  it('a key that was used for another request is refused', async () => {
    const [one, two] = [await given.instance({ to: BAC_GIANG }), await given.instance({ to: BAC_GIANG })];
    const office = await api.as('bacgiang');
    const key = { 'idempotency-key': 'tiep-nhan-2' };
    await office.post(`/instances/${one}/moves`, acknowledge, key);
    const answer = await office.post<ErrorAnswer>(`/instances/${two}/moves`, acknowledge, key);
    expect(answer).toMatchObject({ status: 409, body: { code: 'SAME_KEY_OTHER_REQUEST' } });
    expect((await rowOf(two))?.version).toBe(0);
  });

  it('whoever looked at an older version is told who moved meanwhile', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    await (await api.as('bacgiang')).post(`/instances/${id}/moves`, acknowledge);
    const answer = await (await api.as('bacgiang.giamdoc')).post<ErrorAnswer>(`/instances/${id}/moves`, acknowledge);
    expect(answer).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(answer.body.message.vi).toContain('Thân Văn Lâm');
    expect(answer.body.message.vi).toContain('Tiếp nhận');
  });

  it('of twenty people who press at once exactly one moves the task', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const office = await api.as('bacgiang');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => office.post(`/instances/${id}/moves`, acknowledge)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
    expect(await api.query('select 1 from history where instance_id = $1', [id])).toHaveLength(1);
  });

  it('an event that the state does not expect is refused with a sentence', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const answer = await (
      await api.as('bacgiang')
    ).post<ErrorAnswer>(`/instances/${id}/moves`, {
      event: 'report',
      payload: { summary: 'Xong' },
      expectedVersion: 0,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'EVENT_NOT_EXPECTED' } });
    expect(answer.body.message.vi).toMatch(/Báo cáo hoàn thành/);
    expect((await rowOf(id))?.state).toBe('assigned');
  });

  it('another office finds no trace of the task, neither to see nor to move', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const stranger = await api.as('laocai');
    expect((await stranger.get(`/instances/${id}`)).status).toBe(404);
    const answer = await stranger.post<ErrorAnswer>(`/instances/${id}/moves`, acknowledge);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    const list = await stranger.get<InstancePageList>(`/instances?planId=${given.planId}`);
    expect(list.body.items.map((line) => line.id)).not.toContain(id);
  });

  it('the centre that gave the task out may see it but not acknowledge it', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const centre = await api.as('ttt');
    expect((await centre.get(`/instances/${id}`)).status).toBe(200);
    const answer = await centre.post<ErrorAnswer>(`/instances/${id}/moves`, acknowledge);
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });

  it('twenty tasks are acknowledged at once, a stranger’s among them is refused by itself', async () => {
    const own = await Promise.all(Array.from({ length: 19 }, () => given.instance({ to: LAO_CAI })));
    const foreign = await given.instance({ to: BAC_GIANG });
    const answer = await (
      await api.as('laocai')
    ).post<BulkMoveAnswer>('/moves', {
      event: 'acknowledge',
      instances: [...own, foreign].map((id) => ({ id, expectedVersion: 0 })),
    });
    expect(answer.body.moved.map((moved) => moved.state)).toEqual(Array.from({ length: 19 }, () => 'acknowledged'));
    expect(answer.body.refused).toMatchObject([{ id: foreign, error: { code: 'NOT_FOUND' } }]);
    expect((await rowOf(foreign))?.version).toBe(0);
  });

  it('a bulk request sent again gets its first answer', async () => {
    const ids = [await given.instance({ to: LAO_CAI }), await given.instance({ to: LAO_CAI })];
    const office = await api.as('laocai');
    const body = { event: 'acknowledge', instances: ids.map((id) => ({ id, expectedVersion: 0 })) };
    const key = { 'idempotency-key': 'tiep-nhan-hang-loat' };
    const first = await office.post<BulkMoveAnswer>('/moves', body, key);
    const again = await office.post<BulkMoveAnswer>('/moves', body, key);
    expect(first.body.moved).toHaveLength(2);
    expect(again.body).toEqual(first.body);
  });

  it('accepting the checkpoints of a task counts down in the task, also when several are accepted at once', async () => {
    const task = await given.instance({ to: BAC_GIANG, input: { openCheckpoints: 2 } });
    const periods = await Promise.all(
      ['2025-01-10', '2025-01-14'].map((dueOn) =>
        given.instance({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn, input: { period: dueOn } }),
      ),
    );
    const office = await api.as('bacgiang');
    await office.post(`/instances/${task}/moves`, acknowledge);
    for (const id of periods) {
      const { body: page } = await office.get<InstancePage>(`/instances/${id}`);
      const reported = await office.post(`/instances/${id}/moves`, {
        event: 'report',
        payload: { summary: 'Đã tổ chức 3 hội nghị', figure: 3 },
        expectedVersion: page.line.version,
      });
      expect(reported.status).toBe(200);
    }
    const instances = await Promise.all(
      periods.map(async (id) => ({ id, expectedVersion: (await rowOf(id))?.version ?? 0 })),
    );
    const answer = await (await api.as('ttt')).post<BulkMoveAnswer>('/moves', { event: 'accept', instances });
    expect(answer.body.refused).toEqual([]);
    const { body: page } = await office.get<InstancePage>(`/instances/${task}`);
    expect(page.context).toMatchObject({ openCheckpoints: 0 });
    expect(page.children.map((child) => child.state)).toEqual(['accepted', 'accepted']);
    const versions = page.history.map((entry) => entry.version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(Math.max(...versions)).toBe(page.line.version);
  });

  it('without a session nothing is told, without the CSRF token nothing is changed', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    expect((await api.anonymous.get('/inbox')).status).toBe(401);
    const office = await api.as('bacgiang');
    const forged = await office.send<ErrorAnswer>({
      method: 'POST',
      url: `/instances/${id}/moves`,
      payload: acknowledge,
      headers: { 'x-csrf-token': 'khong-dung' },
    });
    expect(forged).toMatchObject({ status: 403, body: { code: 'CSRF_REJECTED' } });
    expect((await rowOf(id))?.version).toBe(0);
  });
});
