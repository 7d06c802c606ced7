import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Evidence,
  InstancePage,
  MoveAnswer,
  OwnFlow,
  PlanRows,
  PlanUnitsOnDay,
  ReorganisationAnswer,
  ReorganisationPreview,
  Session,
  UnitPage,
} from '@phancong/contracts';

import { prepareActivePlan } from '../../testing/plan-stories.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { testPassword } from '../../testing/test-accounts.js';
import { TestClient } from '../../testing/test-client.js';

const bacGiang = 'bac-giang-truoc-2025-07';
const bacNinhBefore = 'bac-ninh-truoc-2025-07';
const bacNinh = 'bac-ninh-tu-2025-07';
const day = '2025-07-01';

describe('1 July 2025 on the running plan of 2025', () => {
  let api: TestApi;
  let planId: string;
  let doneTask: string;
  let meetings: string;
  let handOff: string;
  let ownFlow: string;

  beforeAll(async () => {
    api = await startTestApi({ name: 'reorganisation' });
    planId = await prepareActivePlan(api);
  }, 90_000);
  afterAll(() => api.close());

  const one = async <Row extends object>(text: string, values: unknown[] = []) => {
    const [row] = await api.query<Row & Record<string, unknown>>(text, values);
    if (!row) throw new Error(`nothing found: ${text}`);
    return row;
  };
  const count = async (text: string, values: unknown[] = []) =>
    (await one<{ n: number }>(`select count(*)::int as n ${text}`, values)).n;
  const move = async (username: string, id: string, event: string, payload: object = {}) => {
    const { version } = await one<{ version: number }>('select version from instance where id = $1', [id]);
    const answer = await (
      await api.as(username)
    ).post(`/instances/${id}/moves`, { event, payload, expectedVersion: version });
    expect({ event, status: answer.status }).toEqual({ event, status: 200 });
  };
  const taskOf = (unitId: string, ref: string) =>
    one<{ id: string }>(
      `select i.id from instance i join plan_item p on p.id = i.item_id
       where i.flow = 'task' and i.to_unit_id = $1 and p.ref = $2 order by i.due_on limit 1`,
      [unitId, ref],
    ).then((row) => row.id);
  const signInAgain = async (username: string) => {
    const answer = await api.anonymous.post<Session>('/session', { username, password: testPassword });
    expect(answer.status).toBe(200);
    const server = (api.anonymous as unknown as { server: ConstructorParameters<typeof TestClient>[0] }).server;
    return {
      session: answer.body,
      client: new TestClient(server, { cookie: answer.cookie, csrfToken: answer.body.csrfToken }),
    };
  };
  const leaders = () => api.as('lanhdao');
  const apply = async (body: object = { document: 'Nghị quyết 202/2025/QH15' }) =>
    (await leaders()).post<ReorganisationAnswer & { code?: string }>(`/reorganisations/${day}/apply`, body);
  const standing = async () =>
    one<{ instances: number; tasks: number; targets: number; low: number; high: number; clocks: number }>(`
      select (select count(*) from instance)::int as instances, (select count(*) from instance where flow = 'task')::int as tasks,
             (select count(*) from target)::int as targets, (select sum(min) from target)::float as low,
             (select sum(max) from target)::float as high, (select count(*) from due_row)::int as clocks`);

  it('finds work in every stage on the eve', async () => {
    // Done in February by Bắc Giang: history that must stay its own.
    doneTask = await one<{ id: string }>(
      `select i.id from instance i where i.flow = 'task' and i.to_unit_id = $1
         and not exists (select from instance c where c.parent_id = i.id and c.flow = 'checkpoint') limit 1`,
      [bacGiang],
    ).then((row) => row.id);
    for (const event of ['acknowledge', 'start']) await move('bacgiang', doneTask, event);
    await move('bacgiang', doneTask, 'report', { summary: 'Đã thực hiện xong.' });
    await move('ttt', doneTask, 'accept');

    // Conferences of the year, under way and proved.
    meetings = await taskOf(bacGiang, 'I.1.2');
    for (const event of ['acknowledge', 'start']) await move('bacgiang', meetings, event);
    const { id: targetId } = await one<{ id: string }>('select id from target where task_id = $1 limit 1', [meetings]);
    const proved = await (
      await api.as('bacgiang')
    ).post<Evidence>(`/instances/${meetings}/evidence`, {
      targetId,
      kind: 'conference',
      title: 'Hội nghị tại Việt Yên',
      happenedOn: '2025-01-14',
      quantity: 3,
    });
    expect(proved.status).toBe(201);
    const offered = await (
      await api.as('bacgiang')
    ).post<MoveAnswer>('/instances', {
      flow: 'handoff',
      parentId: meetings,
      toUnitId: 'ttt',
      input: { product: 'Ảnh hội nghị', note: null, link: null, fileId: null },
    });
    expect(offered.status).toBe(201);
    handOff = offered.body.id;

    const { body } = await (await api.as('ttt')).get<PlanRows>(`/plans/${planId}/rows`);
    const itemId = body.items.find((row) => row.ref === 'I.1.2')?.itemId;
    const budget = await (
      await api.as('ttt')
    ).post<MoveAnswer>('/instances', {
      flow: 'budget',
      itemId,
      toUnitId: 'lanh-dao-bhxh-vn',
      input: { purpose: 'Hội nghị tại doanh nghiệp', appraiserUnitIds: ['vkhdt', 'vtckt'], payerUnitId: 'vtckt' },
    });
    const lines = [bacGiang, bacNinhBefore].map((beneficiaryUnitId) => ({
      content: 'Hội nghị',
      unitOfMeasure: 'cuộc',
      quantity: 2,
      unitPriceVnd: '15000000',
      amountVnd: '30000000',
      beneficiaryUnitId,
    }));
    const written = await (
      await api.as('ttt')
    ).put(`/budgets/${budget.body.id}/lines`, { lines, expectedVersion: budget.body.version });
    expect(written.status).toBe(200);
  });

  it('finds an office that coordinates in a way of its own', async () => {
    const keeper = await api.as('quantri');
    const { body: draft } = await keeper.post<OwnFlow>('/own-flows', { flow: 'coordination', unitId: bacGiang });
    const step = async (username: string, name: string, { id, edition }: OwnFlow) =>
      (await api.as(username)).post<OwnFlow>(`/own-flows/${id}/steps`, {
        step: name,
        reason: null,
        expectedEdition: edition,
      });
    const { body: submitted } = await step('quantri', 'submit', draft);
    expect((await step('bacgiang.giamdoc', 'release', submitted)).body).toMatchObject({ state: 'released' });
    ownFlow = draft.id;
  });

  it('shows before the day what would move, and lets nobody apply it yet', async () => {
    await api.setToday('2025-06-20');
    const { body } = await (
      await leaders()
    ).post<ReorganisationPreview>(`/reorganisations/${day}/preview`, { decisions: [] });
    expect(body.passages).toHaveLength(63);
    expect(body.passages.every((passage) => passage.to !== null)).toBe(true);
    const line = body.passages.find((passage) => passage.from.id === bacGiang);
    expect(line).toMatchObject({ to: { id: bacNinh }, frozen: 1, people: 2, beneficiaryVnd: '30000000' });
    expect(line?.work).toMatchObject({ task: 25, handoff: 1 });
    const quota = body.quotas.find((entry) => entry.to.id === bacNinh && entry.ref === 'I.1.2');
    expect(quota?.parts.map((part) => part.from.name)).toEqual(['BHXH tỉnh Bắc Giang', 'BHXH tỉnh Bắc Ninh']);
    expect(quota).toMatchObject({ sumMin: 20, sumMax: 24, counted: 3 });
    expect(body.ownFlows).toMatchObject([{ unit: { id: bacGiang }, flow: 'coordination' }]);
    expect(body.mayApply).toBe(false);
    expect(body.obstacles.map((words) => words.vi)).toEqual([
      'Chưa đến ngày 01/07/2025: có thể xem trước, chưa áp dụng được.',
    ]);
    expect(await apply()).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
    expect(await count('from unit_passage')).toBe(0);
  });

  it('shows an administrator of the agency the work of all, as it would move', async () => {
    const whole = (await (await leaders()).post<ReorganisationPreview>(`/reorganisations/${day}/preview`, {})).body;
    await api.query(
      `insert into post_holding (person_id, unit_id, post)
       select id, 'bhxh-vn', 'administrator' from person where username = 'cskh'`,
    );
    await api.query(
      `delete from post_holding h using person p where p.id = h.person_id and p.username = 'cskh' and h.post <> 'administrator'`,
    );
    const { client, session } = await signInAgain('cskh');
    expect(session.actor.post).toBe('administrator');
    const seen = await client.post<ReorganisationPreview>(`/reorganisations/${day}/preview`, {});
    expect(seen.body.work).toEqual(whole.work);
    expect(seen.body.quotas).toEqual(whole.quotas);
  });

  it('is not for a province, the centre or an officer', async () => {
    await api.setToday(day);
    for (const username of ['bacgiang', 'bacgiang.giamdoc', 'ttt', 'ttt.giamdoc']) {
      const client = await api.as(username);
      expect((await client.get('/reorganisations')).status).toBe(403);
      expect((await client.post(`/reorganisations/${day}/preview`, { decisions: [] })).status).toBe(403);
      expect((await client.post(`/reorganisations/${day}/apply`, {})).status).toBe(403);
    }
    expect(await count('from reorganisation')).toBe(0);
  });

  it('refuses a receiving unit that is not in being, and names the place', async () => {
    const answer = await apply({ decisions: [{ unitId: bacGiang, toUnitId: bacNinhBefore }] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('leaves everything as it was when it breaks off midway', async () => {
    await api.query(
      `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`,
    );
    await api.query(
      'create trigger break_off before insert on post_holding for each statement execute function break_off()',
    );
    expect((await apply()).status).toBe(500);
    await api.query('drop trigger break_off on post_holding');
    expect(await count(`from instance where phase = 'open' and to_unit_id = $1`, [bacNinh])).toBe(0);
    expect(await count('from unit_passage')).toBe(0);
    expect(await count(`from history where event = 'reorganised'`)).toBe(0);
  });

  it('moves all open work in one go: nothing lost, nothing doubled', async () => {
    const before = await standing();
    const open = await count(`from instance where phase = 'open' and plan_id = $1`, [planId]);
    const answer = await apply();
    expect(answer.status).toBe(200);
    const { run } = answer.body;
    expect(run?.before).toMatchObject({ open: run?.after.open, targets: run?.after.targets });
    expect(await standing()).toEqual(before);
    expect(before.tasks).toBe(1660);
    expect(await count(`from instance where phase = 'open' and plan_id = $1`, [planId])).toBe(open);

    const ended = `select id from unit where valid_to = '2025-06-30'`;
    expect(
      await count(`from instance where phase = 'open' and (from_unit_id in (${ended}) or to_unit_id in (${ended}))`),
    ).toBe(0);
    expect(
      await count(`from (select distinct to_unit_id from instance i join unit u on u.id = i.to_unit_id
      where i.flow = 'task' and i.phase = 'open' and u.kind = 'provincialOffice') x`),
    ).toBe(34);
    const moved = Object.values(run?.moved ?? {}).reduce((sum, n) => sum + n, 0);
    expect(await count('from unit_passage')).toBe(moved);
    expect(await count(`from history where event = 'reorganised'`)).toBe(moved);
    expect(
      await count(`from instance i where i.version <> (select max(version) from history h where h.instance_id = i.id)`),
    ).toBe(0);
    expect(await count(`from instance where phase = 'open' and holder_unit_id in (${ended})`)).toBe(0);
    expect(
      await one(`select beneficiary_unit_id as paid, sum(amount_vnd)::int as vnd, count(distinct origin_unit_id)::int as sources
                 from budget_line group by 1`),
    ).toEqual({ paid: bacNinh, vnd: 60_000_000, sources: 2 });
  });

  it('keeps the two tasks of a row apart at the successor, each with its own target and proof', async () => {
    const { client, session } = await signInAgain('bacgiang');
    expect(session.actor.unitId).toBe(bacNinh);
    const { body } = await client.get<InstancePage>(`/instances/${meetings}`);
    expect(body.line).toMatchObject({ to: { id: bacNinh }, origin: { id: bacGiang }, state: 'inProgress' });
    expect(body.targets.map((target) => target.counted)).toContain(3);
    expect(body.targets).toHaveLength(await count('from target where task_id = $1', [meetings]));
    expect(body.history[0]).toMatchObject({
      event: 'reorganised',
      words: { vi: 'Chuyển theo sắp xếp đơn vị' },
      payload: { document: 'Nghị quyết 202/2025/QH15', toBefore: bacGiang, toAfter: bacNinh },
    });
    const product = await client.get<InstancePage>(`/instances/${handOff}`);
    expect(product.body.line.from.id).toBe(bacNinh);
    const twins = await count(
      `from instance i join plan_item p on p.id = i.item_id
       where i.flow = 'task' and i.to_unit_id = $1 and p.ref = 'I.1.2'`,
      [bacNinh],
    );
    expect(twins).toBe(2);
  });

  it('lets the successor go on where its predecessor stood, and read what it left behind', async () => {
    const { client } = await signInAgain('bacgiang');
    const { body } = await client.get<InstancePage>(`/instances/${doneTask}`);
    expect(body.line).toMatchObject({ to: { id: bacGiang }, state: 'accepted' });
    expect(body.moves.filter((offered) => offered.allowed)).toEqual([]);
    const waiting = await one<{ id: string; version: number }>(
      `select id, version from instance where flow = 'task' and state = 'assigned' and to_unit_id = $1 limit 1`,
      [bacNinh],
    );
    const taken = await client.post(`/instances/${waiting.id}/moves`, {
      event: 'acknowledge',
      payload: {},
      expectedVersion: waiting.version,
    });
    expect(taken.status).toBe(200);
  });

  it('stops the own workflow of the ended office, in the record, and lets its successor copy it', async () => {
    const runs = (await (await leaders()).post<ReorganisationPreview>(`/reorganisations/${day}/preview`, {})).body.runs;
    expect(runs[0]?.stoppedFlows).toBe(1);
    expect(await one('select state from own_flow where id = $1', [ownFlow])).toEqual({ state: 'stopped' });
    const recorded = await one<{ action: string; full_name: string }>(
      `select a.action, p.full_name from audit_entry a join person p on p.id = a.person_id
       where a.subject_id = $1 order by a.at desc limit 1`,
      [ownFlow],
    );
    expect(recorded.action).toBe('flowStopped');
    const copied = await (
      await api.as('quantri')
    ).post<OwnFlow>('/own-flows', { flow: 'coordination', unitId: bacNinh, fromId: ownFlow });
    expect(copied.body).toMatchObject({ state: 'draft', unit: { id: bacNinh } });
  });

  it('gives the successor fresh days to receive what nobody had received', async () => {
    const reminders = await api.query<{ fire_on: string; n: number }>(
      `select d.fire_on, count(*)::int as n from due_row d join instance i on i.id = d.instance_id
         join unit u on u.id = i.to_unit_id
       where i.flow = 'task' and i.state = 'assigned' and u.valid_from = $1 and d.event = 'acknowledgeReminder' group by 1`,
      [day],
    );
    expect(reminders.map((row) => row.fire_on)).toEqual(['2025-07-04']);
    expect(reminders[0]?.n).toBeGreaterThan(1500);
  });

  it('seats whoever is signed in at the successor; nobody acts for the old unit any more', async () => {
    const { body } = await (await api.as('bacgiang')).get<Session>('/session');
    expect(body.actor.unitId).toBe(bacNinh);
    expect(
      await count(
        `from post_holding h join unit u on u.id = h.unit_id
         where u.valid_to = '2025-06-30' and (h.valid_to is null or h.valid_to > u.valid_to)`,
      ),
    ).toBe(0);
  });

  it('still shows the old units in a report on the eve, and the new ones from the day on', async () => {
    const centre = await api.as('ttt');
    const reportOn = async (asked: string) =>
      (await centre.get<PlanUnitsOnDay>(`/plans/${planId}/units?day=${asked}`)).body.units;
    const [eve, after] = [await reportOn('2025-06-30'), await reportOn(day)];
    const total = (units: PlanUnitsOnDay['units']) => units.reduce((sum, { counts }) => sum + counts.total, 0);
    expect(total(eve)).toBe(1660);
    expect(total(after)).toBe(1660);
    expect(eve.filter(({ unit }) => unit.id.endsWith('-truoc-2025-07'))).toHaveLength(63);
    expect(eve.some(({ unit }) => unit.id.endsWith('-tu-2025-07'))).toBe(false);
    expect(after.filter(({ unit }) => unit.id.endsWith('-tu-2025-07'))).toHaveLength(34);
    // What Bắc Giang finished stays its own, on every day.
    expect(after.find(({ unit }) => unit.id === bacGiang)?.counts).toMatchObject({ total: 1, doneOnTime: 1 });
    const page = await (await leaders()).get<UnitPage>(`/units/${bacGiang}?asOf=2025-06-30`);
    expect(page.body.counts?.total).toBe(26);
    expect((await (await leaders()).get<UnitPage>(`/units/${bacGiang}`)).body.counts?.total).toBe(1);
  });

  it('changes nothing when it is pressed again', async () => {
    const versions = () => one(`select sum(version)::int as sum from instance`);
    const before = await versions();
    expect((await apply()).body).toMatchObject({ already: true, run: { on: day } });
    expect(await versions()).toEqual(before);
    expect(await count('from reorganisation')).toBe(1);
  });
});
