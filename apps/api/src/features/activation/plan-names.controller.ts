import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DayQuery, Id, PlanNames, SetPlanMembers } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanMembersService } from './plan-members.service.js';
import { PlanNamesService } from './plan-names.service.js';

@ApiTags('activation')
@Controller('plans/:id/names')
export class PlanNamesController {
  constructor(
    private readonly names: PlanNamesService,
    private readonly members: PlanMembersService,
  ) {}

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

  @Put()
  @Endpoint({
    summary: 'Say whom a name of a plan under review means, in this plan alone; none goes back to the registry',
    answer: PlanNames,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED', 'STALE_VERSION', 'EVENT_NOT_EXPECTED'],
  })
  async set(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DayQuery }) { day }: DayQuery,
    @Body({ schema: SetPlanMembers }) body: SetPlanMembers,
  ): Promise<PlanNames> {
    await this.members.set(caller, id, body);
    return this.names.show(caller, id, day ?? caller.today);
  }
}
