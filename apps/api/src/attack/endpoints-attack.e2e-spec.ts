import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Delegation, OpenSessionList, Session } from '@phancong/contracts';

import { GivenWork } from '../testing/given-work.js';
import { startTestApi, type TestApi } from '../testing/start-test-api.js';
import type { TestClient } from '../testing/test-client.js';
import { inBatches, seatAttackers, units, type Attacker } from './attack-office.js';

jest.setTimeout(600_000);

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof methods)[number];

interface Schema {
  $ref?: string;
  example?: unknown;
}
interface OpenApi {
  paths: Record<string, Partial<Record<Method, { requestBody?: { content: Record<string, { schema: Schema }> } }>>>;
  components: { schemas: Record<string, Schema> };
}
interface Operation {
  name: string;
  method: Method;
  path: string;
  body: unknown;
}

/** Open before anybody signed in. */
const doors = new Set([
  'GET /health',
  'GET /ready',
  'GET /welcome',
  'GET /clock',
  'POST /session',
  'GET /session/identity',
  'GET /session/identity/callback',
  'GET /session/identity/leave',
  'GET /setup',
  'POST /setup',
  'GET /invitations/{token}',
  'POST /invitations/{token}',
]);

/** What names nobody else's things: it reads or changes what is the caller's own, or is common knowledge of the office. */
const own = new Set([
  'GET /session',
  'PUT /session/seat',
  'DELETE /session',
  'GET /sessions',
  'PUT /password',
  'GET /second-factor',
  'POST /second-factor',
  'PUT /second-factor',
  'DELETE /second-factor',
  'POST /second-factor/code',
  'POST /second-factor/recovery-codes',
  'GET /tokens',
  'POST /tokens',
  'GET /delegations',
  'POST /delegations',
  'GET /inbox',
  'GET /inbox/summary',
  'GET /instances',
  'POST /moves',
  'POST /moves/preview',
  'POST /moves/stream',
  'POST /moves/stop',
  'GET /notices',
  'GET /notices/bundle',
  'POST /notices/read',
  'GET /live',
  'GET /plans',
  'POST /files',
  'GET /flows',
  'GET /units',
  'GET /units/{id}',
  'GET /registry/events',
  'GET /registry/workbook',
  'GET /reorganisations',
  'GET /flows',
]);

/** The administrator of a province keeps its own people; nobody else in it sees them. */
const ofAdministrators = new Set([
  'GET /people',
  'POST /people',
  'GET /people/workbook',
  'POST /people/workbook',
  'POST /people/workbook/preview',
  'GET /security-events',
  'GET /webhooks',
  'POST /webhooks',
  'GET /dead-letters',
  'POST /dead-letters/retry',
  'POST /dead-letters/dismiss',
  'GET /dead-letters/dismissed',
  'GET /quarantine',
]);

const [answering, approving] = [
  ['head', 'deputy', 'leader', 'administrator'],
  ['head', 'leader', 'administrator'],
];

/**
 * What some posts do in every unit, for as much as their units may see: those who answer for a unit read its record of changes, those who
 * approve its own flows list and rehearse them, administrators check what they write.
 */
const byPost = new Map<string, readonly string[]>([
  ['GET /audit', answering],
  ['GET /audit/export.csv', answering],
  ['GET /own-flows', approving],
  ['POST /own-flows/rehearsals', approving],
  ['POST /own-flows/checks', ['administrator']],
]);

/** The clock of a demonstration is everybody's to step; a real one answers CLOCK_IS_REAL. */
const demonstration = new Set(['POST /clock/step']);

/** Kept by the agency and its leadership; the strangers here keep none of them. */
const keepers = new Set([
  'POST /registry/workbook',
  'POST /registry/preview',
  'POST /registry/events',
  'POST /reorganisations/{on}/preview',
  'POST /reorganisations/{on}/apply',
  'POST /plans/import',
  'POST /own-flows',
]);

const SECRET = 'Chuyện chỉ các bên được biết';

describe('every endpoint as every role', () => {
  let api: TestApi;
  let attackers: Attacker[];
  let operations: Operation[];
  let things: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi({ name: 'attack on endpoints' });
    attackers = await seatAttackers(api);
    const document = (await api.anonymous.get<OpenApi>('/openapi.json')).body;
    const exampleOf = (schema: Schema | undefined): unknown =>
      schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? '']?.example : schema?.example;
    operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
      methods.flatMap((method) => {
        const operation = byMethod[method];
        if (!operation) return [];
        const short = path.replace(/^\/api/, '');
        const body = exampleOf(operation.requestBody?.content['application/json']?.schema);
        return [{ name: `${method.toUpperCase()} ${short}`, method, path: short, body }];
      }),
    );
    things = await layThings();
  });
  afterAll(() => api.close());

  /** Something of others for every id that a path can name. */
  async function layThings(): Promise<Record<string, string>> {
    const work = await GivenWork.activePlan(api.sql, { owner: units.owner });
    await api.query(`update plan set title = $1`, [SECRET]);
    const task = await work.instance({ from: units.from, to: units.to });
    const target = await work.target(task, { metric: SECRET, min: 1, max: 2, unit: 'cuộc', period: 'năm' });
    const owner = await api.as('bacgiang');
    const evidence = await owner.post<{ id: string }>(`/instances/${task}/evidence`, {
      targetId: target,
      kind: 'conference',
      title: SECRET,
      happenedOn: '2025-01-10',
    });
    const file = await owner.upload<{ id: string }>('/files', { name: `${SECRET}.txt`, bytes: SECRET });
    const token = await owner.post<{ item: { id: string } }>('/tokens', { name: SECRET, scopes: ['read'], days: 9 });
    const session = (await owner.get<OpenSessionList>('/sessions')).body.items[0]!;
    const [head] = await api.query<{ id: string; person: string }>(
      `select h.id, h.person_id as person from post_holding h join person p on p.id = h.person_id
       where p.username = 'bacgiang.giamdoc'`,
    );
    const delegation = await owner.post<Delegation>('/delegations', {
      toPersonId: head!.person,
      validFrom: '2025-01-15',
      validTo: '2025-01-16',
      reason: SECRET,
    });
    const keeper = await api.as('quantri');
    const ownFlow = await keeper.post<{ id: string }>('/own-flows', { flow: 'question', unitId: units.to });
    await api.query(`update own_flow set document = jsonb_set(document::jsonb, '{words,vi}', to_jsonb($1::text))`, [
      SECRET,
    ]);
    const [doubt] = await api.query<{ id: string }>(
      `insert into doubt (plan_id, item_id, position, doubt) values ($1, $2, 1, '{}') returning id`,
      [work.planId, work.itemId],
    );
    const [receiver] = await api.query<{ id: string }>(
      `insert into webhook_receiver (id, name, url, events, flows, unit_id, person_id, secret)
       select new_id(), $1, 'https://lien-thong.example.gov.vn', '{work.moved}', '{}', 'bhxh-vn', id, '' from person limit 1
       returning id`,
      [SECRET],
    );
    return {
      webhooks: receiver!.id,
      plans: work.planId,
      budgets: task,
      instances: task,
      evidence: evidence.body.id,
      files: file.body.id,
      tokens: token.body.item.id,
      sessions: session.id,
      people: head!.person,
      'own-flows': ownFlow.body.id,
      quarantine: task,
      delegations: delegation.body.id,
      itemId: work.itemId,
      doubtId: doubt!.id,
      holdingId: head!.id,
      on: '2025-07-01',
    };
  }

  const addressOf = ({ path }: Operation) => {
    const place = path.split('/')[1] ?? '';
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => things[name] ?? things[place] ?? 'khong-co');
  };
  const send = (client: TestClient, operation: Operation) =>
    client.send<{ code?: string }>({
      method: operation.method.toUpperCase(),
      url: addressOf(operation) + (operation.name.startsWith('DELETE /people') ? '?expectedVersion=0' : ''),
      ...(operation.method === 'get' || operation.method === 'delete' ? {} : { payload: operation.body ?? {} }),
    });
  const fingerprint = async () =>
    (
      await api.query<{ state: string }>(`
        select md5(concat(
          (select string_agg(t::text, '' order by id) from instance t), (select string_agg(t::text, '' order by id) from plan t),
          (select string_agg(t::text, '' order by id) from plan_item t), (select string_agg(t::text, '' order by id) from doubt t),
          (select string_agg(t::text, '' order by id) from evidence t), (select string_agg(t::text, '' order by id) from person t),
          (select string_agg(t::text, '' order by id) from own_flow t),
          (select string_agg(t::text, '' order by id) from post_holding t), (select string_agg(t::text, '' order by id) from unit t),
          (select string_agg(t::text, '' order by id) from webhook_receiver t), (select count(*) from webhook_delivery),
          (select count(*) from delegation where ended_at is null), (select count(*) from invitation))) as state`)
    )[0]!.state;

  it('is named here as open, as the caller’s own, as kept, or as a thing of others: a new one has to be', () => {
    const unnamed = operations.filter(
      ({ name, path }) =>
        ![doors, own, keepers, ofAdministrators, byPost, demonstration].some((named) => named.has(name)) &&
        !/\{\w+\}|budgets$|^\/instances$/.test(path),
    );
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('refuses things of others with 403 or 404 and no trace of them, changes nothing, and never fails', async () => {
    const before = await fingerprint();
    const strangers = attackers.filter(({ standing }) => standing === 'stranger');
    const targets = operations.filter(({ name }) => !doors.has(name) && !own.has(name) && !demonstration.has(name));
    const wrong: string[] = [];
    const told = new Map<number, number>();
    const attacks = targets.flatMap((operation) => strangers.map((by) => ({ operation, by })));
    await inBatches(attacks, 20, async ({ operation, by }) => {
      if (ofAdministrators.has(operation.name) && by.post === 'administrator') return;
      const { status, body } = await send(by.client, operation);
      const mayRead = byPost.get(operation.name)?.includes(by.post) === true;
      told.set(status, (told.get(status) ?? 0) + 1);
      const name = `${by.post}: ${operation.name}`;
      // What is asked may be refused for its shape before anybody looks whom it is about.
      const expected = mayRead ? [200] : [400, 403, 404, 422];
      if (!expected.includes(status)) wrong.push(`${name} → ${status}`);
      if (JSON.stringify(body).includes(SECRET)) wrong.push(`${name} tells the secret`);
    });
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toBe(before);
    const counts = [...told].map(([status, n]) => `${n} × ${status}`).join(', ');
    process.stdout.write(
      `\nattack on endpoints: ${operations.length} operations, ${targets.length} on things of others × ${strangers.length} posts: ${counts}\n`,
    );
  });

  it('opens nothing to whoever is not signed in, has a forged cookie, or a token of another session', async () => {
    const wrong: string[] = [];
    const forged = [
      {},
      { cookie: 'phancong_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { cookie: `phancong_session=' or 1=1 --` },
      { cookie: `phancong_session=${'A'.repeat(5000)}` },
      { authorization: 'Bearer phancong_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { authorization: 'Basic dHR0OmtlLWhvYWNoLTIwMjU=' },
    ];
    const closed = operations.filter(({ name }) => !doors.has(name));
    await inBatches(
      closed.flatMap((operation) => forged.map((headers) => ({ operation, headers }))),
      20,
      async ({ operation, headers }) => {
        const { status } = await api.anonymous.send({
          method: operation.method.toUpperCase(),
          url: addressOf(operation),
          headers,
          ...(operation.method === 'get' || operation.method === 'delete' ? {} : { payload: {} }),
        });
        if (status !== 401) wrong.push(`${operation.name} ${JSON.stringify(headers).slice(0, 60)} → ${status}`);
      },
    );
    expect(wrong).toEqual([]);
  });

  it('changes nothing with the CSRF token of somebody else, and says so in the log', async () => {
    const wrong: string[] = [];
    const owner = await api.as('bacgiang');
    const { csrfToken } = (await owner.get<Session>('/session')).body;
    const other = await api.as('laocai');
    for (const operation of operations.filter(({ name, method }) => method !== 'get' && !doors.has(name))) {
      const answer = await other.send<{ code: string }>({
        method: operation.method.toUpperCase(),
        url: addressOf(operation),
        headers: { 'x-csrf-token': csrfToken },
        ...(operation.method === 'delete' ? {} : { payload: operation.body as object }),
      });
      if (answer.body.code !== 'CSRF_REJECTED') wrong.push(`${operation.name} → ${answer.status} ${answer.body.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('takes no field that it did not ask for: nobody writes his own post, owner or version', async () => {
    const keeper = await api.as('quantri');
    const [before] = await api.query<{ hash: string; id: string }>(
      `select password_hash as hash, id from person where username = 'cskh'`,
    );
    const edited = await keeper.patch(`/people/${before!.id}`, {
      fullName: 'Đỗ Thị Lan',
      expectedVersion: 0,
      username: 'lanhdao2',
      passwordHash: 'x',
      password_hash: 'x',
      posts: [{ unitId: 'lanh-dao-bhxh-vn', post: 'leader' }],
      version: 99,
    });
    expect(edited).toMatchObject({ status: 200, body: { username: 'cskh', version: 1 } });
    const [after] = await api.query(`select password_hash as hash, id from person where username = 'cskh'`);
    expect(after).toEqual(before);
    const task = things['instances']!;
    const moved = await (
      await api.as('bacgiang')
    ).post(`/instances/${task}/moves`, {
      event: 'acknowledge',
      expectedVersion: (await api.query<{ version: number }>('select version from instance where id = $1', [task]))[0]!
        .version,
      payload: { actor: { unitId: 'ttt', post: 'head' }, today: '2020-01-01' },
      actor: { unitId: 'ttt', post: 'head' },
      unitId: 'ttt',
    });
    expect([200, 400, 409]).toContain(moved.status);
    const rows = await api.query<{ unit_id: string; post: string; on_day: string }>(
      `select unit_id, post, on_day from history where instance_id = $1 and event = 'acknowledge'`,
      [task],
    );
    for (const row of rows) expect(row).toEqual({ unit_id: units.to, post: 'officer', on_day: '2025-01-15' });
  });

  it('does a request once: sent again it gets the first answer, with another body or by another person nothing', async () => {
    const work = await GivenWork.activePlan(api.sql, { owner: units.owner });
    const id = await work.instance({ from: units.from, to: units.to });
    const officer = await api.as('bacgiang');
    const headers = { 'idempotency-key': 'khoa-yeu-cau-1' };
    const body = { event: 'acknowledge', payload: {}, expectedVersion: 0 };
    const first = await officer.post(`/instances/${id}/moves`, body, headers);
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await officer.post(`/instances/${id}/moves`, body, headers)).body).toEqual(first.body);
    const other = await officer.post(`/instances/${id}/moves`, { ...body, event: 'startWork' }, headers);
    expect(other.status).toBeGreaterThanOrEqual(400);
    const stranger = await (await api.as('laocai')).post(`/instances/${id}/moves`, body, headers);
    expect(stranger.status).toBe(404);
    expect(await api.query('select version from instance where id = $1', [id])).toEqual([{ version: 1 }]);
  });

  it('does nothing more with a cookie after signing out', async () => {
    const answer = await api.anonymous.post<Session>('/session', { username: 'khdt', password: 'mật khẩu thử 2025' });
    const headers = { cookie: answer.cookie, 'x-csrf-token': answer.body.csrfToken };
    expect(await api.anonymous.send({ method: 'DELETE', url: '/session', headers })).toMatchObject({ status: 204 });
    expect(await api.anonymous.send({ method: 'GET', url: '/inbox', headers })).toMatchObject({ status: 401 });
  });
});
