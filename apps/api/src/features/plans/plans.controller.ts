import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Id, PlanImported, PlanList, PlanPage, PlansQuery, ShareProgress } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { readUpload } from '../../platform/http/read-upload.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { PlanImportService } from './plan-import.service.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly imports: PlanImportService,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Plans that the caller may see, newest first',
    answer: PlanList,
    errors: ['VALIDATION_FAILED'],
  })
  list(@SignedIn() caller: Caller, @Query({ schema: PlansQuery }) query: PlansQuery): Promise<PlanList> {
    return this.plans.list(caller, query);
  }

  @Post('import')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Endpoint({
    summary: 'Read a plan from its file into a draft',
    answer: PlanImported,
    status: 201,
    errors: [
      'NOT_ALLOWED',
      'CSRF_REJECTED',
      'EMPTY_FILE',
      'UNKNOWN_FORMAT',
      'DAMAGED_FILE',
      'ENCRYPTED_FILE',
      'TOO_MUCH_CONTENT',
      'OLD_WORD_FILE',
      'SCANNED_FILE',
      'READING_TOO_LONG',
      'NO_TABLE_FOUND',
      'EMPTY_TABLE',
      'AMENDMENT_FILE',
      'FILE_TOO_LARGE',
      'DUPLICATE_FILE',
    ],
  })
  async import(@SignedIn() caller: Caller, @Req() request: SignedInRequest): Promise<PlanImported> {
    await this.imports.refuseUnlessIssuer(caller);
    return this.imports.import(caller, await readUpload(request));
  }

  @Get(':id')
  @Endpoint({ summary: 'A plan, its state and what may be done next', answer: PlanPage, errors: ['NOT_FOUND'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanPage> {
    return this.plans.show(caller, id);
  }

  @Put(':id/progress-sharing')
  @HttpCode(204)
  @Endpoint({
    summary: 'Let the units of a plan see how far each other’s tasks are, or stop it',
    status: 204,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  shareProgress(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ShareProgress }) { shared }: ShareProgress,
  ): Promise<void> {
    return this.plans.shareProgress(caller, id, shared);
  }
}
