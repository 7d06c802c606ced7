import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWTPayload } from 'jose';
import { Provider, type KoaContextWithOIDC } from 'oidc-provider';
import { generate } from 'selfsigned';
import { Agent, fetch } from 'undici';

/** What the identity server knows of somebody. */
export interface KnownThere {
  preferred_username?: string;
  name?: string;
  groups?: string[];
  amr?: string[];
}

export interface TestIdentityServer {
  issuer: string;
  /** PEM of whoever vouches for its certificate: nobody but itself. */
  authority: string;
  people: Map<string, KnownThere>;
  /** Who sits at the browser that is sent there; null: somebody who presses «cancel». */
  at: { subject: string | null };
  /** Changes what its next ID tokens say; they are signed with its own key all the same. */
  forge: { claims: ((claims: JWTPayload) => JWTPayload) | null; foreignKey: boolean };
  /** What its token endpoint was sent. */
  asked: URLSearchParams[];
  /** Goes there as a browser does and gives the address to which it sends back. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

const SITE = 'http://localhost:3000';

/** A real OpenID provider on a port of its own, with one client: this application. */
export async function startIdentityServer(): Promise<TestIdentityServer> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  const { private: key, cert: authority } = await generate([{ name: 'commonName', value: 'May chu dinh danh' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const https = createServer({ key, cert: authority });
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  const issuer = `https://127.0.0.1:${(https.address() as AddressInfo).port}`;
  const dispatcher = new Agent({ connect: { ca: authority } });
  const people: TestIdentityServer['people'] = new Map();
  const at: TestIdentityServer['at'] = { subject: null };
  const forge: TestIdentityServer['forge'] = { claims: null, foreignKey: false };
  const asked: URLSearchParams[] = [];

  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'phan-cong',
        client_secret: 'bi-mat-cua-phan-cong',
        redirect_uris: [`${SITE}/api/session/identity/callback`],
        post_logout_redirect_uris: [`${SITE}/dang-nhap`],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(keys.privateKey)), alg: 'RS256', use: 'sig', kid: 'k' }] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: { openid: ['sub', 'amr'], profile: ['name', 'preferred_username'], groups: ['groups'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['thu'] },
    ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
    interactions: { url: (_, interaction) => `/at/${interaction.uid}` },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...people.get(subject) }) }),
    // Everybody who is known there may come here: no page asks for consent.
    async loadExistingGrant({ oidc }) {
      const { session, client } = oidc;
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: client?.clientId ?? '' });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/at/')) return next();
    ctx.respond = false;
    const { subject } = at;
    const { amr } = people.get(subject ?? '') ?? {};
    const result =
      subject === null
        ? { error: 'access_denied', error_description: 'the person did not want to' }
        : { login: { accountId: subject, ...(amr && { amr }) } };
    await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
  });
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path !== '/token') return;
    asked.push(new URLSearchParams((ctx as KoaContextWithOIDC).oidc?.body as Record<string, string>));
    const body = ctx.body as { id_token?: string };
    if (!body.id_token || (!forge.claims && !forge.foreignKey)) return;
    const claims = decodeJwt(body.id_token);
    body.id_token = await new SignJWT(forge.claims?.(claims) ?? claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(forge.foreignKey ? foreign.privateKey : keys.privateKey);
  });
  https.on('request', provider.callback());

  return {
    issuer,
    authority,
    people,
    at,
    forge,
    asked,
    visit: (address) => visit(address, issuer, dispatcher),
    close: async () => {
      await dispatcher.close();
      await closed(https);
    },
  };
}

/** Follows the addresses of the identity server, with its cookies, until one leads elsewhere. */
async function visit(address: string, issuer: string, dispatcher: Agent): Promise<string> {
  const cookies = new Map<string, string>();
  let url = address;
  for (let hop = 0; hop < 10 && url.startsWith(issuer); hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, dispatcher });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  return url;
}

const closed = (https: Server) =>
  new Promise<void>((resolve) => {
    https.closeAllConnections();
    https.close(() => resolve());
  });
