import { timingSafeEqual } from 'node:crypto';

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { DomainError } from '../../platform/errors/domain-error.js';
import { isPublicKey, SESSION_COOKIE, type SignedInRequest } from './request-actor.js';
import { SessionsRepository } from './sessions.repository.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Every endpoint asks for a session unless it is marked public; whatever changes something asks for the CSRF token too. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(isPublicKey, [context.getHandler(), context.getClass()]);
    if (isPublic) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = request.cookies[SESSION_COOKIE];
    const caller = token ? await this.sessions.findCaller(token) : undefined;
    if (!caller) throw new DomainError('NOT_SIGNED_IN');
    if (!safeMethods.has(request.method) && !sameToken(request.headers['x-csrf-token'], caller.csrfToken)) {
      throw new DomainError('CSRF_REJECTED');
    }
    request.caller = caller;
    return true;
  }
}
