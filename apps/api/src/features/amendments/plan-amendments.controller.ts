import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  ApplyAmendment,
  DiscardAmendment,
  Id,
  PlanAmendmentPage,
  PlanAmendments,
  type ErrorCode,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { readUpload } from '../../platform/http/read-upload.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { PlanAmendmentsService } from './plan-amendments.service.js';

const errors: readonly ErrorCode[] = [
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'CSRF_REJECTED',
  'GUARD_REFUSED',
];

@ApiTags('plans')
@Controller('plans/:id/amendments')
export class PlanAmendmentsController {
  constructor(private readonly amendments: PlanAmendmentsService) {}

  @Get()
  @Endpoint({ summary: 'Documents that change the plan, newest first', answer: PlanAmendments, errors: ['NOT_FOUND'] })
  list(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanAmendments> {
    return this.amendments.list(caller, id);
  }

  @Post()
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Endpoint({
    summary: 'Read an amendment, or a whole new version, against a running plan; changes nothing yet',
    answer: PlanAmendmentPage,
    status: 201,
    errors: [
      ...errors,
      'EMPTY_FILE',
      'UNKNOWN_FORMAT',
      'NO_TABLE_FOUND',
      'EMPTY_TABLE',
      'FILE_TOO_LARGE',
      'DUPLICATE_FILE',
    ],
  })
  async upload(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Req() request: SignedInRequest,
  ): Promise<PlanAmendmentPage> {
    await this.amendments.refuseUnlessOwner(caller, id);
    return this.amendments.upload(caller, id, await readUpload(request));
  }

  @Get(':amendmentId')
  @Endpoint({
    summary: 'What an amendment changes, row by row, and what that does to running work',
    answer: PlanAmendmentPage,
    errors: ['NOT_FOUND'],
  })
  show(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('amendmentId', { schema: Id }) amendmentId: string,
  ): Promise<PlanAmendmentPage> {
    return this.amendments.show(caller, id, amendmentId);
  }

  @Post(':amendmentId/apply')
  @HttpCode(200)
  @Endpoint({
    summary: 'Apply an amendment to the table and to all running work, once',
    answer: PlanAmendmentPage,
    errors: [...errors, 'STALE_VERSION', 'EVENT_NOT_EXPECTED'],
  })
  apply(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('amendmentId', { schema: Id }) amendmentId: string,
    @Body({ schema: ApplyAmendment }) body: ApplyAmendment,
  ): Promise<PlanAmendmentPage> {
    return this.amendments.apply(caller, id, amendmentId, body);
  }

  @Post(':amendmentId/discard')
  @HttpCode(200)
  @Endpoint({ summary: 'Put an amendment aside without applying it', answer: PlanAmendmentPage, errors })
  discard(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('amendmentId', { schema: Id }) amendmentId: string,
    @Body({ schema: DiscardAmendment }) { reason }: DiscardAmendment,
  ): Promise<PlanAmendmentPage> {
    return this.amendments.discard(caller, id, amendmentId, reason);
  }
}
