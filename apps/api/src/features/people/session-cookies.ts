import type { FastifyReply } from 'fastify';

import type { Config } from '../../platform/config/config.js';
import { KNOWN_BROWSER_COOKIE, SESSION_COOKIE } from './request-actor.js';
import type { Opened } from './sessions.service.js';

const KNOWN_DAYS = 400;

/** Cookies that no script reads and no other site sends. */
export function setSessionCookies(reply: FastifyReply, opened: Opened, { https }: Pick<Config, 'https'>): void {
  const closed = { httpOnly: true, sameSite: 'strict', secure: https } as const;
  void reply.setCookie(SESSION_COOKIE, opened.token, {
    ...closed,
    path: '/',
    expires: new Date(opened.session.expiresAt),
  });
  void reply.setCookie(KNOWN_BROWSER_COOKIE, opened.knownBrowser, {
    ...closed,
    path: '/api/session',
    maxAge: KNOWN_DAYS * 86_400,
  });
}
