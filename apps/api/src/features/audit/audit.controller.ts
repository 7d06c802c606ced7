import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditPage, AuditQuery } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { writeAuditCsv } from './audit-csv.js';
import { AuditSearchService } from './audit-search.service.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly record: AuditSearchService) {}

  @Get()
  @Endpoint({
    summary: 'The record of changes, newest first; of the work that my unit may see',
    answer: AuditPage,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  search(@SignedIn() { actor }: Caller, @Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.record.search(actor, query);
  }

  @Get('export.csv')
  @Endpoint({ summary: 'The same for a spreadsheet, up to 20,000 lines', errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'] })
  async export(
    @SignedIn() { actor, today }: Caller,
    @Query({ schema: AuditQuery }) query: AuditQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    // A refusal is JSON as everywhere, so the kind of answer is said when there is one.
    const lines = await this.record.all(actor, query);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="nhat-ky-${today}.csv"`);
    return writeAuditCsv(lines);
  }
}
