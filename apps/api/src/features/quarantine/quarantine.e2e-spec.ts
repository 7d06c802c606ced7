import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DamagedWork, InstancePage, MoveAnswer, Quarantine } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

jest.setTimeout(60_000);

const bacGiang = 'bac-giang-truoc-2025-07';

describe('work whose stored state is damaged', () => {
  let api: TestApi;
  let work: GivenWork;
  beforeAll(async () => {
    api = await startTestApi({ name: 'quarantine' });
    work = await GivenWork.activePlan(api.sql);
    // The plan of these tests was put into the tables without a history.
    await api.query(`update instance set snapshot = '{"value":"active","status":"active","since":"2025-01-15","context":{}}'
                     where flow = 'plan'`);
  }, 60_000);
  afterAll(() => api.close());

  const list = async (who = 'quantri') => {
    const { body } = await (await api.as(who)).get<Quarantine>('/quarantine');
    return body.items.filter(({ flow }) => flow !== 'plan');
  };
  const repair = async (who: string, id: string, expectedVersion: number) =>
    (await api.as(who)).post<DamagedWork & { code: string; message: { vi: string } }>(`/quarantine/${id}/repair`, {
      expectedVersion,
    });
  const move = async (who: string, id: string, event: string, expectedVersion: number, payload: object = {}) =>
    (await api.as(who)).post<MoveAnswer & { code: string }>(`/instances/${id}/moves`, {
      event,
      payload,
      expectedVersion,
    });

  /** A task that Bắc Giang has acknowledged and begun. */
  async function begun(): Promise<string> {
    const id = await work.started({ to: bacGiang, dueOn: '2025-06-30', input: { openCheckpoints: 0 } });
    await move('bacgiang', id, 'acknowledge', 0);
    await move('bacgiang', id, 'start', 1);
    return id;
  }

  it('is named on the list of the administrator with what its history leads to, and goes on when it is repaired', async () => {
    const [id, other] = [await begun(), await begun()];
    await api.query(`update instance set snapshot = '{"value":"hỏng"}' where id = $1`, [id]);
    await api.query(`update due_row set fault = 'damaged', fault_at = now() where instance_id = $1`, [id]);
    expect((await move('bacgiang', id, 'report', 2, { summary: 'Xong' })).body.code).toBe('INSTANCE_DAMAGED');

    const [damaged, ...more] = await list();
    expect(more).toEqual([]);
    expect(damaged).toMatchObject({
      id,
      version: 2,
      damage: { vi: expect.stringContaining('hỏng') },
      leadsTo: { vi: 'Đang thực hiện' },
      why: null,
      to: { id: bacGiang },
    });
    expect(damaged!.waitingClocks).toBeGreaterThan(0);

    expect((await repair('quantri', id, 1)).body.code).toBe('STALE_VERSION');
    expect(await repair('quantri', id, 2)).toMatchObject({ status: 200 });
    expect(await list()).toEqual([]);
    const { body: page } = await (await api.as('bacgiang')).get<InstancePage>(`/instances/${id}`);
    expect(page).toMatchObject({ damaged: false, line: { state: 'inProgress', version: 3, holderUnitId: bacGiang } });
    expect(page.history[0]).toMatchObject({
      words: { vi: 'Khôi phục dữ liệu từ lịch sử' },
      actor: { unitId: 'bhxh-vn' },
    });
    expect(await move('bacgiang', id, 'report', 3, { summary: 'Đã xong' })).toMatchObject({ status: 200 });
    expect(await move('bacgiang', other, 'report', 2, { summary: 'Đã xong' })).toMatchObject({ status: 200 });
    const [clock] = await api.query<{ faults: number }>(
      'select count(*)::int as faults from due_row where instance_id = $1 and fault is not null',
      [id],
    );
    expect(clock?.faults).toBe(0);
    const breaches = await findBreaches(api.sql.engine, work.planId, { joined: false });
    expect(breaches.filter((breach) => breach.includes(other))).toEqual([]);
  });

  it.each([
    ['nothing', 'null'],
    ['a state that never was', '{"value":"gone","status":"active","since":"2025-01-15","context":{}}'],
    ['no context', '{"value":"inProgress","status":"active","since":"2025-01-15"}'],
    ['a context without its fields', '{"value":"inProgress","status":"active","since":"2025-01-15","context":{}}'],
    ['another state than the row says', '{"value":"assigned","status":"active","since":"2025-01-15","context":{}}'],
  ])('is found and repaired where the snapshot holds %s', async (_, snapshot) => {
    const id = await begun();
    const [before] = await api.query<{ snapshot: unknown }>('select snapshot from instance where id = $1', [id]);
    await api.query('update instance set snapshot = $2::jsonb where id = $1', [id, snapshot]);
    expect((await list()).map((damaged) => damaged.id)).toEqual([id]);
    expect((await repair('quantri', id, 2)).status).toBe(200);
    const [after] = await api.query<{ snapshot: unknown }>('select snapshot from instance where id = $1', [id]);
    expect(after?.snapshot).toEqual(before?.snapshot);
  });

  it('stays aside where its history does not lead to it either, and says why', async () => {
    const id = await begun();
    await api.query('update instance set snapshot = $2::jsonb where id = $1', [id, 'null']);
    await api.query('alter table history disable trigger user');
    await api.query('delete from history where instance_id = $1 and version = 1', [id]);
    await api.query('alter table history enable trigger user');
    expect((await list())[0]).toMatchObject({ id, leadsTo: null, why: { vi: 'Lịch sử thiếu dòng số 1.' } });
    expect(await repair('quantri', id, 2)).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    await api.query(`update instance set phase = 'cancelled', snapshot = '{}' where id = $1`, [id]);
  });

  it.each(['ttt', 'ttt.giamdoc', 'bacgiang', 'bacgiang.giamdoc', 'lanhdao'])('is no business of %s', async (who) => {
    expect((await (await api.as(who)).get('/quarantine')).status).toBe(403);
    expect((await repair(who, work.planId, 0)).status).toBe(403);
  });

  it('is not there to be repaired while it is whole', async () => {
    expect((await repair('quantri', await begun(), 2)).status).toBe(404);
  });
});
