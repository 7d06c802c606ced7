import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, InstancePage, MoveAnswer } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { OfficeAtWork } from '../../testing/office-at-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from '../worker/worker.service.js';

const TODAY = '2025-05-20';
const BAC_GIANG = 'bac-giang-truoc-2025-07';
const reason = 'Danh sách người tham dự không khớp với ảnh chụp.';

describe('what was accepted and turns out wrong is corrected by an event, never by editing', () => {
  let api: TestApi;
  let office: OfficeAtWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'corrections', today: TODAY });
    office = await OfficeAtWork.open(api);
  }, 60_000);
  afterAll(() => api.close());

  const stored = async (id: string) =>
    (
      await api.query<{ id: string; version: number; state: string; phase: string; done_on: string | null }>(
        'select id, version, state, phase, done_on from instance where id = $1',
        [id],
      )
    )[0]!;
  const by = async (username: string, day: string, id: string, event: string, payload: unknown = {}) =>
    office.move(office.actor(username), day, await stored(id), event, payload);
  const move = async (username: string, id: string, event: string, payload: unknown = {}) => {
    const person = await api.as(username);
    const { version } = await stored(id);
    return person.post<MoveAnswer & ErrorAnswer>(`/instances/${id}/moves`, {
      event,
      payload,
      expectedVersion: version,
    });
  };
  const pageFor = async (username: string, id: string) =>
    (await (await api.as(username)).get<InstancePage>(`/instances/${id}`)).body;

  /** A task of Bắc Giang, handed in on 20 March and accepted on the 21st. */
  async function acceptedTask() {
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-03' });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-03-28' });
    await by('bacgiang', '2025-03-04', task, 'acknowledge');
    await by('bacgiang', '2025-03-05', task, 'start');
    await by('bacgiang', '2025-03-20', task, 'report', { summary: 'Đã tổ chức 02 hội nghị.' });
    await by('ttt', '2025-03-21', task, 'accept');
    return { given, task };
  }

  /** The report of the office on the first quarter, accepted by the centre. */
  async function acceptedReport(given: GivenWork) {
    const report = await given.started({
      flow: 'periodReport',
      to: BAC_GIANG,
      parentId: given.planId,
      dueOn: '2025-04-04',
      input: { period: 'Quý I/2025', cutoffOn: '2025-03-31', dueOn: '2025-04-04' },
    });
    expect((await move('bacgiang', report, 'drawUp')).status).toBe(200);
    expect((await move('bacgiang.giamdoc', report, 'sign')).status).toBe(200);
    expect((await move('ttt', report, 'accept')).status).toBe(200);
    return report;
  }

  it('the assigning unit reopens a task with its reason: the numbers fall back, the history keeps both', async () => {
    const { given, task } = await acceptedTask();
    expect(await stored(task)).toMatchObject({ state: 'accepted', phase: 'done', done_on: '2025-03-20' });
    const answer = await move('ttt.giamdoc', task, 'reopen', { reason });
    expect(answer.body).toMatchObject({ state: 'inProgress', holderUnitId: BAC_GIANG });
    expect(await stored(task)).toMatchObject({ phase: 'open', done_on: null });
    const { history, line } = await pageFor('bacgiang', task);
    expect(history.map((entry) => entry.event)).toEqual([
      'reopen',
      'accept',
      'report',
      'start',
      'acknowledge',
      'start',
    ]);
    expect(history[0]).toMatchObject({ actor: { unitId: 'ttt' }, payload: { reason } });
    expect(line.timeliness).toBe('openOverdue');
    expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);

    // It is handed in and accepted once more, like any other.
    await by('bacgiang', TODAY, task, 'report', { summary: 'Đã bổ sung danh sách.' });
    await by('ttt', TODAY, task, 'accept');
    expect(await stored(task)).toMatchObject({ state: 'accepted', done_on: TODAY });
  });

  it('the lead unit cannot reopen its own task, nobody reopens without a reason, and nothing else moves what is done', async () => {
    const { task } = await acceptedTask();
    expect((await move('bacgiang', task, 'reopen', { reason })).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await move('laocai', task, 'reopen', { reason })).status).toBe(404);
    expect((await move('ttt', task, 'reopen')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await move('ttt', task, 'cancel', { reason })).body).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
    expect(await stored(task)).toMatchObject({ state: 'accepted', phase: 'done' });
  });

  it('a report that was accepted keeps what it said and gets an erratum: what is true now, since when, why', async () => {
    const { given, task } = await acceptedTask();
    const report = await acceptedReport(given);
    const before = await pageFor('ttt', report);
    expect(before.context).toMatchObject({ tasksTotal: 1, tasksDoneOnTime: 1, tasksOpenOverdue: 0, errata: 0 });

    expect((await move('ttt.giamdoc', task, 'reopen', { reason })).status).toBe(200);
    const after = await pageFor('bacgiang', report);
    expect(after.line.state).toBe('accepted');
    expect(after.context).toMatchObject({ tasksTotal: 1, tasksDoneOnTime: 1, tasksOpenOverdue: 0, errata: 1 });
    expect(after.history[0]).toMatchObject({
      event: 'erratum',
      actor: null,
      payload: { workId: task, said: 'doneOnTime', now: 'openOverdue', sinceOn: TODAY, reason },
    });
    expect(after.history[0]?.payload['work']).toContain('Tổ chức các Hội nghị truyền thông');
    await api.app.get(WorkerService).catchUp(TODAY);
    const notices = await api.query<{ unit_id: string }>(
      `select unit_id from notice where instance_id = $1 and template = 'reportErratum' order by unit_id`,
      [report],
    );
    // The centre made the correction itself.
    expect(notices).toEqual([{ unit_id: BAC_GIANG }]);
    expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);
  });

  it('a report that closed before the work was accepted said nothing of it, so it gets none', async () => {
    const { given, task } = await acceptedTask();
    const report = await given.started({
      flow: 'periodReport',
      to: BAC_GIANG,
      parentId: given.planId,
      input: { period: 'Tháng 2/2025', cutoffOn: '2025-03-20', dueOn: '2025-03-25' },
    });
    const { version } = await stored(report);
    expect((await move('ttt.giamdoc', task, 'reopen', { reason })).status).toBe(200);
    expect(await stored(report)).toMatchObject({ version });
  });

  it('a period that is reopened takes its task with it, however far that has come', async () => {
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-03' });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-12-31', input: { openCheckpoints: 1 } });
    const period = await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn: '2025-03-31' });
    await by('bacgiang', '2025-03-04', task, 'acknowledge');
    await by('bacgiang', '2025-03-20', period, 'report', { summary: 'Báo cáo quý I.' });
    await by('ttt', '2025-03-21', period, 'accept');
    await by('bacgiang', '2025-03-24', task, 'report', { summary: 'Xong.' });
    await by('ttt', '2025-03-25', task, 'accept');
    const report = await acceptedReport(given);

    expect((await move('bacgiang', period, 'reopen', { reason })).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await move('ttt.giamdoc', period, 'reopen', { reason })).body).toMatchObject({ state: 'returned' });
    expect(await stored(task)).toMatchObject({ state: 'inProgress', phase: 'open', done_on: null });
    expect((await pageFor('ttt', report)).history[0]).toMatchObject({ event: 'erratum', payload: { workId: task } });
    expect((await move('bacgiang', task, 'report', { summary: 'Xong.' })).body).toMatchObject({
      code: 'GUARD_REFUSED',
    });
    expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);
  });

  it('a period of a task that was cancelled stays as it is, and the refusal says so', async () => {
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-03' });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-12-31', input: { openCheckpoints: 1 } });
    const period = await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn: '2025-03-31' });
    await by('bacgiang', '2025-03-20', period, 'report', { summary: 'Báo cáo quý I.' });
    await by('ttt', '2025-03-21', period, 'accept');
    await by('ttt', '2025-03-25', task, 'cancel', { reason });
    expect((await move('ttt.giamdoc', period, 'reopen', { reason })).body).toMatchObject({
      code: 'EVENT_NOT_EXPECTED',
    });
    expect(await stored(period)).toMatchObject({ state: 'accepted' });
  });

  it('the assigning unit moves a deadline with a reason: the signed day stays beside it, the clock goes with it', async () => {
    const given = await GivenWork.activePlan(api.sql, { today: '2025-03-03' });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-06-30' });
    const payload = { dueOn: '2025-07-15', reason: 'Hội nghị lùi lịch.' };
    expect((await move('bacgiang', task, 'redate', payload)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await move('ttt', task, 'redate', { dueOn: '2025-07-15' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect((await move('ttt', task, 'redate', { ...payload, dueOn: '2025-06-30' })).body).toMatchObject({
      code: 'GUARD_REFUSED',
    });
    expect((await move('ttt', task, 'redate', payload)).status).toBe(200);
    const { line, history } = await pageFor('bacgiang', task);
    expect(line).toMatchObject({ dueOn: '2025-07-15', signedDueOn: '2025-06-30', state: 'assigned' });
    expect(history[0]).toMatchObject({ event: 'redate', payload });
    const due = await api.query(`select fire_on from due_row where instance_id = $1 and event = 'deadlinePassed'`, [
      task,
    ]);
    expect(due).toEqual([{ fire_on: '2025-07-16' }]);
    expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);
  });

  it('work of a unit where nobody is left is not reopened: it would wait for nobody, and the refusal says what to do', async () => {
    const { task } = await acceptedTask();
    await api.query(`update post_holding set valid_to = '2025-05-01' where unit_id = $1`, [BAC_GIANG]);
    const refused = await move('ttt.giamdoc', task, 'reopen', { reason });
    await api.query(`update post_holding set valid_to = null where unit_id = $1`, [BAC_GIANG]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    expect(refused.body.message.vi).toContain('không còn ai giữ chức vụ');
    expect(await stored(task)).toMatchObject({ state: 'accepted' });
    expect((await move('ttt.giamdoc', task, 'reopen', { reason })).status).toBe(200);
  });
});
