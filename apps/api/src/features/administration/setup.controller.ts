import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SetUp, SetupPage } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { browserOf } from '../people/browser.js';
import { Public, type SignedInRequest } from '../people/request-actor.js';
import { SetupService } from './setup.service.js';

@ApiTags('session')
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  @Get()
  @Public()
  @Endpoint({ summary: 'Whether this installation waits for its first administrator', answer: SetupPage })
  show(): Promise<SetupPage> {
    return this.setup.show();
  }

  @Post()
  @Public()
  @HttpCode(204)
  @Endpoint({
    summary: 'Make the first administrator of a new installation',
    status: 204,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'WEAK_PASSWORD', 'SIGN_IN_LOCKED'],
  })
  setUp(@Body({ schema: SetUp }) body: SetUp, @Req() request: SignedInRequest): Promise<void> {
    return this.setup.setUp(body, browserOf(request).address);
  }
}
