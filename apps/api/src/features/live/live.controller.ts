import { Controller, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { LiveHub } from './live-hub.js';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly units: UnitsRepository,
  ) {}

  @Sse()
  @Endpoint({ summary: 'Server-sent events: something that this unit may see has changed (LiveSignal)' })
  async listen(@SignedIn() { actor }: Caller): Promise<Observable<object>> {
    return this.hub.screen(actor.unitId, await this.units.superiorOf(actor.unitId));
  }
}
