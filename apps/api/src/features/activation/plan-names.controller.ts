import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DayQuery, Id, PlanNames } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanNamesService } from './plan-names.service.js';

@ApiTags('activation')
@Controller('plans/:id/names')
export class PlanNamesController {
  constructor(private readonly names: PlanNamesService) {}

  @Get()
  @Endpoint({
    summary: 'Whom the names of a plan mean on a day: units, members of classes, or nobody and why',
    answer: PlanNames,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  show(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DayQuery }) { day }: DayQuery,
  ): Promise<PlanNames> {
    return this.names.show(caller, id, day ?? caller.today);
  }
}
