import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, FlowId, InstancePage, MoveAnswer, StartOffers } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';
const LAO_CAI = 'lao-cai-truoc-2025-07';

describe('flows opened by hand', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'starts', today: '2025-05-12' });
    given = await GivenWork.activePlan(api.sql);
  }, 60_000);
  afterAll(() => api.close());

  const open = (client: TestClient, flow: FlowId, parentId: string, input: object, toUnitId?: string) =>
    client.post<MoveAnswer & ErrorAnswer>('/instances', { flow, parentId, input, ...(toUnitId ? { toUnitId } : {}) });
  const move = async (client: TestClient, id: string, event: string, payload: object = {}) => {
    const [row] = await api.query<{ version: number }>('select version from instance where id = $1', [id]);
    return client.post<MoveAnswer & ErrorAnswer>(`/instances/${id}/moves`, {
      event,
      payload,
      expectedVersion: row?.version ?? 0,
    });
  };
  const offersOf = async (client: TestClient, id: string) =>
    (await client.get<StartOffers>(`/instances/${id}/starts`)).body.items
      .filter((offer) => offer.allowed)
      .map((offer) => offer.flow)
      .sort();

  it('a province raises a question on the plan, the centre answers, the province closes it', async () => {
    await given.instance({ to: BAC_GIANG });
    const office = await api.as('bacgiang');
    const asked = await open(office, 'question', given.planId, { question: 'Mẫu báo cáo nào áp dụng?' });
    expect(asked).toMatchObject({ status: 201, body: { state: 'asked', holderUnitId: 'ttt' } });
    const centre = await api.as('ttt');
    expect((await move(centre, asked.body.id, 'answer', { answer: 'Mẫu số 02.' })).status).toBe(200);
    expect(await move(office, asked.body.id, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('an office that has no work in the plan finds no plan to ask about', async () => {
    const stranger = await api.as('laocai');
    const refused = await open(stranger, 'question', given.planId, { question: 'Có ai không?' });
    expect(refused).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await stranger.get(`/instances/${given.planId}/starts`)).status).toBe(404);
  });

  it('harmful information goes from the office that found it to the centre, and nobody else hears of it', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    const help = await given.instance({ flow: 'coordination', from: BAC_GIANG, to: LAO_CAI, parentId: task });
    const office = await api.as('bacgiang');
    const found = await open(office, 'incident', task, { summary: 'Tin BHXH vỡ quỹ', foundOn: '2025-05-11' });
    expect(found).toMatchObject({ status: 201, body: { state: 'reported', holderUnitId: 'ttt' } });
    const assessed = await move(await api.as('ttt'), found.body.id, 'assess', {
      severity: 'high',
      assessment: 'Lan nhanh',
    });
    expect(assessed.body.state).toBe('assessed');
    const helper = await api.as('laocai');
    const { body: seen } = await helper.get<InstancePage>(`/instances/${task}`);
    expect(seen.children.map((child) => child.id)).toEqual([help]);
    expect((await helper.get(`/instances/${found.body.id}`)).status).toBe(404);
  });

  it('the centre asks a late office to explain, once at a time; the office may not ask itself', async () => {
    const task = await given.instance({ to: BAC_GIANG, dueOn: '2025-04-30' });
    const centre = await api.as('ttt');
    const asked = await open(centre, 'explanation', task, { matter: 'Chậm tổ chức hội nghị' });
    expect(asked).toMatchObject({ status: 201, body: { holderUnitId: BAC_GIANG } });
    const { body: page } = await centre.get<InstancePage>(`/instances/${asked.body.id}`);
    expect(page.line).toMatchObject({ title: 'Chậm tổ chức hội nghị', dueOn: '2025-05-19' });
    expect(await open(centre, 'explanation', task, { matter: 'Lần nữa' })).toMatchObject({
      status: 409,
      body: { code: 'GUARD_REFUSED', message: { vi: 'Đã có một «Giải trình» đang chờ.' } },
    });
    const own = await open(await api.as('bacgiang'), 'explanation', task, { matter: 'Tự hỏi' });
    expect(own).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    expect(await open(centre, 'explanation', given.planId, { matter: 'Cả kế hoạch' })).toMatchObject({ status: 403 });
  });

  it('a periodic report is drawn from the records as they stood at its cut-off, not from what was sent', async () => {
    const fresh = await GivenWork.activePlan(api.sql);
    const office = await api.as('bacgiang');
    const [done, late, later] = [
      await fresh.started({ to: BAC_GIANG, dueOn: '2025-05-30' }),
      await fresh.started({ to: BAC_GIANG, dueOn: '2025-05-01' }),
      await fresh.started({ to: BAC_GIANG, dueOn: '2025-05-30' }),
    ];
    await fresh.started({ to: LAO_CAI });
    const finish = async (id: string) => {
      for (const event of ['acknowledge', 'start']) await move(office, id, event);
      expect((await move(office, id, 'report', { summary: 'Xong' })).status).toBe(200);
    };
    await finish(done);
    expect((await move(await api.as('ttt'), done, 'accept')).status).toBe(200);

    const input = { period: 'Tháng 5/2025', cutoffOn: '2025-05-14', dueOn: '2025-05-20' };
    const centre = await api.as('ttt');
    expect(await open(centre, 'periodReport', fresh.planId, input, 'vtckt')).toMatchObject({ status: 400 });
    const asked = await open(centre, 'periodReport', fresh.planId, input, BAC_GIANG);
    expect(asked).toMatchObject({ status: 201, body: { holderUnitId: BAC_GIANG } });
    expect(await move(office, asked.body.id, 'drawUp')).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });

    await api.setToday('2025-05-15');
    await finish(later);
    const forged = { records: { total: 99, doneOnTime: 99, doneLate: 0, openInTime: 0, openOverdue: 0 } };
    expect((await move(office, asked.body.id, 'drawUp', forged)).status).toBe(200);
    const { body: page } = await office.get<InstancePage>(`/instances/${asked.body.id}`);
    expect(page.context).toMatchObject({
      tasksTotal: 3,
      tasksDoneOnTime: 1,
      tasksDoneLate: 0,
      tasksOpenInTime: 1,
      tasksOpenOverdue: 1,
    });
    expect(late).not.toBe(later);
    expect(await move(office, asked.body.id, 'sign')).toMatchObject({ status: 403 });
    const signed = await move(await api.as('bacgiang.giamdoc'), asked.body.id, 'sign');
    expect(signed).toMatchObject({ status: 200, body: { state: 'submitted', holderUnitId: 'ttt' } });
    await api.setToday('2025-05-12');
  });

  it('every unit is offered what its relation allows, no more', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    expect(await offersOf(await api.as('bacgiang'), task)).toEqual([
      'coordination',
      'extension',
      'handoff',
      'incident',
      'question',
    ]);
    expect(await offersOf(await api.as('ttt'), task)).toEqual(['explanation', 'handoff']);
    expect(await offersOf(await api.as('ttt'), given.planId)).toEqual(['periodReport']);
    expect(await offersOf(await api.as('bacgiang'), given.planId)).toEqual(['incident', 'question']);
  });
});
