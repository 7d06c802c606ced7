import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeadLetterPage,
  DeadLettersDismissed,
  DeadLettersQuery,
  DeadLettersRetried,
  DismissDeadLetters,
  DismissedLetterPage,
  PageQuery,
  RetryDeadLetters,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { DeadLettersService } from './dead-letters.service.js';

@ApiTags('deliveries')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  @Get()
  @Endpoint({
    summary: 'What could not be sent and waits for a person, newest first',
    answer: DeadLetterPage,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  list(
    @SignedIn() caller: Caller,
    @Query({ schema: DeadLettersQuery }) query: DeadLettersQuery,
  ): Promise<DeadLetterPage> {
    return this.letters.list(caller, query);
  }

  @Post('retry')
  @HttpCode(200)
  @Endpoint({
    summary: 'Send again what was given up: some, or all',
    answer: DeadLettersRetried,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  retry(
    @SignedIn() caller: Caller,
    @Body({ schema: RetryDeadLetters }) body: RetryDeadLetters,
  ): Promise<DeadLettersRetried> {
    return this.letters.retry(caller, body);
  }

  @Get('dismissed')
  @Endpoint({
    summary: 'What was given up for good, newest first: by whom and why',
    answer: DismissedLetterPage,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  dismissed(@SignedIn() caller: Caller, @Query({ schema: PageQuery }) query: PageQuery): Promise<DismissedLetterPage> {
    return this.letters.dismissed(caller, query);
  }

  @Post('dismiss')
  @HttpCode(200)
  @Endpoint({
    summary: 'Say that something need not be sent any more, and why',
    answer: DeadLettersDismissed,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  dismiss(
    @SignedIn() caller: Caller,
    @Body({ schema: DismissDeadLetters }) body: DismissDeadLetters,
  ): Promise<DeadLettersDismissed> {
    return this.letters.dismiss(caller, body);
  }
}
