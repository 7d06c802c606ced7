import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Session, SignIn, TakeSeat } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { browserOf } from './browser.js';
import {
  BeforeSecondFactor,
  KNOWN_BROWSER_COOKIE,
  Public,
  SESSION_COOKIE,
  SignedIn,
  type Caller,
  type SignedInRequest,
} from './request-actor.js';
import { setSessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller('session')
@BeforeSecondFactor()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Endpoint({
    summary: 'Sign in',
    answer: Session,
    errors: ['VALIDATION_FAILED', 'WRONG_PASSWORD', 'SECOND_FACTOR_ASKED', 'WRONG_CODE', 'SIGN_IN_LOCKED'],
  })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const visitor = { ...browserOf(request), knownBrowser: request.cookies[KNOWN_BROWSER_COOKIE] };
    const opened = await this.sessions.signIn(body, visitor);
    setSessionCookies(reply, opened, this.config);
    return opened.session;
  }

  @Get()
  @Endpoint({ summary: 'Who is signed in', answer: Session })
  show(@SignedIn() caller: Caller): Promise<Session> {
    return this.sessions.describe(caller);
  }

  @Put('seat')
  @Endpoint({
    summary: 'Act in another of my posts, or for somebody who delegated to me',
    answer: Session,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'CSRF_REJECTED'],
  })
  takeSeat(
    @SignedIn() caller: Caller,
    @Body({ schema: TakeSeat }) { seatId }: TakeSeat,
    @Req() request: SignedInRequest,
  ): Promise<Session> {
    return this.sessions.takeSeat(caller, seatId, request.cookies[SESSION_COOKIE]);
  }

  @Delete()
  @HttpCode(204)
  @Endpoint({ summary: 'Sign out', status: 204 })
  async signOut(
    @SignedIn() caller: Caller,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(caller, request.cookies[SESSION_COOKIE]);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
