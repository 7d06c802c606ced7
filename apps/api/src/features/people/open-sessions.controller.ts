import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangePassword, Id, OpenSessionList } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { PasswordsService } from './passwords.service.js';
import { SignedIn, type Caller } from './request-actor.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller()
export class OpenSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
  ) {}

  @Get('sessions')
  @Endpoint({ summary: 'Where I am signed in', answer: OpenSessionList })
  async list(@SignedIn() caller: Caller): Promise<OpenSessionList> {
    return { items: await this.sessions.list(caller) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Endpoint({ summary: 'Sign out another browser of mine', status: 204, errors: ['NOT_FOUND', 'CSRF_REJECTED'] })
  revoke(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.sessions.revoke(caller, id);
  }

  @Put('password')
  @HttpCode(204)
  @Endpoint({
    summary: 'Change my password; every other browser is signed out',
    status: 204,
    errors: ['VALIDATION_FAILED', 'WRONG_PASSWORD', 'WEAK_PASSWORD', 'SIGN_IN_LOCKED', 'CSRF_REJECTED'],
  })
  changePassword(@SignedIn() caller: Caller, @Body({ schema: ChangePassword }) body: ChangePassword): Promise<void> {
    return this.passwords.change(caller, body);
  }
}
