import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BulkMoveLine, type BulkMoveAnswer, type InstancePage } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { BulkMovesService } from './bulk-moves.service.js';

const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

describe('a move on many tasks', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'bulk told' });
    given = await GivenWork.activePlan(api.sql);
  }, 60_000);
  afterAll(() => api.close());

  const tasks = async (count: number, to = BAC_GIANG) => given.copies(await given.instance({ to }), count);
  const many = (ids: readonly string[], event = 'acknowledge', payload = {}, expectedVersion = 0) => ({
    event,
    payload,
    instances: ids.map((id) => ({ id, expectedVersion })),
  });
  const told = async (body: object, key: string): Promise<BulkMoveLine[]> => {
    const office = await api.as('bacgiang');
    const answer = await office.post<string>('/moves/stream', body, { 'idempotency-key': key });
    expect(answer.status).toBe(200);
    return answer.body
      .trim()
      .split('\n')
      .map((line) => BulkMoveLine.parse(JSON.parse(line)));
  };
  const answerIn = (lines: BulkMoveLine[]): BulkMoveAnswer => {
    const last = lines.at(-1);
    if (!last || !('answer' in last)) throw new Error('The stream ended without its answer.');
    return last.answer;
  };

  it('tells how far it is, slice by slice, refusals counted, and the whole answer last', async () => {
    const [own, foreign] = [await tasks(1200), await tasks(3, LAO_CAI)];
    const lines = await told(many([...own, ...foreign]), 'hang-loat-1');
    const progress = lines.slice(0, -1);
    expect(progress[0]).toEqual({ moved: 0, refused: 0, total: 1203 });
    expect(progress.length).toBe(4);
    expect(progress.at(-1)).toEqual({ moved: 1200, refused: 3, total: 1203 });
    expect(answerIn(lines).moved).toHaveLength(1200);
    expect(answerIn(lines).refused.map(({ error }) => error.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    // Sent again, as after a lost line, it gets the first answer and moves nothing.
    expect(answerIn(await told(many([...own, ...foreign]), 'hang-loat-1'))).toEqual(answerIn(lines));
  }, 60_000);

  it('is stopped between slices: what is done is whole, what was left is named and as it was', async () => {
    const ids = await tasks(3000);
    const caller = await callerOf('bacgiang');
    const bulk = api.app.get(BulkMovesService);
    const office = await api.as('bacgiang');
    let stopping: Promise<unknown> | undefined;
    const answer = await bulk.moveMany(caller, many(ids), 'hang-loat-2', ({ moved }) => {
      if (moved > 0) stopping ??= office.post('/moves/stop', { key: 'hang-loat-2' });
    });
    await stopping;
    expect(answer.left?.length).toBeGreaterThan(0);
    expect(answer.moved.length + (answer.left?.length ?? 0)).toBe(3000);
    const rows = await api.query<{ state: string; count: number }>(
      `select state, count(*)::int as count from instance where id = any($1::uuid[]) group by state order by state`,
      [ids],
    );
    expect(rows).toEqual([
      { state: 'acknowledged', count: answer.moved.length },
      { state: 'assigned', count: answer.left?.length },
    ]);
    const again = await bulk.moveMany(caller, many(ids), 'hang-loat-2');
    expect(again.left).toEqual(answer.left);
  }, 60_000);

  it('nobody stops the move of somebody else', async () => {
    const ids = await tasks(600);
    expect((await (await api.as('laocai')).post('/moves/stop', { key: 'hang-loat-3' })).status).toBe(204);
    expect(answerIn(await told(many(ids), 'hang-loat-3')).moved).toHaveLength(600);
  }, 60_000);

  it('is taken back as a whole with a reason; what somebody moved on meanwhile is refused, and history keeps all', async () => {
    const ids = await tasks(20);
    const office = await api.as('bacgiang');
    const done = answerIn(await told(many(ids), 'hang-loat-4'));
    const [moved = ''] = ids;
    await office.post(`/instances/${moved}/moves`, { event: 'start', payload: {}, expectedVersion: 1 });
    const back = {
      event: 'withdrawAcknowledgement',
      payload: { reason: 'Tiếp nhận nhầm cả danh sách' },
      instances: done.moved.map(({ id, version }) => ({ id, expectedVersion: version })),
    };
    const answer = answerIn(await told(back, 'hang-loat-5'));
    expect(answer.moved).toHaveLength(19);
    expect(answer.refused).toEqual([
      expect.objectContaining({ id: moved, error: expect.objectContaining({ code: 'STALE_VERSION' }) }),
    ]);
    const page = (await office.get<InstancePage>(`/instances/${ids[1]}`)).body;
    expect(page.history.map(({ event }) => event)).toEqual(['withdrawAcknowledgement', 'acknowledge']);
    expect(page.history[0]?.payload).toEqual({ reason: 'Tiếp nhận nhầm cả danh sách' });
  }, 60_000);

  it('that is refused as a whole is an answer like every other', async () => {
    const office = await api.as('bacgiang');
    expect(await office.post('/moves/stream', { event: 'acknowledge', instances: [] })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED' },
    });
  });

  async function callerOf(username: string) {
    const [row] = await api.query<{ id: string; name: string; seat: string; unit: string; unit_name: string }>(
      `select p.id, p.full_name as name, h.id as seat, u.id as unit, u.name as unit_name
       from person p join post_holding h on h.person_id = p.id join unit u on u.id = h.unit_id where p.username = $1`,
      [username],
    );
    if (!row) throw new Error(`Nobody is called ${username}.`);
    return {
      actor: {
        personId: row.id,
        personName: row.name,
        unitId: row.unit,
        unitName: row.unit_name,
        post: 'officer' as const,
      },
      today: '2025-01-15',
      seatId: row.seat,
      sessionId: row.seat,
      csrfToken: '',
      expiresAt: new Date(8.64e15),
      strong: true,
      byIdentity: false,
    };
  }
});
