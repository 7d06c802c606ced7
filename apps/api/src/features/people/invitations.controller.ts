import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptInvitation, InvitationPage } from '@phancong/contracts';
import { z } from 'zod';

import { Endpoint } from '../../platform/http/endpoint.js';
import { browserOf } from './browser.js';
import { PasswordsService } from './passwords.service.js';
import { Public, type SignedInRequest } from './request-actor.js';

const Token = z.string().max(100);

@ApiTags('session')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly passwords: PasswordsService) {}

  @Get(':token')
  @Public()
  @Endpoint({ summary: 'Whom a one-time link is for', answer: InvitationPage, errors: ['LINK_EXPIRED'] })
  show(@Param('token', { schema: Token }) token: string): Promise<InvitationPage> {
    return this.passwords.showInvitation(token);
  }

  @Post(':token')
  @Public()
  @HttpCode(204)
  @Endpoint({
    summary: 'Choose a password with a one-time link',
    status: 204,
    errors: ['VALIDATION_FAILED', 'LINK_EXPIRED', 'WEAK_PASSWORD'],
  })
  accept(
    @Param('token', { schema: Token }) token: string,
    @Body({ schema: AcceptInvitation }) { password }: AcceptInvitation,
    @Req() request: SignedInRequest,
  ): Promise<void> {
    return this.passwords.acceptInvitation(token, password, browserOf(request).address);
  }
}
