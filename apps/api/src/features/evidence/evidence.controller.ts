import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Evidence, Id, RecordEvidence, WithdrawEvidence } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { EvidenceService } from './evidence.service.js';

@ApiTags('evidence')
@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Post('instances/:id/evidence')
  @HttpCode(201)
  @Endpoint({
    summary: 'Record evidence of a task or of one of its reporting periods',
    answer: Evidence,
    status: 201,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED'],
  })
  record(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecordEvidence }) body: RecordEvidence,
  ): Promise<Evidence> {
    return this.evidence.record(caller, id, body);
  }

  @Post('evidence/:id/withdraw')
  @HttpCode(200)
  @Endpoint({
    summary: 'Withdraw evidence that was recorded by mistake',
    answer: Evidence,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED'],
  })
  withdraw(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithdrawEvidence }) body: WithdrawEvidence,
  ): Promise<Evidence> {
    return this.evidence.withdraw(caller, id, body.reason);
  }
}
