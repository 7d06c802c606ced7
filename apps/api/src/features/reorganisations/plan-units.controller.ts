import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DayQuery, Id, PlanUnitsOnDay } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanUnitsService } from './plan-units.service.js';

@ApiTags('reorganisations')
@Controller('plans/:id/units')
export class PlanUnitsController {
  constructor(private readonly planUnits: PlanUnitsService) {}

  @Get()
  @Endpoint({
    summary: 'Units that led the tasks of a plan at the end of a day, with the status of that day',
    answer: PlanUnitsOnDay,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  show(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DayQuery }) { day }: DayQuery,
  ): Promise<PlanUnitsOnDay> {
    return this.planUnits.show(caller, id, day ?? caller.today);
  }
}
