import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CheckFlow,
  CopyFlow,
  FlowCheck,
  Id,
  OwnFlow,
  OwnFlows,
  RehearsalAnswer,
  RehearsalRequest,
  SaveFlow,
  SettleFlow,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { OwnFlowsService } from './own-flows.service.js';

const changeErrors = [
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'GUARD_REFUSED',
  'STALE_VERSION',
  'FLOW_NOT_SOUND',
  'CSRF_REJECTED',
] as const;

@ApiTags('own flows')
@Controller('own-flows')
export class OwnFlowsController {
  constructor(private readonly flows: OwnFlowsService) {}

  @Get()
  @Endpoint({ summary: 'Own flows of the units that I keep or approve for', answer: OwnFlows, errors: ['NOT_ALLOWED'] })
  list(@SignedIn() caller: Caller): Promise<OwnFlows> {
    return this.flows.list(caller);
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    summary: 'Copy a shipped flow, or an own one for its next version',
    answer: OwnFlow,
    status: 201,
    errors: changeErrors,
  })
  copy(@SignedIn() caller: Caller, @Body({ schema: CopyFlow }) body: CopyFlow): Promise<OwnFlow> {
    return this.flows.copy(caller, body);
  }

  @Post('checks')
  @HttpCode(200)
  @Endpoint({
    summary: 'Check a flow that is written as data, and draw it; nothing is kept',
    answer: FlowCheck,
    errors: ['NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  check(@SignedIn() caller: Caller, @Body({ schema: CheckFlow }) { document }: CheckFlow): Promise<FlowCheck> {
    return this.flows.check(caller, document);
  }

  @Post('rehearsals')
  @HttpCode(200)
  @Endpoint({
    summary: 'Play a flow step by step on a clock of its own; nothing is kept',
    answer: RehearsalAnswer,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'FLOW_NOT_SOUND', 'CSRF_REJECTED'],
  })
  rehearse(
    @SignedIn() caller: Caller,
    @Body({ schema: RehearsalRequest }) body: RehearsalRequest,
  ): Promise<RehearsalAnswer> {
    return this.flows.rehearse(caller, body);
  }

  @Get(':id')
  @Endpoint({
    summary: 'An own flow with its faults and its drawing',
    answer: OwnFlow,
    errors: ['NOT_FOUND', 'NOT_ALLOWED'],
  })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<OwnFlow> {
    return this.flows.show(caller, id);
  }

  @Put(':id')
  @Endpoint({ summary: 'Save a draft', answer: OwnFlow, errors: changeErrors })
  save(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveFlow }) body: SaveFlow,
  ): Promise<OwnFlow> {
    return this.flows.save(caller, id, body);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Endpoint({
    summary: 'Submit, release as a second person, return, discard, or stop using an own flow',
    answer: OwnFlow,
    errors: changeErrors,
  })
  settle(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SettleFlow }) body: SettleFlow,
  ): Promise<OwnFlow> {
    return this.flows.settle(caller, id, body);
  }
}
