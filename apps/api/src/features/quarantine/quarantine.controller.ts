import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DamagedWork, Id, Quarantine, RepairWork } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { QuarantineService } from './quarantine.service.js';

@ApiTags('administration')
@Controller('quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: QuarantineService) {}

  @Get()
  @Endpoint({
    summary: 'Work that was set aside because what is stored of it is damaged',
    answer: Quarantine,
    errors: ['NOT_ALLOWED'],
  })
  list(@SignedIn() caller: Caller): Promise<Quarantine> {
    return this.quarantine.list(caller);
  }

  @Post(':id/repair')
  @HttpCode(200)
  @Endpoint({
    summary: 'Put what the history of a damaged piece of work gives in its place',
    answer: DamagedWork,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'GUARD_REFUSED', 'STALE_VERSION', 'CSRF_REJECTED'],
  })
  repair(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RepairWork }) body: RepairWork,
  ): Promise<DamagedWork> {
    return this.quarantine.repair(caller, id, body);
  }
}
