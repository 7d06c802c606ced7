import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AmendedRow, ErrorAnswer, InstancePage, PlanAmendmentPage, PlanAmendments } from '@phancong/contracts';

import { importSeedPlan, prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';

/** Reading a document and amending hundreds of tasks take their time on a busy machine. */
jest.setTimeout(60_000);

const decision = () => readFile(join(__dirname, '../../../../../fixtures/amendments/decision-on-2025-table.txt'));

describe('amending a plan while it runs', () => {
  let api: TestApi;
  let officer: TestClient;
  let director: TestClient;
  let planId: string;
  let page: PlanAmendmentPage;
  beforeAll(async () => {
    api = await startTestApi({ name: 'plan amendments', today: '2025-06-12' });
    officer = await api.as('ttt');
    director = await api.as('ttt.giamdoc');
    planId = await prepareActivePlan(api);
  }, 120_000);
  afterAll(() => api.close());

  const upload = (who: TestClient, name: string, bytes: Buffer) =>
    who.upload<PlanAmendmentPage & ErrorAnswer>(`/plans/${planId}/amendments`, { name, bytes });
  const rowOf = (ref: string): AmendedRow => {
    const found = page.rows.find((row) => row.ref === ref);
    if (!found) throw new Error(`row ${ref} does not change`);
    return found;
  };
  const tasksOf = (ref: string) =>
    api.query<{ id: string; state: string; unit: string; due: string; signed: string; starts: string }>(
      `select i.id, i.state, i.to_unit_id as unit, i.due_on as due, i.signed_due_on as signed, i.starts_on as starts
       from instance i join plan_item item on item.id = i.item_id
       where i.plan_id = $1 and i.flow = 'task' and item.ref = $2 order by i.id`,
      [planId, ref],
    );
  const apply = (who: TestClient, part: object = {}) =>
    who.post<PlanAmendmentPage & ErrorAnswer>(`/plans/${planId}/amendments/${page.id}/apply`, {
      fingerprint: page.fingerprint,
      leftOut: [],
      seenDoubts: page.doubts.length,
      ...part,
    });

  it('reads the decision and shows what it does row by row, changing nothing', async () => {
    const { status, body } = await upload(officer, 'qd-1245.txt', await decision());
    expect(status).toBe(201);
    page = body;
    expect(page).toMatchObject({ kind: 'decision', number: '1245/QĐ-BHXH', state: 'draft', doubts: [] });
    expect(rowOf('I.5.3').differences).toMatchObject([{ kind: 'dropped' }]);
    expect(rowOf('I.5.3').work).toMatchObject({ cancelled: 63, born: 0 });
    expect(rowOf('I.1.1').work).toMatchObject({ cancelled: 0, redated: 1, born: 0 });
    expect(rowOf('I.7')).toMatchObject({ key: '+I.7', work: { born: 1 } });
    expect(rowOf('I.6').work.coordinations).toBe(1);
    expect((await tasksOf('I.5.3')).every(({ state }) => state === 'assigned')).toBe(true);
  });

  it('refuses the same file twice, and documents of plans that do not run', async () => {
    const again = await upload(officer, 'qd-1245.txt', await decision());
    expect(again).toMatchObject({ status: 409, body: { code: 'DUPLICATE_FILE' } });
    const { planId: draft } = await importSeedPlan(officer, ' ');
    const early = await officer.upload<ErrorAnswer>(`/plans/${draft}/amendments`, { name: 'a.txt', bytes: 'x' });
    expect(early).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    const asPlan = await officer.upload<ErrorAnswer>('/plans/import', { name: 'qd.txt', bytes: await decision() });
    expect(asPlan).toMatchObject({ status: 422, body: { code: 'AMENDMENT_FILE' } });
  });

  it('lets nobody else see or apply it, and not the uploader', async () => {
    const path = `/plans/${planId}/amendments/${page.id}`;
    expect((await (await api.as('bacgiang')).get(path)).status).toBe(404);
    expect((await (await api.as('bacgiang')).post(`${path}/apply`, {})).status).toBe(400);
    expect((await apply(await api.as('bacgiang'))).status).toBe(404);
    expect((await apply(await api.as('lanhdao'))).status).toBe(403);
    expect(await apply(officer)).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    const own = await upload(director, 'ban-khac.txt', Buffer.concat([await decision(), Buffer.from('\n')]));
    expect(own.body.obstacle?.vi).toContain('không được tự áp dụng');
    const aside = await director.post<PlanAmendmentPage>(`/plans/${planId}/amendments/${own.body.id}/discard`, {
      reason: 'Trùng với bản đã tải',
    });
    expect(aside.body).toMatchObject({ state: 'discarded', settledBy: 'Lê Quang Minh' });
    expect((await tasksOf('I.5.3')).every(({ state }) => state === 'assigned')).toBe(true);
  });

  it('does not apply what is not what was shown', async () => {
    const stale = await apply(director, { fingerprint: 'khác' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
  });

  it('applies all of it at once: table, version and running work', async () => {
    const [training] = await tasksOf('I.1.1');
    const [first] = await tasksOf('I.5.3');
    const { status, body } = await apply(director);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'applied', settledBy: 'Lê Quang Minh' });

    expect(new Set((await tasksOf('I.5.3')).map(({ state }) => state))).toEqual(new Set(['cancelled']));
    const cancelled = await (await api.as('ttt')).get<InstancePage>(`/instances/${first?.id}`);
    const why = cancelled.body.history.map((entry) => JSON.stringify(entry)).join();
    expect(why).toContain('Theo Quyết định số 1245/QĐ-BHXH: bãi bỏ mục I.5.3.');

    const [moved] = await tasksOf('I.1.1');
    expect(training).toMatchObject({ due: '2025-06-30' });
    expect(moved).toMatchObject({ id: training?.id, due: '2025-09-30', signed: '2025-09-30', starts: '2025-07-01' });
    const clocks = await api.query<{ fire_on: string }>(
      `select fire_on from due_row where instance_id = $1 and event = 'deadlinePassed'`,
      [moved?.id],
    );
    expect(clocks).toEqual([{ fire_on: '2025-10-01' }]);
    const events = await api.query<{ event: string }>(
      'select event from history where instance_id = $1 order by version',
      [moved?.id],
    );
    expect(events.map(({ event }) => event)).toEqual(['start', 'extended', 'amended']);

    const contest = await tasksOf('I.7');
    expect(contest).toMatchObject([{ state: 'assigned', unit: 'ttt', due: '2025-12-31' }]);
    const rows = await officer.get<{ items: { ref: string; kind: string }[] }>(`/plans/${planId}/rows?limit=100`);
    const refs = rows.body.items.filter(({ kind }) => kind === 'item').map(({ ref }) => ref);
    expect(refs).not.toContain('I.5.3');
    expect(refs[refs.indexOf('I.6') + 1]).toBe('I.7');
    const versions = await api.query<{ number: number; cause: string }>(
      'select number, cause from plan_version where plan_id = $1 order by number',
      [planId],
    );
    expect(versions).toEqual([
      { number: 1, cause: 'approved' },
      { number: 2, cause: 'amended' },
    ]);
  });

  it('gives the new leads their tasks and ends those of the old ones', async () => {
    // The IT centre of January became another unit in March: it is founded after the plan was activated.
    const lead = await tasksOf('I.2.3');
    expect(lead.map(({ unit, state }) => `${unit} ${state}`)).toEqual([
      'ttcntt cancelled',
      expect.stringMatching(/ assigned$/),
    ]);
    const helped = await tasksOf('I.6');
    const asked = await api.query<{ to_unit_id: string }>(
      `select c.to_unit_id from instance c where c.parent_id = any($1::uuid[]) and c.flow = 'coordination'`,
      [helped.map(({ id }) => id)],
    );
    expect(asked).toEqual([{ to_unit_id: 'vp' }]);
  });

  it('is applied once', async () => {
    expect(await apply(director)).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    const { body } = await officer.get<PlanAmendments>(`/plans/${planId}/amendments`);
    expect(body.items.map(({ state }) => state).sort()).toEqual(['applied', 'discarded']);
  });

  it('takes a whole new version too, and leaves out the rows that a person leaves out', async () => {
    const seed = (await readFile(join(__dirname, '../../../../../fixtures/plan-2025-table.txt'))).toString();
    const later = seed.replace('Hội nghị tập huấn nghiệp vụ', 'Hội nghị bồi dưỡng, tập huấn nghiệp vụ');
    const { status, body } = await upload(officer, 'ban-moi.txt', Buffer.from(later));
    expect(status).toBe(201);
    page = body;
    expect(page.kind).toBe('version');
    // The new table still has what the decision took away, and not what it brought.
    const kinds = new Map(page.rows.map((row) => [row.key, row.differences.map(({ kind }) => kind)]));
    expect(kinds.get('I.7')).toEqual(['dropped']);
    expect(kinds.get('+I.5.3')).toEqual(['added']);
    expect(kinds.get('I.1.1')).toEqual(expect.arrayContaining(['reworded', 'retimed']));
    const leftOut = page.rows.map(({ key }) => key).filter((key) => key !== 'I.7');
    const applied = await apply(director, { leftOut });
    expect(applied).toMatchObject({ status: 200, body: { state: 'applied' } });
    expect(await tasksOf('I.7')).toMatchObject([{ state: 'cancelled' }]);
    expect((await tasksOf('I.1.1'))[0]).toMatchObject({ due: '2025-09-30' });
  });
});
