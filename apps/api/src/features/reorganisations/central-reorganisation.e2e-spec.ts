import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  MoveAnswer,
  PassageDecision,
  PlanRows,
  ReorganisationAnswer,
  ReorganisationDays,
  ReorganisationPreview,
  Session,
} from '@phancong/contracts';

import { prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { testPassword } from '../../testing/test-accounts.js';
import { TestClient } from '../../testing/test-client.js';

const day = '2025-03-01';
const digital = 'ttcntt-cds';

describe('1 March 2025 at headquarters: 21 units become 14 (Decision 391/QĐ-BTC)', () => {
  let api: TestApi;
  let planId: string;
  let budgetId: string;
  let decisions: PassageDecision[];
  beforeAll(async () => {
    api = await startTestApi({ name: 'central-reorganisation' });
    planId = await prepareActivePlan(api);
  }, 90_000);
  afterAll(() => api.close());

  const rows = <Row extends object>(text: string, values: unknown[] = []) =>
    api.query<Row & Record<string, unknown>>(text, values);
  const clientOf = async (username: string) => {
    const answer = await api.anonymous.post<Session>('/session', { username, password: testPassword });
    const server = (api.anonymous as unknown as { server: ConstructorParameters<typeof TestClient>[0] }).server;
    return new TestClient(server, { cookie: answer.cookie, csrfToken: answer.body.csrfToken });
  };
  const preview = async (body: object) =>
    (await (await api.as('lanhdao')).post<ReorganisationPreview>(`/reorganisations/${day}/preview`, body)).body;
  const apply = async (body: object) =>
    (await api.as('lanhdao')).post<ReorganisationAnswer & { code: string }>(`/reorganisations/${day}/apply`, body);

  it('begins with an estimate that both departments of money appraise', async () => {
    const centre = await api.as('ttt');
    const { body } = await centre.get<PlanRows>(`/plans/${planId}/rows`);
    const itemId = body.items.find((row) => row.ref === 'I.1.2')?.itemId;
    const started = await centre.post<MoveAnswer>('/instances', {
      flow: 'budget',
      itemId,
      toUnitId: 'lanh-dao-bhxh-vn',
      input: { purpose: 'Hội nghị tại doanh nghiệp', appraiserUnitIds: ['vkhdt', 'vtckt'], payerUnitId: 'vtckt' },
    });
    budgetId = started.body.id;
    const line = {
      content: 'Hội nghị',
      unitOfMeasure: 'cuộc',
      quantity: 2,
      unitPriceVnd: '15000000',
      amountVnd: '30000000',
      beneficiaryUnitId: 'lao-cai-truoc-2025-07',
    };
    await centre.put(`/budgets/${budgetId}/lines`, { lines: [line], expectedVersion: started.body.version });
    const submitted = await centre.post(`/instances/${budgetId}/moves`, {
      event: 'submit',
      payload: { totalVnd: '0' },
      expectedVersion: started.body.version,
    });
    expect(submitted.status).toBe(200);
  });

  it('asks who takes over where no act names a successor', async () => {
    await api.setToday(day);
    const { passages, obstacles, mayApply } = await preview({ decisions: [] });
    const undecided = passages.filter(({ to, work }) => to === null && Object.keys(work).length > 0);
    expect(undecided.map(({ from }) => from.id)).toContain('tcbhxh');
    expect(obstacles).toHaveLength(undecided.length);
    expect(mayApply).toBe(false);
    expect(await apply({})).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    decisions = undecided.map(({ from }) => ({ unitId: from.id, toUnitId: 'bttht' }));
    expect((await preview({ decisions })).mayApply).toBe(true);
  });

  it('lists the day with the work that waits there', async () => {
    const { body } = await (await api.as('lanhdao')).get<ReorganisationDays>('/reorganisations');
    expect(body.items.map((item) => item.on)).toEqual(expect.arrayContaining(['2025-07-01', day]));
    expect(body.items.find((item) => item.on === day)).toMatchObject({ runs: 0 });
    expect(body.items.find((item) => item.on === day)?.openWork).toBeGreaterThan(100);
  });

  it('gives one row of a unit elsewhere than the rest when a person says so', async () => {
    const [own] = await rows<{ id: string; item_id: string }>(
      `select id, item_id from instance where flow = 'coordination' and phase = 'open' and to_unit_id = 'tcbhxh' limit 1`,
    );
    const narrow = { unitId: 'tcbhxh', itemId: own?.item_id, toUnitId: digital };
    const answer = await apply({ decisions: [...decisions, narrow], document: 'Quyết định 391/QĐ-BTC' });
    expect(answer).toMatchObject({ status: 200, body: { already: false } });
    const led = await rows<{ to_unit_id: string; origin_unit_id: string; n: number }>(
      `select to_unit_id, origin_unit_id, count(*)::int as n from instance
       where phase = 'open' and origin_unit_id = 'tcbhxh' group by 1, 2`,
    );
    expect(led.map((row) => row.to_unit_id).toSorted()).toEqual(['bttht', digital]);
    expect(await rows(`select to_unit_id from instance where id = $1`, [own?.id])).toEqual([{ to_unit_id: digital }]);
  });

  it('hands the plan itself to the successor of the centre', async () => {
    expect(await rows('select owner_unit_id from plan')).toEqual([{ owner_unit_id: 'bttht' }]);
    const centre = await clientOf('ttt');
    expect((await centre.get(`/plans/${planId}`)).status).toBe(200);
  });

  it('leaves two seats of appraisal at one Ban, for two persons, and one seat for the next round', async () => {
    const seats = await rows<{ id: string; to_unit_id: string; version: number }>(
      `select id, to_unit_id, version from instance where parent_id = $1 and flow = 'appraisal' and phase = 'open'`,
      [budgetId],
    );
    expect(seats.map((seat) => seat.to_unit_id)).toEqual(['btckt', 'btckt']);
    const [budget] = await rows<{ appraisers: string[]; payer: string }>(
      `select snapshot->'context'->'appraiserUnitIds' as appraisers, snapshot->'context'->>'payerUnitId' as payer
       from instance where id = $1`,
      [budgetId],
    );
    expect(budget).toEqual({ appraisers: ['btckt'], payer: 'btckt' });
    for (const [place, username] of ['tckt.vutruong', 'khdt.vutruong'].entries()) {
      const seat = seats[place];
      const client = await clientOf(username);
      const { body } = await client.get<{ moves: { event: string; allowed: boolean }[] }>(`/instances/${seat?.id}`);
      expect(body.moves.some((offered) => offered.allowed)).toBe(true);
    }
  });
});
