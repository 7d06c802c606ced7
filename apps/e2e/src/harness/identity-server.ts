import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Provider } from 'oidc-provider';
import { generate } from 'selfsigned';

export interface IdentityServer {
  issuer: string;
  /** What the application is told of it. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

const [clientId, clientSecret] = ['phan-cong', 'bi-mat-cua-phan-cong'];

const page = (body: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Định danh</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const form = page(
  '<h1>Định danh BHXH Việt Nam</h1><form method="post"><label>Tài khoản <input name="account" autofocus></label> <button>Xác nhận</button></form>',
);

/**
 * A real OpenID provider on a port of its own, with a page on which people say who they are, and the application at `site` as its one
 * client. The user name there is the one here.
 */
export async function startIdentityServer(site: string): Promise<IdentityServer> {
  const { private: serverKey, cert } = await generate([{ name: 'commonName', value: 'May chu dinh danh' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const authority = join(await mkdtemp(join(tmpdir(), 'phancong-')), 'authority.pem');
  await writeFile(authority, cert);
  const http = createServer({ key: serverKey, cert }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const issuer = `https://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${site}/api/session/identity/callback`],
        post_logout_redirect_uris: [`${site}/dang-nhap`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, hidden) => {
          ctx.body = page(
            `<h1>Đăng xuất</h1>${hidden}<button form="op.logoutForm" name="logout" value="yes">Đăng xuất khỏi Định danh</button>`,
          );
        },
      },
    },
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['thu'] },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 60, IdToken: 60 },
    interactions: { url: (_, { uid }) => `/at/${uid}` },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, preferred_username: subject, name: subject }),
    }),
    // Everybody who is known there may come here: no page asks for consent.
    async loadExistingGrant({ oidc: { session, client } }) {
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: client?.clientId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/at/')) return next();
    if (ctx.method === 'GET') {
      ctx.type = 'html';
      ctx.body = form;
      return;
    }
    ctx.respond = false;
    const accountId = new URLSearchParams(await readBody(ctx.req)).get('account') ?? '';
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId } });
  });
  http.on('request', provider.callback());
  return {
    issuer,
    settings: {
      PHANCONG_OIDC_ISSUER: issuer,
      PHANCONG_OIDC_CA_FILE: authority,
      PHANCONG_OIDC_CLIENT_ID: clientId,
      PHANCONG_OIDC_CLIENT_SECRET: clientSecret,
      PHANCONG_OIDC_SITE: site,
      PHANCONG_OIDC_NAME: 'Định danh BHXH Việt Nam',
    },
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
