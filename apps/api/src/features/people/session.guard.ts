import { timingSafeEqual } from 'node:crypto';

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Door, tokenOf } from './door.js';
import { isBeforeSecondFactorKey, isPublicKey, type Caller, type SignedInRequest } from './request-actor.js';
import { SessionsRepository } from './sessions.repository.js';
import { allowsRequest } from './token-scopes.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const SEEN_EVERY_MS = 5 * 60_000;

function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Every endpoint asks for a session, or for the API token of another system, unless it is marked public. Whatever changes
 * something asks for the CSRF token of the session too; a token is sent on purpose and needs none.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly seen = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly sessions: SessionsRepository,
    private readonly door: Door,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isMarked = (key: string) =>
      this.reflector.getAllAndOverride<boolean>(key, [context.getHandler(), context.getClass()]);
    if (isMarked(isPublicKey)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const key = tokenOf(request);
    if (key) await this.letTokenIn(request, key);
    else await this.letSessionIn(request);
    const { caller } = request;
    if (caller && !caller.strong && this.config.secondFactorFor.has(caller.actor.post)) {
      if (!isMarked(isBeforeSecondFactorKey)) throw new DomainError('SECOND_FACTOR_NEEDED');
    }
    return true;
  }

  private async letTokenIn(request: SignedInRequest, key: string): Promise<void> {
    const found = await this.door.findToken(key);
    if (!found) throw new DomainError('NOT_SIGNED_IN');
    request.caller = found.caller;
    if (!allowsRequest(found.scopes, request.method, request.url)) throw new DomainError('TOKEN_SCOPE');
  }

  private async letSessionIn(request: SignedInRequest): Promise<void> {
    const caller = await this.door.findSession(request);
    if (!caller) throw new DomainError('NOT_SIGNED_IN');
    request.caller = caller;
    if (!safeMethods.has(request.method) && !sameToken(request.headers['x-csrf-token'], caller.csrfToken)) {
      throw new DomainError('CSRF_REJECTED');
    }
    await this.markSeen(caller);
  }

  /** Once in five minutes: the list of sessions needs no more, and reading must not write. */
  private async markSeen({ sessionId }: Caller): Promise<void> {
    const now = Date.now();
    if (now - (this.seen.get(sessionId) ?? 0) < SEEN_EVERY_MS) return;
    if (this.seen.size > 10_000) this.seen.clear();
    this.seen.set(sessionId, now);
    await this.sessions.markSeen(sessionId);
  }
}
