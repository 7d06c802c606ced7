import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, PageQuery, PlanMatrix, PlanRowPage, PlanRows } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanBoardService } from './plan-board.service.js';
import { PlanMatrixService } from './plan-matrix.service.js';
import { PlanWorkbookService } from './plan-workbook.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('plans')
@Controller('plans/:id')
export class PlanBoardController {
  constructor(
    private readonly board: PlanBoardService,
    private readonly matrices: PlanMatrixService,
    private readonly workbooks: PlanWorkbookService,
  ) {}

  @Get('rows')
  @Endpoint({
    summary: 'The official table with the progress of each row',
    answer: PlanRows,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  rows(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PlanRows> {
    return this.board.rows(caller, id, query);
  }

  @Get('rows/:itemId')
  @Endpoint({
    summary: 'One row of the table: progress, targets, source, money',
    answer: PlanRowPage,
    errors: ['NOT_FOUND'],
  })
  row(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
  ): Promise<PlanRowPage> {
    return this.board.row(caller, id, itemId);
  }

  @Get('workbook')
  @Endpoint({ summary: 'The table with the progress of each row as a workbook (.xlsx)', errors: ['NOT_FOUND'] })
  async workbook(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    // Before the head of the answer: a refusal is no workbook.
    const { title, bytes } = await this.workbooks.write(caller, id);
    await reply
      .header('content-type', xlsx)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`)
      .send(bytes);
  }

  @Get('matrix')
  @Endpoint({
    summary: 'Progress by unit and row, at most 50 rows a page',
    answer: PlanMatrix,
    leaves: 'asBuilt',
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  matrix(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PlanMatrix> {
    return this.matrices.matrix(caller, id, query);
  }
}
