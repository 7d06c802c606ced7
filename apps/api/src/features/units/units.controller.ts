import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UnitId, UnitList, UnitPage, UnitPageQuery, UnitsQuery } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Endpoint({
    summary: 'Units of the registry, of a day or of all times',
    answer: UnitList,
    errors: ['VALIDATION_FAILED'],
  })
  list(@Query({ schema: UnitsQuery }) query: UnitsQuery): Promise<UnitList> {
    return this.units.list(query);
  }

  @Get(':id')
  @Endpoint({
    summary: 'A unit, who it was and became, and its work where the caller may see it',
    answer: UnitPage,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND'],
  })
  show(
    @SignedIn() caller: Caller,
    @Param('id', { schema: UnitId }) id: string,
    @Query({ schema: UnitPageQuery }) query: UnitPageQuery,
  ): Promise<UnitPage> {
    return this.units.show(caller, id, query);
  }
}
