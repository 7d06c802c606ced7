import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Session, Welcome } from '@phancong/contracts';

import { startIdentityServer, type TestIdentityServer } from '../../testing/start-identity-server.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

jest.setTimeout(30_000);

const NEXT_TO_FIRST = '/';

describe('signing in at the identity server of the agency', () => {
  let api: TestApi;
  let server: TestIdentityServer;
  beforeAll(async () => {
    server = await startIdentityServer();
    const folder = await mkdtemp(join(tmpdir(), 'phancong-'));
    const authority = join(folder, 'authority.pem');
    await writeFile(authority, server.authority);
    const posts = join(folder, 'posts.json');
    await writeFile(
      posts,
      JSON.stringify({
        'ttt-chuyen-vien': { unitId: 'ttt', post: 'officer' },
        'ttt-giam-doc': { unitId: 'ttt', post: 'head' },
        'don-vi-khong-co': { unitId: 'khong-co', post: 'officer' },
      }),
    );
    api = await startTestApi({
      name: 'identity',
      settings: {
        PHANCONG_OIDC_ISSUER: server.issuer,
        PHANCONG_OIDC_CA_FILE: authority,
        PHANCONG_OIDC_CLIENT_ID: 'phan-cong',
        PHANCONG_OIDC_CLIENT_SECRET: 'bi-mat-cua-phan-cong',
        PHANCONG_OIDC_SITE: 'http://localhost:3000',
        PHANCONG_OIDC_SCOPE: 'openid profile groups',
        PHANCONG_OIDC_POSTS_FILE: posts,
        PHANCONG_OIDC_NEWCOMERS: '1',
        PHANCONG_SECOND_FACTOR_FOR: 'head',
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await server.close();
  });
  afterEach(() => {
    server.forge.claims = null;
    server.forge.foreignKey = false;
  });

  /** Presses the button: the address there, and the mark in the browser. */
  const begin = async (next?: string) => {
    const answer = await api.anonymous.get(`/session/identity${next ? `?next=${encodeURIComponent(next)}` : ''}`);
    return { address: String(answer.headers['location']), cookie: answer.cookie, status: answer.status };
  };
  const comeBack = async (back: string, cookie: string) => {
    const url = back.replace('http://localhost:3000/api', '');
    const answer = await api.anonymous.send({ method: 'GET', url, headers: { cookie } });
    return { status: answer.status, to: String(answer.headers['location']), cookie: answer.cookie };
  };
  const enter = async (subject: string | null, next?: string) => {
    server.at.subject = subject;
    const { address, cookie } = await begin(next);
    const back = await server.visit(address);
    return { ...(await comeBack(back, cookie)), back, browser: cookie };
  };
  const sessionOf = async (cookie: string) =>
    (await api.anonymous.send<Session>({ method: 'GET', url: '/session', headers: { cookie } })).body;
  const isRefused = (answer: { to: string; cookie: string }, code = 'IDENTITY_REFUSED') => {
    expect(answer.to).toBe(`/dang-nhap?refused=${code}`);
    expect(answer.cookie).not.toMatch(/phancong_session=[^;]/);
  };

  it('offers the button with the name of the server', async () => {
    expect((await api.anonymous.get<Welcome>('/welcome')).body.identityServer).toBe('hệ thống định danh của cơ quan');
  });

  it('sends a person there with a code challenge and a state and a nonce of his own', async () => {
    const [one, two] = [await begin(), await begin()];
    const asked = [one, two].map(({ address }) => new URL(address).searchParams);
    expect(asked[0]!.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[0]!.get(name)).toMatch(/^.{20,}$/);
      expect(asked[0]!.get(name)).not.toBe(asked[1]!.get(name));
    }
  });

  it('lets in a person who is known here, by the user name once and by the subject from then on', async () => {
    server.people.set('s-khdt', { preferred_username: 'KHDT', name: 'Bùi Minh Châu' });
    const answer = await enter('s-khdt', '/ke-hoach?x=1');
    expect(answer.to).toBe('/ke-hoach?x=1');
    expect(await sessionOf(answer.cookie)).toMatchObject({ byIdentity: true, actor: { unitId: 'vkhdt' } });
    expect(server.asked.at(-1)!.get('code_verifier')).toMatch(/^.{40,}$/);
    // Renamed there: it is the same person. Her old name given to somebody else there: that one is not her.
    server.people.set('s-khdt', { preferred_username: 'chau.bm' });
    expect(await sessionOf((await enter('s-khdt')).cookie)).toMatchObject({ actor: { personName: 'Bùi Minh Châu' } });
    server.people.set('s-other', { preferred_username: 'khdt' });
    isRefused(await enter('s-other'), 'IDENTITY_UNKNOWN');
    const [linked] = await api.query<{ n: number }>(
      `select count(*)::int as n from security_event where kind = 'identityLinked'`,
    );
    expect(linked).toEqual({ n: 1 });
  });

  it('does not let in whoever is closed out here, holds no post, or is known here by no name', async () => {
    server.people.set('s-cskh', { preferred_username: 'cskh' });
    await api.query(`update person set disabled_at = now() where username = 'cskh'`);
    isRefused(await enter('s-cskh'), 'IDENTITY_UNKNOWN');
    server.people.set('s-stranger', { preferred_username: 'nguoi.la', groups: ['nhom-khac'] });
    isRefused(await enter('s-stranger'), 'IDENTITY_UNKNOWN');
    server.people.set('s-nameless', { preferred_username: '<script>', groups: ['ttt-chuyen-vien'] });
    isRefused(await enter('s-nameless'), 'IDENTITY_UNKNOWN');
    expect(await api.query(`select id from person where username in ('nguoi.la', '<script>')`)).toEqual([]);
  });

  it('adds a newcomer with the posts of the groups, and takes back what the groups do not give any more', async () => {
    server.people.set('s-new', { preferred_username: 'quynh.moi', name: 'Ngô Quỳnh', groups: ['ttt-chuyen-vien'] });
    const first = await sessionOf((await enter('s-new')).cookie);
    expect(first.actor).toMatchObject({ personName: 'Ngô Quỳnh', unitId: 'ttt', post: 'officer' });
    server.people.set('s-new', { groups: ['ttt-giam-doc', 'don-vi-khong-co'], amr: ['pwd', 'otp'] });
    await api.setToday('2025-01-16');
    const second = await sessionOf((await enter('s-new')).cookie);
    expect(second.seats.map(({ post }) => post)).toEqual(['head']);
    expect(second.secondFactorNeeded).toBe(false);
    server.people.set('s-new', { groups: [] });
    await api.setToday('2025-01-17');
    isRefused(await enter('s-new'), 'IDENTITY_UNKNOWN');
    expect(await sessionOf((await enter('s-khdt')).cookie)).toMatchObject({ actor: { unitId: 'vkhdt' } });
  });

  it('asks for a second factor here where the server did not and the post takes one', async () => {
    server.people.set('s-head', { preferred_username: 'ttt.giamdoc' });
    expect(await sessionOf((await enter('s-head')).cookie)).toMatchObject({ secondFactorNeeded: true });
    server.people.set('s-head', { amr: ['pwd', 'mfa'] });
    expect(await sessionOf((await enter('s-head')).cookie)).toMatchObject({ secondFactorNeeded: false });
  });

  it('takes an answer once: what was replayed, and a code with the state of another one, opens nothing', async () => {
    const first = await enter('s-khdt');
    expect(first.to).toBe(NEXT_TO_FIRST);
    isRefused(await comeBack(first.back, first.browser));
    const other = await begin();
    const mixed = new URL(first.back);
    mixed.searchParams.set('state', new URL(other.address).searchParams.get('state')!);
    isRefused(await comeBack(mixed.href, other.cookie));
  });

  it('takes an answer in the browser alone that asked for it: nobody is signed in as somebody else by a link', async () => {
    server.at.subject = 's-khdt';
    const { address } = await begin();
    const back = await server.visit(address);
    isRefused(await comeBack(back, ''));
    const again = await begin();
    isRefused(await comeBack(await server.visit(again.address), (await begin()).cookie));
  });

  it('takes no answer of another server, though it carries the right state (mix-up)', async () => {
    server.at.subject = 's-khdt';
    const { address, cookie } = await begin();
    const back = new URL(await server.visit(address));
    expect(back.searchParams.get('iss')).toBe(server.issuer);
    back.searchParams.set('iss', 'https://ke-gian.example');
    isRefused(await comeBack(back.href, cookie));
    const second = await begin();
    const bare = new URL(await server.visit(second.address));
    bare.searchParams.delete('iss');
    isRefused(await comeBack(bare.href, second.cookie));
  });

  it('leads to no other site, whatever the link said', async () => {
    for (const next of [
      '//ke-gian.example/',
      'https://ke-gian.example/',
      '/\\ke-gian.example',
      '/\t/ke-gian.example',
    ]) {
      expect((await enter('s-khdt', next)).to).toBe(NEXT_TO_FIRST);
    }
  });

  it.each([
    ['of another issuer', (claims: object) => ({ ...claims, iss: 'https://ke-gian.example' })],
    ['for another application', (claims: object) => ({ ...claims, aud: 'ung-dung-khac' })],
    ['that has expired', (claims: object) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 600 })],
    ['with the nonce of another sign-in', (claims: object) => ({ ...claims, nonce: 'khac' })],
    ['of another person than its own server tells', (claims: object) => ({ ...claims, sub: 's-head' })],
  ])('takes no token %s, though the server signed it', async (_, claims) => {
    server.forge.claims = claims;
    isRefused(await enter('s-khdt'));
  });

  it('takes no token that another key signed', async () => {
    server.forge.foreignKey = true;
    isRefused(await enter('s-khdt'));
  });

  it('comes back to the sign-in page with a sentence when the person cancelled there, and logs refusals', async () => {
    isRefused(await enter(null));
    const [row] = await api.query<{ n: number }>(
      `select count(*)::int as n from security_event where kind = 'signInRefused' and code like 'IDENTITY%'`,
    );
    expect(row!.n).toBeGreaterThan(10);
  });

  it('signs out there too', async () => {
    const answer = await api.anonymous.get('/session/identity/leave');
    const to = new URL(String(answer.headers['location']));
    expect(to.href).toContain(`${server.issuer}/session/end?`);
    expect(to.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/dang-nhap');
  });

  it.each([
    ['is away', () => 'https://127.0.0.1:9'],
    ['shows a certificate that nobody it trusts vouches for', () => server.issuer],
  ])('says that it cannot reach the server when it %s, and keeps the password door open', async (_, issuer) => {
    const away = await startTestApi({
      name: 'identity away',
      settings: {
        PHANCONG_OIDC_ISSUER: issuer(),
        PHANCONG_OIDC_CLIENT_ID: 'phan-cong',
        PHANCONG_OIDC_SITE: 'http://localhost:3000',
      },
    });
    try {
      const answer = await away.anonymous.get('/session/identity');
      expect(answer).toMatchObject({ status: 303, headers: { location: '/dang-nhap?refused=IDENTITY_AWAY' } });
      expect(await away.as('ttt')).toBeDefined();
    } finally {
      await away.close();
    }
  });

  it('does not start with an address without TLS', async () => {
    const plain = startTestApi({
      name: 'identity plain',
      settings: {
        PHANCONG_OIDC_ISSUER: 'http://127.0.0.1:9',
        PHANCONG_OIDC_CLIENT_ID: 'phan-cong',
        PHANCONG_OIDC_SITE: 'http://localhost:3000',
      },
    });
    await expect(plain).rejects.toThrow('PHANCONG_OIDC_ISSUER has to be an https address.');
  });
});

describe('a site without an identity server', () => {
  it('has neither the button nor the door', async () => {
    const api = await startTestApi({ name: 'no identity' });
    try {
      expect((await api.anonymous.get<Welcome>('/welcome')).body.identityServer).toBeNull();
      expect(await api.anonymous.get('/session/identity')).toMatchObject({ status: 404 });
      expect(await api.anonymous.get('/session/identity/callback?code=x&state=y')).toMatchObject({ status: 404 });
    } finally {
      await api.close();
    }
  });
});
