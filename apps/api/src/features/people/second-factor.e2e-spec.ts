import { randomBytes } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Person, PersonPageList, RecoveryCodes, SecondFactorStarted, Session } from '@phancong/contracts';
import { Secret, TOTP } from 'otpauth';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { testPassword } from '../../testing/test-accounts.js';
import { TestClient } from '../../testing/test-client.js';

jest.setTimeout(30_000);

/** The code of an authenticator; `steps` from now, as clocks differ. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

describe('a second factor', () => {
  let api: TestApi;
  const secrets = new Map<string, string>();
  beforeAll(async () => {
    api = await startTestApi({
      name: 'second factor',
      settings: {
        PHANCONG_SECRET_KEY: randomBytes(32).toString('base64'),
        PHANCONG_SECOND_FACTOR_FOR: 'administrator, appraiser',
      },
    });
  }, 60_000);
  afterAll(() => api.close());
  afterEach(() => api.query('delete from sign_in_tries'));

  const enter = (username: string, code?: string, password = testPassword) =>
    api.anonymous.post<Session & { code: string }>('/session', { username, password, ...(code && { code }) });
  const clientOf = async (username: string, code?: string) => {
    const { cookie, body } = await enter(username, code);
    return new TestClient(api.app.getHttpAdapter().getInstance(), { cookie, csrfToken: body.csrfToken });
  };
  const enrol = async (client: TestClient, username: string) => {
    const { body } = await client.post<SecondFactorStarted>('/second-factor', { password: testPassword });
    secrets.set(username, body.secret);
    // The step before: the present one is left for signing in.
    return client.put<RecoveryCodes & { code: string }>('/second-factor', { code: codeOf(body.secret, -1) });
  };

  it('is not begun without the password, and not on before a first code of the device', async () => {
    const client = await api.as('cskh');
    expect(await client.post('/second-factor', { password: 'sai' })).toMatchObject({ status: 401 });
    const begun = await client.post<SecondFactorStarted>('/second-factor', { password: testPassword });
    expect(begun.body.address).toMatch(/^otpauth:\/\/totp\/Ph%C3%A2n%20C%C3%B4ng:cskh\?/);
    expect(await client.put('/second-factor', { code: '000000' })).toMatchObject({ body: { code: 'WRONG_CODE' } });
    expect(await enter('cskh')).toMatchObject({ status: 200 });
  });

  it('is asked at sign-in once it is on, signs the other browsers out, and its secret is not readable in the database', async () => {
    const left = await clientOf('cntt');
    expect(await enrol(await clientOf('cntt'), 'cntt')).toMatchObject({ status: 200 });
    expect(await left.get('/session')).toMatchObject({ status: 401 });
    expect(await enter('cntt')).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_ASKED' } });
    // Whoever does not know the password is not told that there is one.
    expect(await enter('cntt', undefined, 'sai')).toMatchObject({ body: { code: 'WRONG_PASSWORD' } });
    expect(await enter('cntt', codeOf(secrets.get('cntt')!))).toMatchObject({ status: 200 });
    const [stored] = await api.query<{ secret: Buffer }>(
      'select secret from second_factor where confirmed_at is not null',
    );
    expect(stored!.secret.toString('latin1')).not.toContain(secrets.get('cntt'));
  });

  it('takes no code twice, not even at the same moment, and none of long ago', async () => {
    await enrol(await clientOf('khdt'), 'khdt');
    const secret = secrets.get('khdt')!;
    const both = await Promise.all([enter('khdt', codeOf(secret)), enter('khdt', codeOf(secret))]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
    expect(await enter('khdt', codeOf(secret))).toMatchObject({ body: { code: 'WRONG_CODE' } });
    expect(await enter('khdt', codeOf(secret, -1))).toMatchObject({ body: { code: 'WRONG_CODE' } });
    expect(await enter('khdt', codeOf(secret, -5))).toMatchObject({ body: { code: 'WRONG_CODE' } });
    expect(await enter('khdt', codeOf(secret, 1))).toMatchObject({ status: 200 });
  });

  it('cannot be guessed: after five codes the door is shut, also for the right one', async () => {
    await enrol(await clientOf('tckt'), 'tckt');
    const codes: string[] = [];
    for (let round = 0; round < 6; round += 1) codes.push((await enter('tckt', '000000')).body.code);
    expect(codes).toEqual([...Array(5).fill('WRONG_CODE'), 'SIGN_IN_LOCKED']);
    expect(await enter('tckt', codeOf(secrets.get('tckt')!))).toMatchObject({ status: 429 });
  });

  it('opens once with each recovery code, however it is typed, and writes it into the log', async () => {
    const { body } = await enrol(await clientOf('laocai'), 'laocai');
    expect(new Set(body.codes).size).toBe(10);
    const [first = '', second = ''] = body.codes;
    expect(await enter('laocai', first.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 200 });
    expect(await enter('laocai', first)).toMatchObject({ body: { code: 'WRONG_CODE' } });
    const client = await clientOf('laocai', second);
    expect(await client.get('/second-factor')).toMatchObject({ body: { on: true, recoveryCodesLeft: 8 } });
    const anew = await client.post<RecoveryCodes>('/second-factor/recovery-codes', {
      code: codeOf(secrets.get('laocai')!),
    });
    expect(await enter('laocai', body.codes[2])).toMatchObject({ body: { code: 'WRONG_CODE' } });
    expect(await enter('laocai', anew.body.codes[0])).toMatchObject({ status: 200 });
    const used = await api.query(`select id from security_event where kind = 'recoveryCodeUsed'`);
    expect(used).toHaveLength(3);
    // A code of one person opens nobody else's door.
    expect(await enter('cntt', anew.body.codes[1])).toMatchObject({ body: { code: 'WRONG_CODE' } });
  });

  it('is turned off with a code alone, and not by a post that has to have it', async () => {
    const client = await clientOf('cntt', codeOf(secrets.get('cntt')!, 1));
    const off = (who: TestClient, code: string) =>
      who.send<{ code: string }>({ method: 'DELETE', url: '/second-factor', payload: { code } });
    expect(await off(client, '123456')).toMatchObject({ body: { code: 'WRONG_CODE' } });
    await api.query(`update second_factor set last_step = 0`);
    expect(await off(client, codeOf(secrets.get('cntt')!))).toMatchObject({ status: 204 });
    expect(await enter('cntt')).toMatchObject({ status: 200 });
  });

  it('comes first in a post that asks for it: nothing else opens before', async () => {
    const { body } = await enter('quantri');
    expect(body.secondFactorNeeded).toBe(true);
    const client = await clientOf('quantri');
    for (const path of ['/people', '/plans', '/inbox', '/sessions', '/security-events']) {
      expect(await client.get(path)).toMatchObject({ status: 403, body: { code: 'SECOND_FACTOR_NEEDED' } });
    }
    expect(await client.get('/second-factor')).toMatchObject({ body: { required: true, on: false, available: true } });
    await enrol(client, 'quantri');
    expect((await client.get<Session>('/session')).body.secondFactorNeeded).toBe(false);
    expect(await client.get('/people')).toMatchObject({ status: 200 });
    const refused = await client.send({
      method: 'DELETE',
      url: '/second-factor',
      payload: { code: codeOf(secrets.get('quantri')!) },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'SECOND_FACTOR_STATE' } });
  });

  it('is taken away by an administrator from somebody who lost the device, and the log says so', async () => {
    const administrator = await clientOf('quantri', codeOf(secrets.get('quantri')!));
    const find = async (q: string) => (await administrator.get<PersonPageList>(`/people?q=${q}`)).body.items[0]!;
    const reset = ({ id, version }: Person, by: TestClient) =>
      by.delete(`/people/${id}/second-factor?expectedVersion=${version}`);
    const person = await find('khdt');
    expect(person).toMatchObject({ hasSecondFactor: true });
    expect(await reset(person, await api.as('ttt.giamdoc'))).toMatchObject({ status: 403 });
    expect(await reset(await find('quantri'), administrator)).toMatchObject({ status: 403 });
    expect(await reset(person, administrator)).toMatchObject({ status: 200, body: { hasSecondFactor: false } });
    expect(await reset({ ...person, version: person.version + 1 }, administrator)).toMatchObject({ status: 409 });
    expect(await enter('khdt')).toMatchObject({ status: 200 });
    const [line] = await api.query<{ about: string; username: string }>(
      `select e.about, p.username from security_event e join person p on p.id = e.person_id where e.kind = 'secondFactorReset'`,
    );
    expect(line).toEqual({ about: 'khdt', username: 'quantri' });
  });
});

describe('a server without a secret key', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'no secret key' });
  }, 60_000);
  afterAll(() => api.close());

  it('says that nothing can be sealed here, and signs everybody in with the password', async () => {
    const client = await api.as('ttt');
    expect((await client.get('/second-factor')).body).toEqual({
      available: false,
      on: false,
      required: false,
      recoveryCodesLeft: 0,
    });
    expect(await client.post('/second-factor', { password: testPassword })).toMatchObject({ status: 409 });
  });
});
