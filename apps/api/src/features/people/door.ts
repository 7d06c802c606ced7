import { Injectable } from '@nestjs/common';
import type { TokenScope } from '@phancong/contracts';

import { ApiTokensRepository } from './api-tokens.repository.js';
import { SESSION_COOKIE, type Caller, type SignedInRequest } from './request-actor.js';
import { SessionsRepository } from './sessions.repository.js';

/** Who comes with a session or with the API token of another system. */
@Injectable()
export class Door {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensRepository,
  ) {}

  /** Whoever a request belongs to now; asked again while a line stays open, for a session may end meanwhile. */
  async callerOf(request: SignedInRequest): Promise<Caller | undefined> {
    const key = tokenOf(request);
    return key ? (await this.findToken(key))?.caller : this.findSession(request);
  }

  findToken(key: string): Promise<{ caller: Caller; scopes: readonly TokenScope[] } | undefined> {
    return this.tokens.findCaller(key);
  }

  async findSession(request: SignedInRequest): Promise<Caller | undefined> {
    const token = request.cookies[SESSION_COOKIE];
    return token ? this.sessions.findCaller(token) : undefined;
  }
}

/** The API token of a request, where it comes with one. */
export const tokenOf = (request: SignedInRequest): string | undefined =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
