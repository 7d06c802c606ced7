import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SecurityEventPageList, SecurityEventsQuery } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { requireDeed } from '../people/require-deed.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { SecurityLogRepository } from '../people/security-log.repository.js';
import { UnitsRepository } from '../units/units.repository.js';

@ApiTags('people')
@Controller('security-events')
export class SecurityEventsController {
  constructor(
    private readonly log: SecurityLogRepository,
    private readonly units: UnitsRepository,
  ) {}

  @Get()
  @Endpoint({
    summary: 'The security log: who came in, whose rights changed, what was refused',
    answer: SecurityEventPageList,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  async list(
    @SignedIn() caller: Caller,
    @Query({ schema: SecurityEventsQuery }) query: SecurityEventsQuery,
  ): Promise<SecurityEventPageList> {
    requireDeed(caller, 'readSecurityLog');
    if (query.after !== undefined && !/^\d{1,18}$/.test(query.after)) {
      throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
    }
    const rows = await this.log.list(await this.units.keptBy(caller.actor.unitId), query);
    const items = rows.slice(0, query.limit);
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }
}
