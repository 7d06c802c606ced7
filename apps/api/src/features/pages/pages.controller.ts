import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, InstancePage } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { InstancePageService } from './instance-page.service.js';

@ApiTags('work')
@Controller('instances')
export class PagesController {
  constructor(private readonly pages: InstancePageService) {}

  @Get(':id')
  @Endpoint({ summary: 'The page of one piece of work', answer: InstancePage, errors: ['NOT_FOUND'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<InstancePage> {
    return this.pages.show(caller, id);
  }
}
