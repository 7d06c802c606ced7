import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApiTokenMade } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

jest.setTimeout(30_000);

describe('a key of another system', () => {
  let api: TestApi;
  let task: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'api tokens' });
    task = await (await GivenWork.activePlan(api.sql)).instance({ to: 'bac-giang-truoc-2025-07' });
  }, 60_000);
  afterAll(() => api.close());

  const make = async (scopes: string[], username = 'bacgiang') =>
    (await (await api.as(username)).post<ApiTokenMade>('/tokens', { name: 'Cổng báo cáo', scopes, days: 30 })).body;
  const withKey = (token: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    api.anonymous.send<{ code: string }>({ method, url, payload, headers: { authorization: `Bearer ${token}` } });
  const acknowledge = (token: string) =>
    withKey(token, 'POST', `/instances/${task}/moves`, { event: 'acknowledge', expectedVersion: 0 });

  it('reads what its person sees, and moves nothing when it may only read', async () => {
    const { token } = await make(['read']);
    expect(await withKey(token, 'GET', `/instances/${task}`)).toMatchObject({ status: 200 });
    expect(await acknowledge(token)).toMatchObject({ status: 403, body: { code: 'TOKEN_SCOPE' } });
    expect((await api.query('select version from instance where id = $1', [task]))[0]).toEqual({ version: 0 });
  });

  it('moves work in the seat of its person, without a CSRF token', async () => {
    const { token } = await make(['work']);
    expect(await withKey(token, 'GET', '/inbox')).toMatchObject({ status: 403, body: { code: 'TOKEN_SCOPE' } });
    expect(await acknowledge(token)).toMatchObject({ status: 200 });
  });

  it.each([
    ['GET', '/people'],
    ['POST', '/people'],
    ['GET', '/sessions'],
    ['GET', '/tokens'],
    ['POST', '/tokens'],
    ['GET', '/security-events'],
    ['GET', '/delegations'],
    ['POST', '/delegations'],
  ] as const)('never does %s %s, whatever its scopes', async (method, path) => {
    const { token } = await make(['read', 'work', 'plans']);
    const answer = await withKey(token, method, path, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'TOKEN_SCOPE' } });
  });

  it('ends when it is revoked, when its day comes, and with the post of its person', async () => {
    const client = await api.as('bacgiang');
    const revoked = await make(['read']);
    expect(await (await api.as('laocai')).delete(`/tokens/${revoked.item.id}`)).toMatchObject({ status: 404 });
    await client.delete(`/tokens/${revoked.item.id}`);
    const old = await make(['read']);
    await api.query(`update api_token set expires_at = now() where id = $1`, [old.item.id]);
    const posted = await make(['read'], 'laocai');
    await api.query(`update post_holding set valid_to = '2025-01-14' where unit_id = 'lao-cai-truoc-2025-07'`);
    for (const { token } of [revoked, old, posted]) {
      expect(await withKey(token, 'GET', '/inbox')).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    }
  });

  it('is stored as a hash alone', async () => {
    const { token } = await make(['read']);
    const [row] = await api.query<{ text: string }>(`select string_agg(t::text, ' ') as text from api_token t`);
    expect(row!.text).not.toContain(token.slice(9));
  });
});
