import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, InstancePage, InstancePageList, MoveAnswer } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { OfficeAtWork } from '../../testing/office-at-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from '../worker/worker.service.js';

const TODAY = '2025-05-20';
const BAC_GIANG = 'bac-giang-truoc-2025-07';
const LAO_CAI = 'lao-cai-truoc-2025-07';
const reason = 'Địa bàn tổ chức chuyển sang tỉnh khác.';

describe('running work given to another unit', () => {
  let api: TestApi;
  let office: OfficeAtWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'reassignments', today: TODAY });
    office = await OfficeAtWork.open(api);
  }, 60_000);
  afterAll(() => api.close());

  const stored = async (id: string) =>
    (
      await api.query<{ id: string; version: number; state: string; phase: string }>(
        'select id, version, state, phase from instance where id = $1',
        [id],
      )
    )[0]!;
  const by = async (username: string, day: string, id: string, event: string, payload: unknown = {}) =>
    office.move(office.actor(username), day, await stored(id), event, payload);
  const reassign = async (username: string, id: string, payload: object, headers: Record<string, string> = {}) => {
    const person = await api.as(username);
    const { version } = await stored(id);
    const body = { event: 'reassign', payload, expectedVersion: version };
    return person.post<MoveAnswer & ErrorAnswer>(`/instances/${id}/moves`, body, headers);
  };

  /** Bắc Giang works on it: one of two periods accepted, 4 of 10 to 12 conferences held. */
  async function runningTask() {
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-03' });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-12-31', input: { openCheckpoints: 2 } });
    const first = await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn: '2025-03-31' });
    await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn: '2025-12-31' });
    const help = await given.started({ flow: 'coordination', from: BAC_GIANG, to: 'ttcntt', parentId: task });
    await by('bacgiang', '2025-03-04', task, 'acknowledge');
    await by('bacgiang', '2025-03-05', task, 'start');
    await by('bacgiang', '2025-03-20', first, 'report', { summary: 'Báo cáo quý I.' });
    await by('ttt', '2025-03-21', first, 'accept');
    const targetId = await given.target(task, { metric: 'Hội nghị', min: 10, max: 12, unit: 'cuộc', period: 'năm' });
    const office2 = await api.as('bacgiang');
    const proof = { targetId, kind: 'conference', title: 'Hội nghị đối thoại', happenedOn: '2025-05-12', quantity: 4 };
    expect((await office2.post(`/instances/${task}/evidence`, proof)).status).toBe(201);
    return { given, task, first, help };
  }

  const heir = async (planId: string) =>
    (
      await api.query<{ id: string; to_unit_id: string; state: string }>(
        `select id, to_unit_id, state from instance where plan_id = $1 and flow = 'task' and to_unit_id = $2`,
        [planId, LAO_CAI],
      )
    )[0];

  it('the new unit gets what is left and acknowledges it; what was done stays under the name of the old one', async () => {
    const { given, task, first, help } = await runningTask();
    const answer = await reassign('ttt', task, { toUnitId: LAO_CAI, reason });
    expect(answer.body).toMatchObject({ id: task, state: 'reassigned', holderUnitId: null });

    const taken = await heir(given.planId);
    expect(taken).toMatchObject({ state: 'assigned' });
    const page = (await (await api.as('laocai')).get<InstancePage>(`/instances/${taken!.id}`)).body;
    expect(page.line).toMatchObject({ dueOn: '2025-12-31', holderUnitId: LAO_CAI, from: { id: 'ttt' } });
    expect(page.context).toMatchObject({ openCheckpoints: 1, takenOverFrom: 'BHXH tỉnh Bắc Giang' });
    expect(page.targets).toMatchObject([{ min: 10, max: 12, counted: 4 }]);
    expect(page.children.map(({ flow, state, dueOn }) => ({ flow, state, dueOn }))).toEqual([
      { flow: 'checkpoint', state: 'open', dueOn: '2025-12-31' },
    ]);
    const clocks = await api.query<{ event: string }>(
      `select event from due_row where instance_id = $1 order by event`,
      [taken!.id],
    );
    expect(clocks.map(({ event }) => event)).toEqual(['acknowledgeReminder', 'deadlinePassed']);

    const past = (await (await api.as('bacgiang')).get<InstancePage>(`/instances/${task}`)).body;
    expect(past.history[0]).toMatchObject({ event: 'reassign', payload: { reason, toUnitId: LAO_CAI } });
    expect(past.evidence).toMatchObject([{ quantity: 4, recordedBy: { unitId: BAC_GIANG } }]);
    expect(past.moves.filter((move) => move.allowed)).toEqual([]);
    expect(await stored(first)).toMatchObject({ state: 'accepted' });
    expect(await stored(help)).toMatchObject({ phase: 'cancelled' });
    await api.app.get(WorkerService).catchUp(TODAY);
    const told = await api.query(
      `select unit_id, template from notice
       where template in ('taskReassigned', 'taskAssigned') and instance_id = any($1) and on_day = $2 order by unit_id`,
      [[task, taken!.id], TODAY],
    );
    expect(told).toEqual([
      { unit_id: BAC_GIANG, template: 'taskReassigned' },
      { unit_id: LAO_CAI, template: 'taskAssigned' },
    ]);
    expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);
  });

  it('sent twice under one key it happens once', async () => {
    const { given, task } = await runningTask();
    const person = await api.as('ttt');
    const { version } = await stored(task);
    const body = { event: 'reassign', payload: { toUnitId: LAO_CAI, reason }, expectedVersion: version };
    const send = () => person.post<MoveAnswer>(`/instances/${task}/moves`, body, { 'idempotency-key': 'giao-lai-1' });
    const [one, other] = [await send(), await send()];
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(other.body).toEqual(one.body);
    const tasks = await api.query(`select 1 from instance where plan_id = $1 and flow = 'task'`, [given.planId]);
    expect(tasks).toHaveLength(2);
  });

  it('neither the lead unit nor a stranger gives it away, nor goes it to itself, nowhere, in a list, or without a reason', async () => {
    const { given, task } = await runningTask();
    expect((await reassign('bacgiang', task, { toUnitId: LAO_CAI, reason })).body).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await reassign('laocai', task, { toUnitId: LAO_CAI, reason })).status).toBe(404);
    expect((await reassign('ttt', task, { toUnitId: BAC_GIANG, reason })).body).toMatchObject({
      code: 'GUARD_REFUSED',
    });
    expect((await reassign('ttt', task, { toUnitId: 'khong-co', reason })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect((await reassign('ttt', task, { toUnitId: LAO_CAI })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const { version } = await stored(task);
    const many = {
      event: 'reassign',
      payload: { toUnitId: LAO_CAI, reason },
      instances: [{ id: task, expectedVersion: version }],
    };
    expect((await (await api.as('ttt')).post<ErrorAnswer>('/moves', many)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    const stale = { event: 'reassign', payload: { toUnitId: LAO_CAI, reason }, expectedVersion: version - 1 };
    expect((await (await api.as('ttt')).post<ErrorAnswer>(`/instances/${task}/moves`, stale)).body).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(await stored(task)).toMatchObject({ state: 'inProgress' });
    expect(await heir(given.planId)).toBeUndefined();
    const inbox = (await (await api.as('laocai')).get<InstancePageList>('/inbox')).body;
    expect(inbox.items.filter((line) => line.planId === given.planId)).toEqual([]);
  });
});
