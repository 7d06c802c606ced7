import type { FastifyReply } from 'fastify';

import type { Config } from '../../platform/config/config.js';
import { KNOWN_BROWSER_COOKIE, SESSION_COOKIE } from './request-actor.js';
import type { Opened } from './sessions.service.js';

const KNOWN_DAYS = 400;

const closed = (https: boolean) => ({ httpOnly: true, sameSite: 'strict', secure: https }) as const;

/** A cookie that no script reads and no other site sends. */
export function setSessionCookie(
  reply: FastifyReply,
  { token, session }: Pick<Opened, 'token' | 'session'>,
  { https }: Pick<Config, 'https'>,
): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...closed(https), path: '/', expires: new Date(session.expiresAt) });
}

/** After a right password the browser is known too. */
export function setSessionCookies(reply: FastifyReply, opened: Opened, config: Pick<Config, 'https'>): void {
  setSessionCookie(reply, opened, config);
  void reply.setCookie(KNOWN_BROWSER_COOKIE, opened.knownBrowser, {
    ...closed(config.https),
    path: '/api/session',
    maxAge: KNOWN_DAYS * 86_400,
  });
}
