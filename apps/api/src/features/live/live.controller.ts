import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiveQuery } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { Endpoint } from '../../platform/http/endpoint.js';
import { Door } from '../people/door.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { LiveHub } from './live-hub.js';
import { lineOf, openEventStream } from './event-stream.js';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly door: Door,
  ) {}

  /** Written past Nest's own stream: one that is read slowly would be buffered there without limit. */
  @Get()
  @Endpoint({
    summary:
      'Server-sent events: something that this unit may see has changed (LiveSignal). After a lost line it goes on behind Last-Event-ID, or says «again» when that is too long ago',
    errors: ['VALIDATION_FAILED'],
  })
  async listen(
    @SignedIn() { actor }: Caller,
    @Req() request: SignedInRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: LiveQuery }) query: LiveQuery,
    @Headers('last-event-id') heard: string | undefined,
  ): Promise<void> {
    const raw = openEventStream(reply);
    const close = await this.hub.open(
      {
        unitId: actor.unitId,
        line: lineOf(raw),
        mayStill: async () => (await this.door.callerOf(request))?.actor.unitId === actor.unitId,
      },
      positionOf(heard ?? query.after),
    );
    raw.once('close', close);
    if (raw.destroyed) close();
  }
}

/** A place that this server cannot have given is as good as one too long ago: everything is read again. */
const positionOf = (heard: string | undefined): bigint | null =>
  heard === undefined || heard === '' ? null : /^\d{1,18}$/.test(heard) ? BigInt(heard) : -1n;
