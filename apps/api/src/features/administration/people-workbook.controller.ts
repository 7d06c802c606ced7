import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PeopleWorkbookDone, PeopleWorkbookQuery, PeopleWorkbookRead } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { Endpoint } from '../../platform/http/endpoint.js';
import { readUpload } from '../../platform/http/read-upload.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { PeopleWorkbookService } from './people-workbook.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const fileErrors = ['NOT_ALLOWED', 'CSRF_REJECTED', 'EMPTY_FILE', 'FILE_TOO_LARGE', 'UNKNOWN_FORMAT'] as const;

@ApiTags('people')
@Controller('people/workbook')
export class PeopleWorkbookController {
  constructor(private readonly workbook: PeopleWorkbookService) {}

  @Get()
  @Endpoint({ summary: 'The people of today with their posts as a workbook (.xlsx)', errors: ['NOT_ALLOWED'] })
  async write(@SignedIn() caller: Caller, @Res() reply: FastifyReply) {
    // Before the head of the answer: a refusal is no workbook.
    const bytes = await this.workbook.write(caller);
    await reply
      .header('content-type', xlsx)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('nguoi-dung.xlsx')}`)
      .send(bytes);
  }

  @Post('preview')
  @HttpCode(200)
  @Endpoint({
    summary: 'What a workbook of people would change, or the cells that cannot be taken; changes nothing',
    answer: PeopleWorkbookRead,
    errors: fileErrors,
  })
  async read(@SignedIn() caller: Caller, @Req() request: SignedInRequest): Promise<PeopleWorkbookRead> {
    await this.workbook.refuseUnlessKeeper(caller);
    return this.workbook.read(caller, (await readUpload(request)).bytes);
  }

  @Post()
  @HttpCode(200)
  @Endpoint({
    summary: 'Carry out a workbook of people as it was looked at, all of it or nothing',
    answer: PeopleWorkbookDone,
    errors: [...fileErrors, 'VALIDATION_FAILED', 'STALE_VERSION'],
  })
  async apply(
    @SignedIn() caller: Caller,
    @Req() request: SignedInRequest,
    @Query({ schema: PeopleWorkbookQuery }) query: PeopleWorkbookQuery,
  ): Promise<PeopleWorkbookDone> {
    await this.workbook.refuseUnlessKeeper(caller);
    return this.workbook.apply(caller, (await readUpload(request)).bytes, query);
  }
}
