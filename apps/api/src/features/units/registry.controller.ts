import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordEvents, RegistryEvents, RegistryPreview } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { RegistryService } from './registry.service.js';

@ApiTags('units')
@Controller('registry')
export class RegistryController {
  constructor(private readonly registry: RegistryService) {}

  @Get('events')
  @Endpoint({
    summary: 'What happened to units: founded, renamed, moved, merged, split, abolished',
    answer: RegistryEvents,
  })
  events(): Promise<RegistryEvents> {
    return this.registry.events();
  }

  @Post('preview')
  @HttpCode(200)
  @Endpoint({
    summary: 'What recording events would change, and the open work that would have to move; changes nothing',
    answer: RegistryPreview,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  preview(@SignedIn() caller: Caller, @Body({ schema: RecordEvents }) body: RecordEvents): Promise<RegistryPreview> {
    return this.registry.preview(caller, body);
  }

  @Post('events')
  @HttpCode(200)
  @Endpoint({
    summary: 'Record events of units, all or none',
    answer: RegistryPreview,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  record(@SignedIn() caller: Caller, @Body({ schema: RecordEvents }) body: RecordEvents): Promise<RegistryPreview> {
    return this.registry.record(caller, body);
  }
}
