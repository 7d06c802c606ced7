import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkMoveAnswer, BulkMovePreview, ErrorAnswer, MoveAnswer } from '@phancong/contracts';

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

describe('one request that moves many', () => {
  let api: TestApi;
  let given: GivenWork;
  const many = (ids: string[], payload = {}) => ({
    event: 'cancel',
    payload: { reason: 'Không còn cần', ...payload },
    instances: ids.map((id) => ({ id, expectedVersion: 0 })),
  });
  const tasks = async (count: number) => given.copies(await given.instance({ to: BAC_GIANG }), count);
  const countMoved = async (ids: string[]) =>
    (
      await api.query<{ n: number }>('select count(*)::int n from instance where version = 1 and id = any($1)', [ids])
    )[0]?.n;

  beforeAll(async () => {
    api = await startTestApi({ name: 'bulk moves', today: '2025-01-15' });
    given = await GivenWork.activePlan(api.sql);
  });
  afterAll(() => api.close());

  it('says in the history where each move came from, and in the security log what of a list was refused', async () => {
    const [one, two, hidden] = [
      await given.instance({ to: BAC_GIANG }),
      await given.instance({ to: BAC_GIANG }),
      await given.instance({ to: 'lao-cai-truoc-2025-07' }),
    ];
    const office = await api.as('bacgiang');
    const acknowledge = { event: 'acknowledge', payload: {} };
    await office.post(`/instances/${one}/moves`, { ...acknowledge, expectedVersion: 0 });
    const instances = [two, hidden].map((id) => ({ id, expectedVersion: 0 }));
    const { body } = await office.post<BulkMoveAnswer>('/moves', { ...acknowledge, instances });
    expect(body.refused).toMatchObject([{ id: hidden, error: { code: 'NOT_FOUND' } }]);
    const key = await office.post<{ token: string }>('/tokens', { name: 'Cổng', scopes: ['work'], days: 1 });
    const start = { event: 'start', payload: {}, expectedVersion: 1 };
    const headers = { authorization: `Bearer ${key.body.token}` };
    const byKey = await api.anonymous.post(`/instances/${one}/moves`, start, headers);
    expect(byKey.status).toBe(200);
    const rows = await api.query<{ origin: string }>(
      `select origin from history where instance_id = any($1) and version > 0 order by instance_id = $2, version`,
      [[one, two], two],
    );
    expect(rows.map(({ origin }) => origin)).toEqual(['screen', 'token', 'bulk']);
    const logged = await api.query(
      `select code, request, address is not null as placed from security_event where about = $1`,
      [hidden],
    );
    expect(logged).toEqual([{ code: 'NOT_FOUND', request: 'POST /api/moves', placed: true }]);
  });

  it('is previewed first: the same checks, nothing written', async () => {
    const [own, foreign] = [await tasks(3), crypto.randomUUID()];
    const centre = await api.as('ttt');
    const { body } = await centre.post<BulkMovePreview>('/moves/preview', many([...own, foreign]));
    expect(body.allowed.toSorted()).toEqual(own.toSorted());
    expect(body.refused).toMatchObject([{ id: foreign, error: { code: 'NOT_FOUND' } }]);
    expect(await countMoved(own)).toBe(0);
    const office = await api.as('bacgiang');
    const refused = await office.post<BulkMovePreview>('/moves/preview', many(own));
    expect(refused.body).toMatchObject({
      allowed: [],
      refused: own.map((id) => ({ id, error: { code: 'NOT_ALLOWED' } })),
    });
  });

  it('carries more than one statement takes, each instance with one row of history', async () => {
    const ids = await tasks(1200);
    const centre = await api.as('ttt');
    const { body } = await centre.post<BulkMoveAnswer>('/moves', many(ids));
    expect(body.refused).toEqual([]);
    expect(body.moved).toHaveLength(1200);
    const [history] = await api.query<{ n: number }>(
      'select count(*)::int n from history where instance_id = any($1)',
      [ids],
    );
    expect(history?.n).toBe(1200);
  }, 30_000);

  it('waits for what somebody else holds, and moves it when it is free', async () => {
    const ids = await tasks(5);
    const centre = await api.as('ttt');
    let free = () => {};
    let isHeld = () => {};
    const holding = new Promise<void>((resolve) => (isHeld = resolve));
    const held = api.sql.transaction(async (runner) => {
      await runner.rows({ name: 'hold', text: 'select 1 from instance where id = $1 for update' }, [ids[2]]);
      isHeld();
      await new Promise<void>((resolve) => (free = resolve));
    });
    await holding;
    const answering = centre.post<BulkMoveAnswer>('/moves', many(ids));
    while ((await countMoved(ids)) !== 4) await new Promise((resolve) => setTimeout(resolve, 10));
    free();
    await held;
    expect((await answering).body).toMatchObject({ refused: [], moved: { length: 5 } });
  });

  it('goes on where it broke off when it is sent again, and tells the outcome of both', async () => {
    const ids = await tasks(700);
    await api.query(`
      create function break_off() returns trigger language plpgsql as
        $$ begin if new.instance_id = '${ids[650]}' then raise exception 'broken off'; end if; return new; end $$`);
    await api.query('create trigger break_off before insert on history for each row execute function break_off()');
    const centre = await api.as('ttt');
    const key = { 'idempotency-key': 'huy-hang-loat' };
    expect((await centre.post('/moves', many(ids), key)).status).toBe(500);
    expect(await countMoved(ids)).toBe(500);
    await api.query('drop trigger break_off on history');
    const { body } = await centre.post<BulkMoveAnswer>('/moves', many(ids), key);
    expect(body.refused).toEqual([]);
    expect(body.moved.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect((await centre.post<BulkMoveAnswer>('/moves', many(ids), key)).body).toEqual(body);
  }, 30_000);
});
