import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Invitation, Person, PersonInvited, PersonPageList, SecurityEventPageList } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

type Refusable<Body> = Body & { code: string };

jest.setTimeout(30_000);

describe('people and their posts', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'people' });
    await api.query(`
      with one as (insert into person (username, full_name, password_hash)
                   select 'laocai.quantri', 'Giàng Seo Páo', password_hash from person where username = 'ttt' returning id)
      insert into post_holding (person_id, unit_id, post) select id, 'lao-cai-truoc-2025-07', 'administrator' from one`);
  }, 60_000);
  afterAll(() => api.close());

  const newcomer = (username: string, unitId = 'ttt', post = 'officer') => ({
    username,
    fullName: 'Đào Thị Mười',
    email: null,
    post: { unitId, post, validFrom: null, validTo: null },
  });
  const add = async (username: string, by = 'quantri', unitId = 'ttt') =>
    (await api.as(by)).post<Refusable<PersonInvited>>('/people', newcomer(username, unitId));
  const accept = (token: string, password: string) =>
    api.anonymous.post<{ code: string }>(`/invitations/${token}`, { password });
  const enter = (username: string, password: string) => api.anonymous.post('/session', { username, password });

  it('a newcomer chooses a password by a link that works once, and only a good one', async () => {
    const { body, status } = await add('dao.muoi');
    expect(status).toBe(201);
    expect(body.person).toMatchObject({ username: 'dao.muoi', hasPassword: false, posts: [{ unitId: 'ttt' }] });
    const { token } = body.invitation;
    expect(await enter('dao.muoi', '')).toMatchObject({ status: 400 });
    expect(await api.anonymous.get(`/invitations/${token}`)).toMatchObject({ body: { fullName: 'Đào Thị Mười' } });
    expect(await accept(token, 'qwertyuiop')).toMatchObject({ status: 422, body: { code: 'WEAK_PASSWORD' } });
    expect(await accept(token, 'hoa gạo tháng ba')).toMatchObject({ status: 204 });
    expect(await accept(token, 'một câu khác hẳn')).toMatchObject({ status: 404, body: { code: 'LINK_EXPIRED' } });
    expect(await enter('dao.muoi', 'hoa gạo tháng ba')).toMatchObject({ status: 200 });
  });

  it('a link used twice at the same moment works once; a newer link makes the older void', async () => {
    const { body } = await add('hai.lan');
    const both = await Promise.all([
      accept(body.invitation.token, 'câu thứ nhất dài'),
      accept(body.invitation.token, 'câu thứ hai dài'),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 404]);
    const admin = await api.as('quantri');
    const first = (await admin.post<Invitation>(`/people/${body.person.id}/invitation`)).body;
    const second = (await admin.post<Invitation>(`/people/${body.person.id}/invitation`)).body;
    expect(await accept(first.token, 'câu thứ ba rất dài')).toMatchObject({ status: 404 });
    expect(await accept(second.token, 'câu thứ ba rất dài')).toMatchObject({ status: 204 });
  });

  it('a closed account and an ended post are out at once', async () => {
    const { body } = await add('sap.nghi');
    await accept(body.invitation.token, 'hoa gạo tháng ba');
    const { cookie } = await enter('sap.nghi', 'hoa gạo tháng ba');
    const looks = () => api.anonymous.send({ method: 'GET', url: '/session', headers: { cookie } });
    expect(await looks()).toMatchObject({ status: 200 });
    const admin = await api.as('quantri');
    const { id, posts } = body.person;
    const ended = await admin.delete<Person>(`/people/${id}/posts/${posts[0]!.id}?expectedVersion=0`);
    expect(ended.body).toMatchObject({ version: 1, posts: [{ validTo: '2025-01-14' }] });
    expect(await looks()).toMatchObject({ status: 401 });
    const given = await admin.post<Person>(`/people/${id}/posts`, {
      post: { unitId: 'ttt', post: 'clerk', validFrom: null, validTo: null },
      expectedVersion: 1,
    });
    expect(given).toMatchObject({ status: 201, body: { version: 2 } });
    expect(await looks()).toMatchObject({ status: 200 });
    await admin.patch(`/people/${id}`, { disabled: true, expectedVersion: 2 });
    expect(await looks()).toMatchObject({ status: 401 });
    expect(await enter('sap.nghi', 'hoa gạo tháng ba')).toMatchObject({ status: 401 });
  });

  it('two administrators at once: the second is told, and nothing is overwritten', async () => {
    const { body } = await add('hai.nguoi.sua');
    const admin = await api.as('quantri');
    const rename = (fullName: string) =>
      admin.patch<Refusable<Person>>(`/people/${body.person.id}`, { fullName, expectedVersion: 0 });
    const both = await Promise.all([rename('Đào Thị Chín'), rename('Đào Thị Tám')]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('STALE_VERSION');
    const taken = await Promise.all([add('trung.ten'), add('trung.ten')]);
    expect(taken.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });

  it('the administrator of a province keeps its people alone, and gives nobody a post elsewhere', async () => {
    const local = await api.as('laocai.quantri');
    const { items } = (await local.get<PersonPageList>('/people')).body;
    expect(items.map(({ username }) => username).toSorted()).toEqual(['laocai', 'laocai.giamdoc', 'laocai.quantri']);
    expect(await add('nguoi.cua.tinh', 'laocai.quantri', 'lao-cai-truoc-2025-07')).toMatchObject({ status: 201 });
    expect(await add('nguoi.cua.ttt', 'laocai.quantri', 'ttt')).toMatchObject({ status: 400 });
    const [officer] = await api.query<{ id: string }>(`select id from person where username = 'ttt'`);
    const reach = [
      local.get(`/people/${officer!.id}`),
      local.patch(`/people/${officer!.id}`, { disabled: true, expectedVersion: 0 }),
      local.post(`/people/${officer!.id}/invitation`),
      local.post(`/people/${officer!.id}/posts`, {
        post: { unitId: 'lao-cai-truoc-2025-07', post: 'officer' },
        expectedVersion: 0,
      }),
    ];
    for (const answer of await Promise.all(reach)) expect(answer.status).toBe(404);
  });

  it('an administrator of a province cannot take over somebody who sits at headquarters as well', async () => {
    await api.query(`
      insert into post_holding (person_id, unit_id, post)
      select id, 'lao-cai-truoc-2025-07', 'officer' from person where username = 'lanhdao'`);
    const [leader] = await api.query<{ id: string }>(`select id from person where username = 'lanhdao'`);
    const answer = await (await api.as('laocai.quantri')).post(`/people/${leader!.id}/invitation`);
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });

  it('nobody gives himself a post, and the agency keeps an administrator', async () => {
    const admin = await api.as('quantri');
    const [self] = await api.query<{ id: string; version: number }>(
      `select id, version from person where username = 'quantri'`,
    );
    const promote = await admin.post<{ code: string }>(`/people/${self!.id}/posts`, {
      post: { unitId: 'lanh-dao-bhxh-vn', post: 'leader' },
      expectedVersion: self!.version,
    });
    expect(promote).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    await api.query(`
      with one as (insert into person (username, full_name, password_hash)
                   select 'quantri2', 'Quản trị hai', password_hash from person where username = 'ttt' returning id)
      insert into post_holding (person_id, unit_id, post) select id, 'bhxh-vn', 'administrator' from one`);
    const [second] = await api.query<{ id: string }>(`select id from person where username = 'quantri2'`);
    // Both are signed in before either closes the other's account.
    const [one, other] = [await api.as('quantri'), await api.as('quantri2')];
    const close = (by: typeof one, id: string) => by.patch(`/people/${id}`, { disabled: true, expectedVersion: 0 });
    const each = await Promise.all([close(one, second!.id), close(other, self!.id)]);
    expect(each.filter(({ status }) => status === 200)).toHaveLength(1);
    // Whoever was quicker: the administrator of the other stories is there again.
    await api.query(`update person set disabled_at = null where username = 'quantri'`);
    await api.signInAgain('quantri');
  });

  it.each([
    ['a control character', 'Đào\u0007 Mười'],
    ['letters that turn the line around', 'Đào \u202eiờưM'],
    ['invisible letters', 'Đào\u200bMười'],
    ['marks without end', `Đ${'\u0301'.repeat(200)}`],
    ['a thousand letters', 'Đ'.repeat(1000)],
    ['nothing but space', '   '],
  ])('refuses a name with %s', async (_, fullName) => {
    const answer = await (await api.as('quantri')).post('/people', { ...newcomer('ten.la'), fullName });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('everything stands in the security log, for administrators alone', async () => {
    const { body } = await (await api.as('quantri')).get<SecurityEventPageList>('/security-events?limit=200');
    const kinds = new Set(body.items.map(({ kind }) => kind));
    for (const kind of [
      'personAdded',
      'invited',
      'postGiven',
      'postEnded',
      'personChanged',
      'passwordSet',
      'refused',
    ]) {
      expect(kinds).toContain(kind);
    }
    const local = (await (await api.as('laocai.quantri')).get<SecurityEventPageList>('/security-events')).body;
    expect(new Set(local.items.map(({ unitName }) => unitName)).size).toBeLessThanOrEqual(3);
    expect(await (await api.as('ttt')).get('/security-events')).toMatchObject({ status: 403 });
    const [chained] = await api.query<{ n: number }>(
      `select count(*)::int as n from audit_entry where subject_kind = 'person' and action = 'personAdded'`,
    );
    expect(chained!.n).toBeGreaterThan(4);
  });
});
