import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, MoveAnswer } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';
const PERIODS = ['2025-01-08', '2025-01-09', '2025-01-10', '2025-01-13', '2025-01-14', '2025-01-15'];

describe('moves of many people at once go together into one statement', () => {
  let api: TestApi;
  let given: GivenWork;
  const acknowledge = { event: 'acknowledge', payload: {}, expectedVersion: 0 };
  const versionOf = async (id: string) =>
    (await api.query<{ version: number }>('select version from instance where id = $1', [id]))[0]?.version ?? -1;

  beforeAll(async () => {
    api = await startTestApi({ name: 'moves at once', today: '2025-01-15' });
    given = await GivenWork.activePlan(api.sql);
  });
  afterAll(() => api.close());

  it('reports of one task accepted by six people at once each go through, and the task counts every one', async () => {
    const task = await given.instance({ to: BAC_GIANG, input: { openCheckpoints: PERIODS.length } });
    const office = await api.as('bacgiang');
    await office.post(`/instances/${task}/moves`, acknowledge);
    const reports = await Promise.all(
      PERIODS.map(async (dueOn) => {
        const id = await given.instance({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn });
        const answer = await office.post(`/instances/${id}/moves`, {
          event: 'report',
          payload: { summary: 'Đã tổ chức 3 hội nghị', figure: 3 },
          expectedVersion: 0,
        });
        expect(answer.status).toBe(200);
        return id;
      }),
    );
    const centre = await api.as('ttt');
    const answers = await Promise.all(
      reports.map((id) => centre.post(`/instances/${id}/moves`, { event: 'accept', payload: {}, expectedVersion: 1 })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(PERIODS.map(() => 200));
    const [row] = await api.query<{ snapshot: { context: { openCheckpoints: number } } }>(
      'select snapshot from instance where id = $1',
      [task],
    );
    expect(row?.snapshot.context.openCheckpoints).toBe(0);
  });

  it('a request that comes five times at once happens once and gets one answer', async () => {
    const id = await given.instance({ to: BAC_GIANG });
    const office = await api.as('bacgiang');
    const key = { 'idempotency-key': 'bam-nam-lan' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => office.post<MoveAnswer>(`/instances/${id}/moves`, acknowledge, key)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await api.query('select 1 from history where instance_id = $1', [id])).toHaveLength(1);
  });

  it('one key under two different requests at once carries one of them and refuses the other', async () => {
    const ids = [await given.instance({ to: BAC_GIANG }), await given.instance({ to: BAC_GIANG })];
    const office = await api.as('bacgiang');
    const answers = await Promise.all(
      ids.map((id) => office.post(`/instances/${id}/moves`, acknowledge, { 'idempotency-key': 'mot-khoa' })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await Promise.all(ids.map(versionOf))).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  it('among moves that are fine, one with a damaged snapshot fails alone', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => given.instance({ to: BAC_GIANG })));
    await api.query(`update instance set snapshot = '{}' where id = $1`, [ids[3]]);
    const office = await api.as('bacgiang');
    const answers = await Promise.all(ids.map((id) => office.post<ErrorAnswer>(`/instances/${id}/moves`, acknowledge)));
    expect(answers.map((answer) => answer.status === 200)).toEqual(ids.map((_, place) => place !== 3));
    expect(await Promise.all(ids.map(versionOf))).toEqual(ids.map((_, place) => (place === 3 ? 0 : 1)));
  });

  it('among moves that are fine, one that the database refuses fails alone', async () => {
    await api.query(`
      create function refuse_one() returns trigger language plpgsql as
        $$ begin if new.payload->>'reason' = 'vấp' then raise exception 'refused'; end if; return new; end $$`);
    await api.query('create trigger refuse_one before insert on history for each row execute function refuse_one()');
    const ids = await Promise.all(Array.from({ length: 6 }, () => given.instance({ to: BAC_GIANG })));
    const centre = await api.as('ttt');
    const answers = await Promise.all(
      ids.map((id, place) =>
        centre.post(`/instances/${id}/moves`, {
          event: 'cancel',
          payload: { reason: place === 2 ? 'vấp' : 'Không còn cần' },
          expectedVersion: 0,
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 500, 200, 200, 200]);
    expect(await Promise.all(ids.map(versionOf))).toEqual([1, 1, 0, 1, 1, 1]);
    await api.query('drop trigger refuse_one on history');
  });
});
