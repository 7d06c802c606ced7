import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenSessionList, Session } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { testPassword } from '../../testing/test-accounts.js';

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

jest.setTimeout(30_000);

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({
      name: 'sign in',
      settings: { PHANCONG_SIGN_IN_ACCOUNT_TRIES: '4', PHANCONG_SIGN_IN_ADDRESS_TRIES: '12' },
    });
  }, 60_000);
  afterAll(() => api.close());
  afterEach(() => api.query('delete from sign_in_tries'));

  const tryToEnter = (username: string, password: string, headers: Record<string, string> = {}) =>
    api.anonymous.send<Session & { code: string }>({
      method: 'POST',
      url: '/session',
      payload: { username, password },
      headers,
    });
  const from = (address: string) => ({ remoteAddress: address });
  const enterFrom = (address: string, username: string, password: string) =>
    api.anonymous.send<{ code: string }>({
      method: 'POST',
      url: '/session',
      payload: { username, password },
      ...from(address),
    });

  it('takes the password however its marks were typed, and the name in capitals', async () => {
    expect(await tryToEnter('TTT', testPassword.normalize('NFD'))).toMatchObject({ status: 200 });
  });

  /** Milliseconds of the processor that this process took: what others do on the machine does not count. */
  const workOf = async (work: () => Promise<void>) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it('refuses a wrong password and an unknown name with the same words, for the same work', async () => {
    const works = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round += 1) {
      for (const [kind, username] of [
        ['known', 'ttt'],
        ['unknown', `khong-co-${round}`],
      ] as const) {
        const work = await workOf(async () => {
          const answer = await tryToEnter(username, 'không phải mật khẩu');
          expect(answer).toMatchObject({ status: 401, body: { code: 'WRONG_PASSWORD' } });
        });
        works[kind].push(work);
      }
      await api.query('delete from sign_in_tries');
    }
    // Without the hash for an unknown name the one would be five times the other.
    const ratio = median(works.known) / median(works.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('locks an account for strangers after too many tries, existing or not, and says for how long', async () => {
    for (const username of ['laocai', 'khong-co-ai']) {
      const codes: string[] = [];
      for (let round = 0; round < 6; round += 1) codes.push((await tryToEnter(username, 'sai')).body.code);
      expect(codes).toEqual([...Array(4).fill('WRONG_PASSWORD'), 'SIGN_IN_LOCKED', 'SIGN_IN_LOCKED']);
    }
    expect(await tryToEnter('laocai', testPassword)).toMatchObject({ status: 429, body: { code: 'SIGN_IN_LOCKED' } });
  });

  it('counts tries that come at once as so many, not as one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryToEnter('laocai', 'sai')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
  });

  it('does not let strangers lock out the owner of an account at his own machine', async () => {
    const { cookie } = await tryToEnter('bacgiang', testPassword);
    for (let round = 0; round < 8; round += 1) await tryToEnter('bacgiang', 'sai');
    expect(await tryToEnter('bacgiang', testPassword)).toMatchObject({ status: 429 });
    expect(await tryToEnter('bacgiang', testPassword, { cookie })).toMatchObject({ status: 200 });
    // The mark of a browser is for its own person alone, and wrong passwords use it up too.
    expect(await tryToEnter('bacgiang.giamdoc', 'sai', { cookie })).toMatchObject({ status: 401 });
    for (let round = 0; round < 6; round += 1) await tryToEnter('bacgiang', 'sai', { cookie });
    expect(await tryToEnter('bacgiang', testPassword, { cookie })).toMatchObject({ status: 429 });
  });

  it('locks an address that tries many names, and leaves other addresses alone', async () => {
    for (let round = 0; round < 12; round += 1) await enterFrom('203.0.113.7', `ten-${round}`, 'sai');
    expect(await enterFrom('203.0.113.7', 'ttt', testPassword)).toMatchObject({ status: 429 });
    expect(await enterFrom('203.0.113.8', 'ttt', testPassword)).toMatchObject({ status: 200 });
  });

  it('leaves no password and no cookie open: httpOnly, same site, only the hash stored', async () => {
    const answer = await tryToEnter('ttt', testPassword);
    const cookies = [answer.headers['set-cookie']].flat().join('\n');
    for (const name of ['phancong_session', 'phancong_browser']) {
      expect(cookies).toMatch(new RegExp(`${name}=[^;]+;.*HttpOnly.*SameSite=Strict`));
    }
    const token = /phancong_session=([^;]+)/.exec(answer.cookie)?.[1] ?? '';
    const [found] = await api.query<{ n: number }>(
      `select count(*)::int as n from session where encode(token_hash, 'escape') like '%' || $1 || '%'`,
      [token],
    );
    expect(found).toEqual({ n: 0 });
  });

  it('lists where somebody is signed in, and signs out the browser that he left behind', async () => {
    const left = await tryToEnter('cskh', testPassword, { 'user-agent': 'Máy ở phòng họp' });
    const client = await api.as('cskh');
    const { items } = (await client.get<OpenSessionList>('/sessions')).body;
    const there = items.find(({ userAgent }) => userAgent === 'Máy ở phòng họp');
    expect(there).toMatchObject({ current: false });
    expect(await (await api.as('ttt')).delete(`/sessions/${there!.id}`)).toMatchObject({ status: 404 });
    expect(await client.delete(`/sessions/${there!.id}`)).toMatchObject({ status: 204 });
    const again = await api.anonymous.send({ method: 'GET', url: '/session', headers: { cookie: left.cookie } });
    expect(again).toMatchObject({ status: 401 });
  });

  it('changes a password only with the old one, to a good one, and signs every other browser out', async () => {
    const other = await tryToEnter('khdt', testPassword);
    const client = await api.as('khdt');
    const change = (current: string, password: string) =>
      client.send<{ code: string }>({ method: 'PUT', url: '/password', payload: { current, password } });
    expect(await change('sai', 'hoa gạo tháng ba')).toMatchObject({ body: { code: 'WRONG_PASSWORD' } });
    expect(await change(testPassword, 'password123')).toMatchObject({ status: 422, body: { code: 'WEAK_PASSWORD' } });
    expect(await change(testPassword, 'hoa gạo tháng ba')).toMatchObject({ status: 204 });
    expect((await client.get('/session')).status).toBe(200);
    const left = await api.anonymous.send({ method: 'GET', url: '/session', headers: { cookie: other.cookie } });
    expect(left.status).toBe(401);
    expect(await tryToEnter('khdt', 'hoa gạo tháng ba')).toMatchObject({ status: 200 });
  });

  it('writes who came in and who was refused into the security log, which nobody can rewrite', async () => {
    await tryToEnter('tckt', 'sai');
    await tryToEnter('tckt', testPassword);
    const rows = await api.query<{ kind: string; code: string | null }>(
      `select e.kind, e.code from security_event e left join person p on p.id = e.person_id
       where e.username = 'tckt' or p.username = 'tckt' order by e.id`,
    );
    expect(rows).toEqual([
      { kind: 'signInRefused', code: 'WRONG_PASSWORD' },
      { kind: 'signedIn', code: null },
    ]);
    await expect(api.query(`delete from security_event`)).rejects.toThrow('append-only');
    await expect(api.query(`update security_event set username = 'x'`)).rejects.toThrow('append-only');
  });
});
