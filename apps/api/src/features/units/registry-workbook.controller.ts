import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RegistryTableRead, TableQuery } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { Endpoint } from '../../platform/http/endpoint.js';
import { readUpload } from '../../platform/http/read-upload.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { RegistryWorkbookService } from './registry-workbook.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('units')
@Controller('registry/workbook')
export class RegistryWorkbookController {
  constructor(private readonly workbook: RegistryWorkbookService) {}

  @Get()
  @Endpoint({ summary: 'The registry of all times as a workbook (.xlsx)' })
  async write(@Res() reply: FastifyReply) {
    await reply
      .header('content-type', xlsx)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('danh-muc-don-vi.xlsx')}`)
      .send(await this.workbook.write());
  }

  @Post()
  @HttpCode(200)
  @Endpoint({
    summary: 'What a workbook of units would change, or the cells that cannot be taken; changes nothing',
    answer: RegistryTableRead,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED', 'EMPTY_FILE', 'FILE_TOO_LARGE', 'UNKNOWN_FORMAT'],
  })
  async read(
    @SignedIn() caller: Caller,
    @Req() request: SignedInRequest,
    @Query({ schema: TableQuery }) { on }: TableQuery,
  ): Promise<RegistryTableRead> {
    await this.workbook.refuseUnlessKeeper(caller);
    return this.workbook.read(caller, (await readUpload(request)).bytes, on ?? caller.today);
  }
}
