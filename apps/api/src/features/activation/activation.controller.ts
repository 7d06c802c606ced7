import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivateRequest, ActivationAnswer, ActivationPreview, ActivationQuery, Id } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { ActivationService } from './activation.service.js';

@ApiTags('activation')
@Controller('plans/:id')
export class ActivationController {
  constructor(private readonly activation: ActivationService) {}

  @Get('activation-preview')
  @Endpoint({
    summary: 'What activation would make of a plan on a registry date',
    answer: ActivationPreview,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  preview(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ActivationQuery }) { registryDate }: ActivationQuery,
  ): Promise<ActivationPreview> {
    return this.activation.preview(caller, id, registryDate);
  }

  @Post('activation')
  @HttpCode(200)
  @Endpoint({
    summary: 'Activate an approved plan: all its tasks in one transaction',
    answer: ActivationAnswer,
    errors: [
      'VALIDATION_FAILED',
      'NOT_FOUND',
      'NOT_ALLOWED',
      'CSRF_REJECTED',
      'EVENT_NOT_EXPECTED',
      'GUARD_REFUSED',
      'STALE_VERSION',
    ],
  })
  activate(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActivateRequest }) body: ActivateRequest,
  ): Promise<ActivationAnswer> {
    return this.activation.activate(caller, id, body);
  }
}
