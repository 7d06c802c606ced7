import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  NoticeList,
  FlowCheck,
  FlowDocument,
  FlowLegends,
  FlowVersion,
  InstancePage,
  MoveAnswer,
  OwnFlow,
  OwnFlows,
  RehearsalAnswer,
} from '@phancong/contracts';

import { flows } from '@phancong/workflows';

import { GivenWork } from '../../testing/given-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { fanOut } from '../activation/fan-out.js';
import { FlowRegistry } from './flow-registry.service.js';

jest.setTimeout(60_000);

const bacGiang = 'bac-giang-truoc-2025-07';
const laoCai = 'lao-cai-truoc-2025-07';

/** Bắc Giang's way: what its officer writes goes to the director before it leaves the province. */
function withSignature(shipped: FlowDocument): FlowDocument {
  const { states, events, moves } = structuredClone(shipped);
  return {
    ...shipped,
    words: { vi: 'Phối hợp có trình ký', en: 'Coordination with a signature' },
    notices: {
      ownSigned: { vi: 'Lãnh đạo {by} đã ký gửi «{title}».', en: 'The head of {by} signed “{title}”.' },
    },
    states: {
      ...states,
      toSign: {
        words: { vi: 'Trình lãnh đạo', en: 'Before the director' },
        holder: 'to',
        phase: 'open',
        tone: 'amber',
        remindAfterWorkingDays: 2,
        tellsWhenLate: false,
      },
    },
    events: {
      ...events,
      sign: {
        words: { vi: 'Ký, gửi đi', en: 'Sign and send' },
        by: ['to'],
        posts: ['head'],
        asks: [],
        tone: 'primary',
        bulk: false,
      },
      rewrite: {
        words: { vi: 'Trả lại để sửa', en: 'Send back' },
        by: ['to'],
        posts: ['head'],
        asks: [{ part: 'reason', required: true }],
        tone: 'plain',
        bulk: false,
      },
    },
    moves: [
      ...moves.map((move) => (move.event === 'contribute' ? { ...move, to: 'toSign', tells: [] } : move)),
      {
        from: 'toSign',
        event: 'sign',
        to: 'contributed',
        handsIn: false,
        byAnotherPerson: true,
        goesBack: false,
        takesBack: false,
        onlyAfterDue: false,
        onlyWithProof: false,
        tells: [{ to: 'from', notice: 'ownSigned' }],
      },
      {
        from: 'toSign',
        event: 'rewrite',
        to: 'acknowledged',
        handsIn: false,
        byAnotherPerson: false,
        goesBack: true,
        takesBack: false,
        onlyAfterDue: false,
        onlyWithProof: false,
        tells: [],
      },
      ...moves
        .filter(({ event, from }) => event === 'cancel' && from === 'acknowledged')
        .map((move) => ({ ...move, from: 'toSign' })),
    ],
  };
}

/** The version that the product ships. */
const national = flows.coordination.version;

interface Refused {
  code: string;
  message: { vi: string };
}

describe('a province that coordinates in its own way', () => {
  let api: TestApi;
  let work: GivenWork;
  let taskId: string;

  beforeAll(async () => {
    api = await startTestApi({ name: 'own flows', role: 'all' });
    work = await GivenWork.activePlan(api.sql);
    taskId = await work.started({ to: 'ttcntt', dueOn: '2025-03-31', input: { openCheckpoints: 0 } });
    await (
      await api.as('cntt')
    ).post(`/instances/${taskId}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
  }, 90_000);
  afterAll(() => api.close());

  const copy = async (unitId: string | null, flow = 'coordination') =>
    (await api.as('quantri')).post<OwnFlow & Refused>('/own-flows', { flow, unitId });
  const step = async (who: string, flow: Pick<OwnFlow, 'id' | 'edition'>, name: string, reason: string | null = null) =>
    (await api.as(who)).post<OwnFlow & Refused>(`/own-flows/${flow.id}/steps`, {
      step: name,
      reason,
      expectedEdition: flow.edition,
    });
  const save = async (who: string, flow: Pick<OwnFlow, 'id' | 'edition'>, document: unknown) =>
    (await api.as(who)).put<OwnFlow & Refused>(`/own-flows/${flow.id}`, { document, expectedEdition: flow.edition });
  const ask = async (toUnitId: string) => {
    const { body } = await (
      await api.as('cntt')
    ).post<MoveAnswer>('/instances', {
      flow: 'coordination',
      parentId: taskId,
      toUnitId,
      input: { request: 'Cung cấp số liệu thu tại địa phương' },
    });
    return body.id;
  };
  const page = async (who: string, id: string) =>
    (await (await api.as(who)).get<InstancePage>(`/instances/${id}`)).body;
  const move = async (who: string, id: string, event: string, payload: object = {}) => {
    const { line } = await page(who, id);
    const answer = await (
      await api.as(who)
    ).post<MoveAnswer & Refused>(`/instances/${id}/moves`, {
      event,
      payload,
      expectedVersion: line.version,
    });
    return { status: answer.status, state: answer.body.state, code: answer.body.code };
  };
  const release = async (unitId: string | null, change: (document: FlowDocument) => FlowDocument) => {
    const copied = (await copy(unitId)).body;
    const saved = (await save('quantri', copied, change(copied.document))).body;
    expect(saved.faults).toEqual([]);
    const submitted = (await step('quantri', saved, 'submit')).body;
    return (await step(unitId === null ? 'lanhdao' : 'bacgiang.giamdoc', submitted, 'release')).body;
  };

  it('works by the flow that its director approved, and the others by the national one', async () => {
    const before = await ask(bacGiang);
    const released = await release(bacGiang, withSignature);
    expect(released).toMatchObject({ state: 'released', machineVersion: 1001, unit: { id: bacGiang } });

    const [here, there] = [await ask(bacGiang), await ask(laoCai)];
    expect(await page('bacgiang', here)).toMatchObject({
      machineVersion: 1001,
      line: { machineVersion: 1001, state: 'requested' },
    });
    expect(await page('laocai', there)).toMatchObject({ machineVersion: national, line: { state: 'requested' } });

    const contribution = { note: 'Số liệu quý I kèm theo' };
    for (const [officer, id] of [
      ['bacgiang', here],
      ['bacgiang', before],
      ['laocai', there],
    ] as const) {
      expect(await move(officer, id, 'acknowledge')).toMatchObject({ status: 200, state: 'acknowledged' });
    }
    expect(await move('bacgiang', here, 'contribute', contribution)).toMatchObject({ state: 'toSign' });
    expect(await move('laocai', there, 'contribute', contribution)).toMatchObject({ state: 'contributed' });
    // What was asked before the release runs on as it was born.
    expect(await move('bacgiang', before, 'contribute', contribution)).toMatchObject({ state: 'contributed' });

    const waiting = await page('bacgiang', here);
    expect(waiting.moves.find(({ event }) => event === 'sign')).toMatchObject({
      allowed: false,
      why: { vi: expect.stringContaining('lãnh đạo đơn vị') },
    });
    expect(await move('bacgiang', here, 'sign')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(await move('bacgiang.giamdoc', here, 'rewrite', { reason: 'Thiếu huyện Sơn Động' })).toMatchObject({
      state: 'acknowledged',
    });
    expect(await move('bacgiang', here, 'contribute', contribution)).toMatchObject({ state: 'toSign' });
    expect(await move('bacgiang.giamdoc', here, 'sign')).toMatchObject({ state: 'contributed' });
    // The unit that asked hears it in the words of the province.
    const heard = async () =>
      (await (await api.as('cntt')).get<NoticeList>('/notices')).body.items.map(({ newest }) => newest.words.vi);
    for (let tries = 0; tries < 50 && !(await heard()).some((words) => words.includes('đã ký gửi')); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await heard()).toContainEqual(expect.stringMatching(/^Lãnh đạo .*Bắc Giang.* đã ký gửi «/));
    expect(await move('cntt', here, 'confirm')).toMatchObject({ state: 'confirmed' });
    expect((await page('cntt', here)).history.map(({ words }) => words.vi)).toContain('Ký, gửi đi');
    const breaches = await findBreaches(api.sql.engine, work.planId, { joined: false });
    expect(breaches.filter((breach) => breach.includes(here))).toEqual([]);
  });

  it('is asked by activation in its own flow, too, in the same statement as the others', async () => {
    const chooseVersion = await api.app.get(FlowRegistry).chooser();
    const window = { label: null, startsOn: '2025-01-01', dueOn: '2025-06-30', standing: false, periods: [] };
    await api.sql.transaction((runner) =>
      fanOut(runner, {
        planId: work.planId,
        ownerUnitId: 'ttt',
        duties: [
          {
            itemId: work.itemId,
            window: { ...window, label: 'Quý II' },
            leadUnitIds: ['ttcntt'],
            coordinatorUnitIds: [bacGiang, laoCai],
            targets: [],
          },
        ],
        today: '2025-01-15',
        personId: null,
        post: null,
        chooseVersion,
      }),
    );
    const rows = await api.query<{ unit: string; version: number; clocks: number }>(
      `select i.to_unit_id as unit, i.machine_version as version,
              (select count(*)::int from due_row d where d.instance_id = i.id) as clocks
       from instance i where i.flow = 'coordination' and i.period_label = 'Quý II' order by 1`,
    );
    expect(rows).toEqual([
      { unit: bacGiang, version: 1001, clocks: 1 },
      { unit: laoCai, version: national, clocks: 1 },
    ]);
  });

  it('is worded on every screen by what the server sends', async () => {
    const officer = await api.as('laocai');
    const { items } = (await officer.get<FlowLegends>('/flows')).body;
    expect(items.find(({ id, version }) => id === 'coordination' && version === 1001)?.states['toSign']).toEqual({
      words: { vi: 'Trình lãnh đạo', en: 'Before the director' },
      tone: 'amber',
    });
    const own = (await officer.get<FlowVersion>('/flows/coordination/1001')).body;
    expect(own.diagram.nodes.map(({ id }) => id)).toContain('toSign');
    expect(own.document.words.vi).toBe('Phối hợp có trình ký');
    expect((await officer.get('/flows/coordination/1')).status).toBe(404);
  });

  it('gets a new version in the place of the old one, and goes back to the national one when it stops', async () => {
    const second = await release(bacGiang, (document) => ({
      ...document,
      words: { vi: 'Phối hợp bản hai', en: 'Second' },
    }));
    expect(second.machineVersion).toBe(1002);
    const { items } = (await (await api.as('quantri')).get<OwnFlows>('/own-flows')).body;
    expect(
      items.filter(({ unit }) => unit?.id === bacGiang).map(({ machineVersion, state }) => [machineVersion, state]),
    ).toEqual(
      expect.arrayContaining([
        [1001, 'replaced'],
        [1002, 'released'],
      ]),
    );
    expect(await page('bacgiang', await ask(bacGiang))).toMatchObject({ machineVersion: 1002 });
    expect(await step('quantri', second, 'stop')).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(await page('bacgiang', await ask(bacGiang))).toMatchObject({ machineVersion: national });
  });

  it('follows the flow of the agency where it has none of its own', async () => {
    const whole = await release(null, (document) => ({
      ...document,
      words: { vi: 'Phối hợp toàn Ngành', en: 'Whole' },
    }));
    const id = await ask(laoCai);
    expect(await page('laocai', id)).toMatchObject({ machineVersion: whole.machineVersion });
    await step('quantri', whole, 'stop');
  });

  it('is not approved by whoever wrote it, nor by a stranger, nor changed once it is submitted', async () => {
    const copied = (await copy(bacGiang)).body;
    const submitted = (await step('quantri', copied, 'submit')).body;
    expect(await step('quantri', submitted, 'release')).toMatchObject({
      status: 409,
      body: { code: 'GUARD_REFUSED', message: { vi: expect.stringContaining('không được tự phê duyệt') } },
    });
    expect((await save('quantri', submitted, submitted.document)).status).toBe(409);
    expect((await step('laocai.giamdoc', submitted, 'release')).status).toBe(404);
    expect((await step('bacgiang', submitted, 'release')).status).toBe(403);
    expect((await step('bacgiang.giamdoc', submitted, 'return')).body.code).toBe('VALIDATION_FAILED');
    const returned = await step('bacgiang.giamdoc', submitted, 'return', 'Thêm bước trình ký');
    expect(returned.body).toMatchObject({ state: 'draft', returnReason: 'Thêm bước trình ký' });
    expect((await step('quantri', returned.body, 'discard')).body.state).toBe('discarded');
  });

  it('cannot be approved by its writer in the table itself either, and a released version stays as it is', async () => {
    const copied = (await copy(bacGiang)).body;
    await expect(
      api.query(
        `update own_flow set state = 'released', machine_version = 1500, settled_by = changed_by where id = $1`,
        [copied.id],
      ),
    ).rejects.toThrow('own_flow_second_person_check');
    await expect(api.query(`update own_flow set document = '{}' where machine_version = 1001`)).rejects.toThrow(
      'was released and is not changed',
    );
    await expect(api.sql.engine.rows({ name: 'x', text: 'delete from own_flow' })).rejects.toThrow('permission denied');
  });

  it('two administrators who save the same edition: the second one is told', async () => {
    const copied = (await copy(null)).body;
    expect((await save('quantri', copied, copied.document)).status).toBe(200);
    expect(await save('quantri', copied, copied.document)).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION' },
    });
  });

  it('is refused while it has faults, each told as a story; a draft keeps them', async () => {
    const copied = (await copy(bacGiang)).body;
    const forgotten = structuredClone(copied.document);
    delete forgotten.states['requested']!.remindAfterWorkingDays;
    delete forgotten.states['requested']!.remindWith;
    const saved = (await save('quantri', copied, forgotten)).body;
    expect(saved.faults.map(({ story }) => story.vi)).toEqual([
      '«Đề nghị phối hợp, chờ tiếp nhận» có thể bị bỏ quên: không có mốc nhắc.',
    ]);
    expect(saved.diagram?.nodes.length).toBe(6);
    expect(Object.keys(saved.document.states)).toEqual(Object.keys(flows.coordination.states));
    expect(await step('quantri', saved, 'submit')).toMatchObject({ status: 422, body: { code: 'FLOW_NOT_SOUND' } });
  });

  it('is checked, drawn and rehearsed without being kept', async () => {
    const client = await api.as('quantri');
    const { document } = (await copy(bacGiang)).body;
    const checked = (await client.post<FlowCheck>('/own-flows/checks', { document })).body;
    expect([checked.faults, checked.diagram?.nodes.length]).toEqual([[], 6]);
    const nonsense = (await client.post<FlowCheck>('/own-flows/checks', { document: { base: '<b>' } })).body;
    expect(nonsense.faults.length).toBeGreaterThan(0);
    const rehearsed = await client.post<RehearsalAnswer>('/own-flows/rehearsals', {
      document: withSignature(document),
      startsOn: '2025-05-05',
      dueOn: '2025-05-30',
      steps: [
        { kind: 'move', seat: 'toOfficer', event: 'acknowledge', payload: {} },
        { kind: 'move', seat: 'toOfficer', event: 'contribute', payload: { note: 'x' } },
        { kind: 'wait', until: '2025-05-08' },
      ],
    });
    expect(rehearsed.body.scenes.map(({ state }) => state)).toEqual(['requested', 'acknowledged', 'toSign', 'toSign']);
    expect(rehearsed.body.offers.toHead.find(({ event }) => event === 'sign')?.allowed).toBe(true);
  });

  it.each(['task', 'budget', 'plan'])('a %s cannot be copied: a table cannot say what it does', async (flow) => {
    expect(await copy(null, flow)).toMatchObject({ status: 409, body: { code: 'GUARD_REFUSED' } });
  });

  it.each(['ttt', 'bacgiang', 'ttt.vanthu', 'cntt'])('%s neither sees nor makes own flows', async (who) => {
    const client = await api.as(who);
    expect((await client.get('/own-flows')).status).toBe(403);
    expect((await client.post('/own-flows', { flow: 'coordination', unitId: bacGiang })).status).toBe(403);
    expect((await client.post('/own-flows/checks', { document: {} })).status).toBe(403);
  });

  it('leaves what was tampered with unlearnt: its work is set aside, other work goes on', async () => {
    await release(bacGiang, (document) => document);
    const id = await ask(bacGiang);
    await api.query(`alter table own_flow disable trigger own_flow_kept`);
    await api.query(
      `update own_flow set machine_version = 1900, document = jsonb_set(document::jsonb, '{words,vi}', '"Sửa lén"') where state = 'released'`,
    );
    await api.query('update instance set machine_version = 1900 where id = $1', [id]);
    await api.query(`alter table own_flow enable trigger own_flow_kept`);
    expect(await move('bacgiang', id, 'acknowledge')).toMatchObject({ status: 409, code: 'INSTANCE_DAMAGED' });
    expect(await page('bacgiang', id)).toMatchObject({ damaged: true, moves: [] });
    expect(await page('bacgiang', await ask(bacGiang))).toMatchObject({ machineVersion: national });
  });

  it('keeps every step in the record of changes', async () => {
    const rows = await api.query<{ action: string }>(
      `select distinct action from audit_entry where subject_kind = 'flow' order by 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'flowChanged',
      'flowCopied',
      'flowDiscarded',
      'flowDraft',
      'flowReleased',
      'flowReplaced',
      'flowStopped',
      'flowSubmitted',
    ]);
  });
});
