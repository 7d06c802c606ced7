import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiTokenList, ApiTokenMade, Id, NewApiToken } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { SignedIn, type Caller } from './request-actor.js';
import { makeToken } from './secret-token.js';
import { actedBy, SecurityLog } from './security-log.service.js';

/** Begins every key, so that one that leaked into a text can be found there. */
const PREFIX = 'phancong_';

@ApiTags('session')
@Controller('tokens')
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly log: SecurityLog,
  ) {}

  @Get()
  @Endpoint({ summary: 'My keys for other systems', answer: ApiTokenList })
  async list(@SignedIn() { actor }: Caller): Promise<ApiTokenList> {
    return { items: await this.tokens.list(actor.personId) };
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    summary: 'Make a key that acts in my present seat within its scopes',
    answer: ApiTokenMade,
    status: 201,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  async make(@SignedIn() caller: Caller, @Body({ schema: NewApiToken }) body: NewApiToken): Promise<ApiTokenMade> {
    const { actor, seatId } = caller;
    // A delegation is for a person; a key would act on in nobody's name.
    if (actor.onBehalfOf) throw new DomainError('NOT_ALLOWED');
    const token = PREFIX + makeToken();
    const item = await this.tokens.insert(token, actor.personId, seatId, body);
    await this.log.note({ kind: 'tokenMade', ...actedBy(caller), about: `${body.name} (${body.scopes.join(', ')})` });
    return { token, item };
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({ summary: 'Revoke a key of mine', status: 204, errors: ['NOT_FOUND', 'CSRF_REJECTED'] })
  async revoke(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<void> {
    if (!(await this.tokens.revoke(id, caller.actor.personId))) throw new DomainError('NOT_FOUND');
    await this.log.note({ kind: 'tokenRevoked', ...actedBy(caller) });
  }
}
