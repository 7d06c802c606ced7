import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, PlanPage, PlanReview, ReviewDoubt, ReviewItem } from '@phancong/contracts';

import { acceptAllDoubts, importSeedPlan, movePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

describe('reviewing a plan', () => {
  let api: TestApi;
  let officer: TestClient;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan review' });
    officer = await api.as('ttt');
    ({ planId } = await importSeedPlan(officer));
  }, 60_000);
  afterAll(() => api.close());

  const review = async () => (await officer.get<PlanReview>(`/plans/${planId}/review`)).body;
  const page = async () => (await officer.get<PlanPage>(`/plans/${planId}`)).body;
  const settle = (doubt: ReviewDoubt, answer: object) =>
    officer.post<ReviewDoubt | ErrorAnswer>(`/plans/${planId}/doubts/${doubt.id}/settle`, { answer });
  const itemOf = (all: PlanReview, ref: string): ReviewItem => {
    const found = all.items.find((item) => item.ref === ref);
    if (!found) throw new Error(`no row ${ref}`);
    return found;
  };
  const doubtOf = (all: PlanReview, ref: string, code: string, field: string): ReviewDoubt => {
    const found = all.doubts.find((doubt) => doubt.ref === ref && doubt.code === code && doubt.field === field);
    if (!found) throw new Error(`no doubt ${code} on ${ref}`);
    return found;
  };

  it('keeps what was read when a person corrects a row', async () => {
    const item = itemOf(await review(), 'I.6');
    const path = `/plans/${planId}/items/${item.id}`;
    const { status, body } = await officer.patch<ReviewItem>(path, {
      expectedVersion: 0,
      changes: { unitOfMeasure: '  cuộc ', title: 'Tư vấn trực tiếp'.normalize('NFD') },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, unitOfMeasure: 'cuộc', title: 'Tư vấn trực tiếp' });
    expect(body.edited.sort()).toEqual(['title', 'unitOfMeasure']);
    const [row] = await api.query<{ read: { title: string } }>('select read from plan_item where id = $1', [item.id]);
    expect(row?.read.title).toBe(item.title);
  });

  it('refuses to overwrite what somebody else corrected meanwhile', async () => {
    const item = itemOf(await review(), 'I.6');
    const answer = await officer.patch(`/plans/${planId}/items/${item.id}`, {
      expectedVersion: 0,
      changes: { unitOfMeasure: 'lượt' },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(itemOf(await review(), 'I.6').unitOfMeasure).toBe('cuộc');
  });

  it('writes a chosen value into the row: the timing of I.3.2 left blank', async () => {
    const doubt = doubtOf(await review(), 'I.3.2', 'INHERITED', 'timing');
    const blank = doubt.choices.findIndex((choice) => choice.value === null);
    expect((await settle(doubt, { kind: 'choose', position: blank })).status).toBe(200);
    const item = itemOf(await review(), 'I.3.2');
    expect(item.timing).toMatchObject({ text: null, windows: [] });
    expect(item.edited).toEqual(['timing']);
  });

  it('settles a name for the whole plan, with every doubt about it', async () => {
    const before = await review();
    const doubt = doubtOf(before, 'I.1.2', 'UNNAMED_UNIT', 'coordinators');
    const { body } = await settle(doubt, { kind: 'units', unitIds: ['vp', 'tcbhxh'] });
    expect(body).toMatchObject({ settledValue: ['vp', 'tcbhxh'], settledBy: 'Nguyễn Thu Hà' });
    const names = await api.query('select name, unit_ids from plan_name where plan_id = $1', [planId]);
    expect(names).toEqual([{ name: 'Các đơn vị liên quan', unit_ids: ['vp', 'tcbhxh'] }]);
    const still = (await review()).doubts.filter((each) => each.code === 'UNNAMED_UNIT' && each.settledAt === null);
    expect(still.map((each) => each.ref)).toEqual(['I.5.1.a', 'I.5.2']);
    expect(itemOf(await review(), 'I.1.2').coordinators).toEqual(itemOf(before, 'I.1.2').coordinators);
  });

  it('refuses answers that do not fit the doubt', async () => {
    const doubt = doubtOf(await review(), 'I.5.2', 'UNNAMED_UNIT', 'coordinators');
    for (const answer of [
      { kind: 'choose', position: 9 },
      { kind: 'units', unitIds: ['khong-co'] },
      { kind: 'other' },
    ]) {
      expect(await settle(doubt, answer)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('tells the plan how many doubts are open, so that it cannot be approved before they are settled', async () => {
    const { openDoubts } = await page();
    const [row] = await api.query<{ open: number }>(
      `select (snapshot->'context'->>'openDoubts')::int as open from instance where id = $1`,
      [planId],
    );
    expect(row?.open).toBe(openDoubts);
    expect((await movePlan(officer, planId, 'submitForReview')).status).toBe(200);
    const refused = await movePlan(await api.as('ttt.giamdoc'), planId, 'approve');
    expect(refused).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    await acceptAllDoubts(officer, planId);
    expect((await page()).openDoubts).toBe(0);
  });

  it('lets nobody else touch the review, and does not say that it exists', async () => {
    const item = itemOf(await review(), 'I.6');
    const change = { expectedVersion: item.version, changes: { title: 'Khác' } };
    const path = `/plans/${planId}/items/${item.id}`;
    expect((await (await api.as('bacgiang')).patch(path, change)).status).toBe(404);
    expect((await (await api.as('lanhdao')).patch(path, change)).status).toBe(403);
    const forged = `/plans/${planId}/items/0190a0a0-0000-7000-8000-000000000000`;
    expect((await officer.patch(forged, change)).status).toBe(404);
    expect((await officer.patch(`/plans/${planId}/items/khong-phai-ma`, change)).status).toBe(400);
  });

  it('is approved once when two heads approve at the same moment', async () => {
    const head = await api.as('ttt.giamdoc');
    const { version } = await page();
    const approve = () =>
      head.post<ErrorAnswer>(`/instances/${planId}/moves`, { event: 'approve', payload: {}, expectedVersion: version });
    const answers = await Promise.all([approve(), approve()]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('STALE_VERSION');
    expect((await page()).state).toBe('approved');
  });

  it('keeps its words once it is approved', async () => {
    const item = itemOf(await review(), 'I.6');
    const answer = await officer.patch(`/plans/${planId}/items/${item.id}`, {
      expectedVersion: item.version,
      changes: { title: 'Muộn' },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'EVENT_NOT_EXPECTED' } });
  });
});
