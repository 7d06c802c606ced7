import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Delegation, DelegationList, GiveDelegation, Id } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('people')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get()
  @Endpoint({ summary: 'Who acts for whom, as far as it concerns me or my unit', answer: DelegationList })
  list(@SignedIn() caller: Caller): Promise<DelegationList> {
    return this.delegations.list(caller);
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    summary: 'Let a colleague act in my post for some days',
    answer: Delegation,
    status: 201,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED', 'GUARD_REFUSED'],
  })
  give(@SignedIn() caller: Caller, @Body({ schema: GiveDelegation }) body: GiveDelegation): Promise<Delegation> {
    return this.delegations.give(caller, body);
  }

  @Delete(':id')
  @Endpoint({
    summary: 'End a delegation before its last day',
    answer: Delegation,
    errors: ['NOT_FOUND', 'CSRF_REJECTED'],
  })
  end(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<Delegation> {
    return this.delegations.end(caller, id);
  }
}
