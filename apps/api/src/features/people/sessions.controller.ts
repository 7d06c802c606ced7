import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { Session, SignIn } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { Public, SESSION_COOKIE, SignedIn, type Caller, type SignedInRequest } from './request-actor.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: { max: 30, timeWindow: '1 minute' } })
  @Endpoint({ summary: 'Sign in', answer: Session, errors: ['VALIDATION_FAILED', 'WRONG_PASSWORD'] })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, session } = await this.sessions.signIn(body);
    void reply.setCookie(SESSION_COOKIE, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.https,
      path: '/',
      expires: new Date(session.expiresAt),
    });
    return session;
  }

  @Get()
  @Endpoint({ summary: 'Who is signed in', answer: Session })
  show(@SignedIn() caller: Caller): Promise<Session> {
    return this.sessions.describe(caller);
  }

  @Delete()
  @HttpCode(204)
  @Endpoint({ summary: 'Sign out', status: 204 })
  async signOut(@Req() request: SignedInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(request.cookies[SESSION_COOKIE]);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
