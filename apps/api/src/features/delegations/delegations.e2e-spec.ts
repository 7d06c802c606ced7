import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Delegation, DelegationList, InstancePage, Session } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { acceptAllDoubts, importSeedPlan, movePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

jest.setTimeout(30_000);

describe('acting for somebody who is away', () => {
  let api: TestApi;
  let work: GivenWork;
  beforeAll(async () => {
    api = await startTestApi({ name: 'delegations' });
    work = await GivenWork.activePlan(api.sql);
  }, 60_000);
  afterAll(() => api.close());

  const personId = async (username: string) => {
    const [row] = await api.query<{ id: string }>('select id from person where username = $1', [username]);
    return row!.id;
  };
  const give = async (from: string, to: string, more: object = {}) =>
    (await api.as(from)).post<Delegation & { code: string; message: { vi: string } }>('/delegations', {
      toPersonId: await personId(to),
      validFrom: '2025-01-15',
      validTo: '2025-01-17',
      reason: 'Đi công tác',
      ...more,
    });
  const seatsOf = async (client: TestClient) => (await client.get<Session>('/session')).body.seats;
  const sitFor = async (client: TestClient, holder: string) => {
    const seat = (await seatsOf(client)).find(({ onBehalfOf }) => onBehalfOf?.personName === holder);
    return client.send<Session>({ method: 'PUT', url: '/session/seat', payload: { seatId: seat?.id } });
  };
  const sitBack = async (client: TestClient) => {
    const [own] = await seatsOf(client);
    return client.send<Session>({ method: 'PUT', url: '/session/seat', payload: { seatId: own!.id } });
  };
  const endAll = () => api.query('update delegation set ended_at = now() where ended_at is null');

  it('a deputy approves a plan only in the seat that the director left to her, and history says for whom', async () => {
    const officer = await api.as('ttt');
    const deputy = await api.as('ttt.pho');
    const { planId } = await importSeedPlan(officer);
    await acceptAllDoubts(officer, planId);
    await movePlan(officer, planId, 'submitForReview');
    expect(await movePlan(deputy, planId, 'approve')).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });

    expect(await give('ttt.giamdoc', 'ttt.pho')).toMatchObject({ status: 201, body: { state: 'running' } });
    const seated = await sitFor(deputy, 'Lê Quang Minh');
    expect(seated.body.actor).toMatchObject({
      personName: 'Ngô Quỳnh Trang',
      post: 'head',
      onBehalfOf: { personName: 'Lê Quang Minh' },
    });
    expect(await movePlan(deputy, planId, 'approve')).toMatchObject({ status: 200 });

    const { body } = await officer.get<InstancePage>(`/instances/${planId}`);
    expect(body.history[0]).toMatchObject({
      event: 'approve',
      actor: { personName: 'Ngô Quỳnh Trang', post: 'head', onBehalfOf: { personName: 'Lê Quang Minh' } },
    });
    await endAll();
  });

  it('whoever submitted a plan does not approve it in the seat of the director either', async () => {
    const officer = await api.as('ttt');
    const { planId } = await importSeedPlan(officer, '\n2');
    await acceptAllDoubts(officer, planId);
    await movePlan(officer, planId, 'submitForReview');
    await give('ttt.giamdoc', 'ttt');
    await sitFor(officer, 'Lê Quang Minh');
    expect(await movePlan(officer, planId, 'approve')).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    await endAll();
  });

  it('the seat is gone when the delegation ends, at its last day or before; the person is back in his own post', async () => {
    const deputy = await api.as('ttt.pho');
    const { body: given } = await give('ttt.giamdoc', 'ttt.pho');
    await sitFor(deputy, 'Lê Quang Minh');
    await (await api.as('ttt.giamdoc')).delete(`/delegations/${given.id}`);
    expect((await deputy.get<Session>('/session')).body.actor).toMatchObject({ post: 'deputy' });

    await give('ttt.giamdoc', 'ttt.pho');
    await sitFor(deputy, 'Lê Quang Minh');
    await api.setToday('2025-01-18');
    expect((await deputy.get<Session>('/session')).body.actor.post).toBe('deputy');
    await api.setToday('2025-01-15');
    await endAll();
  });

  it('a delegation for one plan moves nothing of another plan', async () => {
    const other = await GivenWork.activePlan(api.sql);
    const task = await work.instance({ to: 'ttt', from: 'ttcntt' });
    const foreign = await other.instance({ to: 'ttt', from: 'ttcntt' });
    await give('ttt.giamdoc', 'ttt.pho', { planId: work.planId });
    const deputy = await api.as('ttt.pho');
    await sitFor(deputy, 'Lê Quang Minh');
    const acknowledge = (id: string) =>
      deputy.post(`/instances/${id}/moves`, { event: 'acknowledge', expectedVersion: 0 });
    expect(await acknowledge(foreign)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    expect(await acknowledge(task)).toMatchObject({ status: 200 });
    expect((await api.query('select version from instance where id = $1', [foreign]))[0]).toEqual({ version: 0 });
    await endAll();
    await sitBack(deputy);
  });

  it('is never given to oneself, to a stranger, in a circle, or on from a delegated seat', async () => {
    expect(await give('ttt', 'ttt')).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    expect(await give('ttt', 'bacgiang')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await give('ttt', 'ttt.pho')).toMatchObject({ status: 201 });
    expect(await give('ttt.pho', 'ttt.giamdoc')).toMatchObject({ status: 201 });
    const circle = await give('ttt.giamdoc', 'ttt');
    expect(circle).toMatchObject({ status: 409 });
    expect(circle.body.message.vi).toContain('vòng tròn');
    const deputy = await api.as('ttt.pho');
    await sitFor(deputy, 'Nguyễn Thu Hà');
    expect((await give('ttt.pho', 'ttt.giamdoc')).body.message.vi).toContain('không được ủy quyền lại');
    await endAll();
    await sitBack(deputy);
  });

  it('two halves of a circle given at the same moment: one of them is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const statuses = (await Promise.all([give('ttt', 'ttt.pho'), give('ttt.pho', 'ttt')])).map(
        ({ status }) => status,
      );
      expect(statuses.sort((a, b) => a - b)).toEqual([201, 409]);
      await endAll();
    }
  });

  it('sent twice is one; and nobody outside sees or ends it', async () => {
    const first = await give('ttt', 'ttt.giamdoc');
    expect((await give('ttt', 'ttt.giamdoc')).body.id).toBe(first.body.id);
    const stranger = await api.as('bacgiang.giamdoc');
    expect((await stranger.get<DelegationList>('/delegations')).body.items).toEqual([]);
    expect(await stranger.delete(`/delegations/${first.body.id}`)).toMatchObject({ status: 404 });
    const own = (await (await api.as('ttt')).get<DelegationList>('/delegations')).body;
    expect(own.items.find(({ id }) => id === first.body.id)).toMatchObject({ state: 'running', mayEnd: true });
    expect(own.colleagues.map(({ personName }) => personName)).toContain('Ngô Quỳnh Trang');
    await endAll();
  });

  it('nobody takes a seat that is not his', async () => {
    const [seat] = await seatsOf(await api.as('lanhdao'));
    const answer = await (
      await api.as('ttt')
    ).send({ method: 'PUT', url: '/session/seat', payload: { seatId: seat!.id } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await (await api.as('ttt')).get<Session>('/session')).body.actor.unitId).toBe('ttt');
  });
});
