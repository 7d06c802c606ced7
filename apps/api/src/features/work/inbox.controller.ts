import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InboxQuery, InboxSummary, InstancePageList } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { InboxService } from './inbox.service.js';

@ApiTags('work')
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Endpoint({
    summary: 'What my unit owes, nearest deadline first',
    answer: InstancePageList,
    errors: ['VALIDATION_FAILED'],
  })
  list(@SignedIn() caller: Caller, @Query({ schema: InboxQuery }) query: InboxQuery): Promise<InstancePageList> {
    return this.inbox.inbox(caller, query);
  }

  @Get('summary')
  @Endpoint({ summary: 'The numbers of my unit', answer: InboxSummary })
  summary(@SignedIn() caller: Caller): Promise<InboxSummary> {
    return this.inbox.summary(caller);
  }
}
