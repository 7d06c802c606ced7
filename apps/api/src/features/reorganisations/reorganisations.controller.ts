import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApplyReorganisation,
  IsoDate,
  PreviewReorganisation,
  ReorganisationAnswer,
  ReorganisationDays,
  ReorganisationPreview,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { ReorganisationsService } from './reorganisations.service.js';

@ApiTags('reorganisations')
@Controller('reorganisations')
export class ReorganisationsController {
  constructor(private readonly reorganisations: ReorganisationsService) {}

  @Get()
  @Endpoint({
    summary: 'Days on which units gave way to others, with the open work that still stands at them',
    answer: ReorganisationDays,
    errors: ['NOT_ALLOWED'],
  })
  days(@SignedIn() caller: Caller): Promise<ReorganisationDays> {
    return this.reorganisations.days(caller);
  }

  @Post(':on/preview')
  @HttpCode(200)
  @Endpoint({
    summary: 'What applying a reorganisation would move, with the decisions made so far; changes nothing',
    answer: ReorganisationPreview,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  preview(
    @SignedIn() caller: Caller,
    @Param('on', { schema: IsoDate }) on: string,
    @Body({ schema: PreviewReorganisation }) body: PreviewReorganisation,
  ): Promise<ReorganisationPreview> {
    return this.reorganisations.preview(caller, on, body);
  }

  @Post(':on/apply')
  @HttpCode(200)
  @Endpoint({
    summary: 'Move all open work, money, posts and rights to the successors, in one transaction',
    answer: ReorganisationAnswer,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED', 'GUARD_REFUSED'],
  })
  apply(
    @SignedIn() caller: Caller,
    @Param('on', { schema: IsoDate }) on: string,
    @Body({ schema: ApplyReorganisation }) body: ApplyReorganisation,
  ): Promise<ReorganisationAnswer> {
    return this.reorganisations.apply(caller, on, body);
  }
}
