import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  MoneyStage,
  type BudgetLine,
  type BudgetPage,
  type BudgetSummary,
  type ErrorAnswer,
  type MoveAnswer,
  type PlanRows,
} from '@phancong/contracts';

import { prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const line = (beneficiaryUnitId: string, quantity: number, unitPriceVnd: string): BudgetLine => ({
  content: 'Hội nghị truyền thông trực tiếp',
  unitOfMeasure: 'cuộc',
  quantity,
  unitPriceVnd,
  amountVnd: String(BigInt(quantity) * BigInt(unitPriceVnd)),
  beneficiaryUnitId,
});
const lines = [
  line('bac-giang-truoc-2025-07', 3, '15000000'),
  line('lao-cai-truoc-2025-07', 2, '20000000'),
  line('bac-giang-truoc-2025-07', 1, '5000000'),
];
const total = '90000000';

describe('the estimate of a row', () => {
  let api: TestApi;
  let planId: string;
  let budgetId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'budgets' });
    planId = await prepareActivePlan(api);
    const centre = await api.as('ttt');
    const { body } = await centre.get<PlanRows>(`/plans/${planId}/rows`);
    const itemId = body.items.find((row) => row.ref === 'I.1.2')?.itemId;
    const started = await centre.post<MoveAnswer>('/instances', {
      flow: 'budget',
      itemId,
      toUnitId: 'lanh-dao-bhxh-vn',
      input: { purpose: 'Hội nghị tại doanh nghiệp', appraiserUnitIds: ['vkhdt', 'vtckt'], payerUnitId: 'vtckt' },
    });
    expect(started.status).toBe(201);
    budgetId = started.body.id;
  }, 60_000);
  afterAll(() => api.close());

  const stateOf = async (id: string) =>
    (await api.query<{ state: string; version: number }>('select state, version from instance where id = $1', [id]))[0];
  const partOf = async (flow: string, unitId: string) => {
    const [row] = await api.query<{ id: string }>(
      `select id from instance where parent_id = $1 and flow = $2 and to_unit_id = $3 and phase = 'open'`,
      [budgetId, flow, unitId],
    );
    if (!row) throw new Error(`no ${flow} for ${unitId}`);
    return row.id;
  };
  const move = async (username: string, id: string, event: string, payload: object = {}) =>
    (await api.as(username)).post<MoveAnswer & ErrorAnswer>(`/instances/${id}/moves`, {
      event,
      payload,
      expectedVersion: (await stateOf(id))?.version,
    });
  const write = async (username: string, given: BudgetLine[]) =>
    (await api.as(username)).put<BudgetPage & ErrorAnswer>(`/budgets/${budgetId}/lines`, {
      lines: given,
      expectedVersion: (await stateOf(budgetId))?.version,
    });

  it('cannot be submitted while it has no lines', async () => {
    expect((await move('ttt', budgetId, 'submit', { totalVnd: '1' })).status).toBe(400);
  });

  it('is written by the submitter alone, and every sum is checked', async () => {
    expect((await write('khdt', lines)).status).toBe(404);
    expect((await write('lanhdao', lines)).status).toBe(403);
    const wrong = await write('ttt', [{ ...lines[0]!, amountVnd: '44999999' }]);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await write('ttt', lines)).toMatchObject({ status: 200, body: { totalVnd: total, mayEdit: true, lines } });
  });

  it('is submitted with the sum of its lines, whatever the client says', async () => {
    expect((await move('ttt', budgetId, 'submit', { totalVnd: '1' })).status).toBe(200);
    const [row] = await api.query<{ total: string }>(
      `select snapshot->'context'->>'totalVnd' as total from instance where id = $1`,
      [budgetId],
    );
    expect(row?.total).toBe(total);
    const late = await write('ttt', lines);
    expect(late).toMatchObject({ status: 409, body: { code: 'EVENT_NOT_EXPECTED' } });
  });

  it('is appraised by two departments side by side; one returns it and it comes back', async () => {
    expect((await move('khdt', await partOf('appraisal', 'vkhdt'), 'pass', { opinion: 'Đúng định mức.' })).status).toBe(
      200,
    );
    const returned = await move('tckt', await partOf('appraisal', 'vtckt'), 'return', { reason: 'Thiếu thuyết minh.' });
    expect(returned.status).toBe(200);
    expect((await stateOf(budgetId))?.state).toBe('returned');
    expect((await write('ttt', lines)).status).toBe(200);
    expect((await move('ttt', budgetId, 'submit')).status).toBe(200);
    for (const [username, unitId] of [
      ['khdt', 'vkhdt'],
      ['tckt', 'vtckt'],
    ] as const) {
      const passed = await move(username, await partOf('appraisal', unitId), 'pass', { opinion: 'Đồng ý.' });
      expect(passed.status).toBe(200);
    }
    expect((await stateOf(budgetId))?.state).toBe('awaitingApproval');
  });

  it('is approved by leadership, and the shares come from the lines', async () => {
    expect((await move('ttt.giamdoc', budgetId, 'approve')).status).toBe(403);
    const forged = { transfers: [{ unitId: 'lao-cai-truoc-2025-07', amountVnd: total }] };
    const bulk = await (
      await api.as('lanhdao')
    ).post('/moves', {
      event: 'approve',
      payload: forged,
      instances: [{ id: budgetId, expectedVersion: (await stateOf(budgetId))?.version }],
    });
    expect(bulk.status).toBe(403);
    expect((await move('lanhdao', budgetId, 'approve', forged)).status).toBe(200);
    const shares = await api.query(
      `select to_unit_id as unit, snapshot->'context'->>'amountVnd' as amount from instance
       where parent_id = $1 and flow = 'transfer' order by 1`,
      [budgetId],
    );
    expect(shares).toEqual([
      { unit: 'bac-giang-truoc-2025-07', amount: '50000000' },
      { unit: 'lao-cai-truoc-2025-07', amount: '40000000' },
    ]);
  });

  it('shows each beneficiary its own lines, the payer all of them, others nothing', async () => {
    const show = async (username: string) => (await api.as(username)).get<BudgetPage>(`/budgets/${budgetId}`);
    expect((await show('laocai')).body).toMatchObject({ totalVnd: '40000000', lines: [lines[1]], mayEdit: false });
    expect((await show('tckt')).body).toMatchObject({ totalVnd: total, lines });
    expect((await show('cntt')).status).toBe(404);
  });

  it('adds up what was estimated, approved, transferred and received', async () => {
    const sums = async (username: string) => {
      const { body } = await (await api.as(username)).get<BudgetSummary>(`/budgets?planId=${planId}`);
      const { estimated, approved, transferred, received } = body.sums;
      for (const stage of MoneyStage.options) {
        const parts = body.items.map(({ reached }) => BigInt(reached[stage]));
        expect(String(parts.reduce((sum, part) => sum + part, 0n))).toBe(body.sums[stage]);
      }
      return [estimated, approved, transferred, received, String(body.items.length)];
    };
    expect(await sums('ttt')).toEqual([total, total, '0', '0', '1']);
    const part = await partOf('transfer', 'bac-giang-truoc-2025-07');
    expect((await move('tckt', part, 'transfer', { orderNumber: 'UNC 12', on: '2025-01-15' })).status).toBe(200);
    expect(await sums('ttt')).toEqual([total, total, '50000000', '0', '1']);
    const received = await move('bacgiang', part, 'confirmReceipt', { on: '2025-01-15' });
    expect(received.status).toBe(200);
    expect(await sums('lanhdao')).toEqual([total, total, '50000000', '50000000', '1']);
    expect(await sums('bacgiang')).toEqual(['50000000', '50000000', '50000000', '50000000', '1']);
    expect(await sums('laocai')).toEqual(['40000000', '40000000', '0', '0', '1']);
    expect(await sums('cntt')).toEqual(['0', '0', '0', '0', '0']);
  });

  it('is opened from its row', async () => {
    const { body } = await (await api.as('ttt')).get<PlanRows>(`/plans/${planId}/rows`);
    const itemId = body.items.find((row) => row.ref === 'I.1.2')?.itemId;
    const page = await (await api.as('ttt')).get<{ budgets: { id: string }[] }>(`/plans/${planId}/rows/${itemId}`);
    expect(page.body.budgets.map((budget) => budget.id)).toEqual([budgetId]);
  });
});
