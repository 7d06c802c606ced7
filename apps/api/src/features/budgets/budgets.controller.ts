import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BudgetLines, BudgetPage, BudgetSummary, BudgetsQuery, Id } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { BudgetsService } from './budgets.service.js';

@ApiTags('budgets')
@Controller('budgets')
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  @Get()
  @Endpoint({ summary: 'Money of a plan by stage', answer: BudgetSummary, errors: ['VALIDATION_FAILED'] })
  summarise(
    @SignedIn() caller: Caller,
    @Query({ schema: BudgetsQuery }) { planId }: BudgetsQuery,
  ): Promise<BudgetSummary> {
    return this.budgets.summarise(caller, planId);
  }

  @Get(':id')
  @Endpoint({ summary: 'The lines of an estimate', answer: BudgetPage, errors: ['NOT_FOUND'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<BudgetPage> {
    return this.budgets.show(caller, id);
  }

  @Put(':id/lines')
  @Endpoint({
    summary: 'Write the lines of an estimate that is still with its submitter',
    answer: BudgetPage,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED', 'STALE_VERSION', 'EVENT_NOT_EXPECTED'],
  })
  writeLines(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BudgetLines }) body: BudgetLines,
  ): Promise<BudgetPage> {
    return this.budgets.writeLines(caller, id, body);
  }
}
