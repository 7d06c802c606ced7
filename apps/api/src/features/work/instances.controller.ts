import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  BulkMoveAnswer,
  type BulkMoveLine,
  BulkMovePreview,
  BulkMoveRequest,
  Id,
  InstancePageList,
  InstancesQuery,
  MoveAnswer,
  MoveRequest,
  StartOffers,
  StartRequest,
  StopBulkMove,
} from '@phancong/contracts';

import type { FastifyReply } from 'fastify';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { streamLines } from '../../platform/http/stream-lines.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { SecurityLog } from '../people/security-log.service.js';
import { BulkMovesService } from './bulk-moves.service.js';
import { CarriedMoves } from './carried-moves.js';
import { InboxService } from './inbox.service.js';
import { MovesService } from './moves.service.js';
import { ServerFacts } from './server-facts.js';
import { StartService } from './start.service.js';

const moveErrors = [
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'EVENT_NOT_EXPECTED',
  'GUARD_REFUSED',
  'STALE_VERSION',
  'SAME_KEY_OTHER_REQUEST',
] as const;

@ApiTags('work')
@ApiHeader({ name: 'idempotency-key', required: false, description: 'The same request again gets the first answer.' })
@Controller()
export class InstancesController {
  constructor(
    private readonly inbox: InboxService,
    private readonly moves: MovesService,
    private readonly bulkMoves: BulkMovesService,
    private readonly starts: StartService,
    private readonly serverFacts: ServerFacts,
    private readonly carried: CarriedMoves,
    private readonly log: SecurityLog,
  ) {}

  @Get('instances')
  @Endpoint({ summary: 'The list behind a number', answer: InstancePageList, errors: ['VALIDATION_FAILED'] })
  list(
    @SignedIn() caller: Caller,
    @Query({ schema: InstancesQuery }) query: InstancesQuery,
  ): Promise<InstancePageList> {
    return this.inbox.list(caller, query);
  }

  @Post('instances')
  @HttpCode(201)
  @Endpoint({
    summary:
      'Start a flow: ask for more time, offer a product, ask a question, report harmful information, open an estimate',
    answer: MoveAnswer,
    status: 201,
    errors: moveErrors,
  })
  start(
    @SignedIn() caller: Caller,
    @Body({ schema: StartRequest }) body: StartRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<MoveAnswer> {
    return this.starts.start(caller, body, key);
  }

  @Get('instances/:id/starts')
  @Endpoint({
    summary: 'What may be opened on a piece of work or on a plan',
    answer: StartOffers,
    errors: ['NOT_FOUND'],
  })
  async offers(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<StartOffers> {
    return { items: await this.starts.offers(caller, id) };
  }

  @Post('instances/:id/moves')
  @HttpCode(200)
  @Endpoint({ summary: 'Make one move', answer: MoveAnswer, errors: moveErrors })
  async move(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MoveRequest }) body: MoveRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<MoveAnswer> {
    const carry = this.carried.of(body.event);
    if (carry) return carry(caller, id, body, key);
    // Facts of the server tell of the instance: they are gathered for those alone who may see it.
    if (this.serverFacts.concerns(body.event)) await this.moves.requireSeen(caller, id);
    const payload = await this.serverFacts.complete(id, body.event, body.payload);
    return this.moves.move(caller, id, { ...body, payload }, key);
  }

  @Post('moves')
  @HttpCode(200)
  @Endpoint({
    summary: 'Make the same move on many instances; each has its own outcome',
    answer: BulkMoveAnswer,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'SAME_KEY_OTHER_REQUEST'],
  })
  async moveMany(
    @SignedIn() caller: Caller,
    @Body({ schema: BulkMoveRequest }) body: BulkMoveRequest,
    @IdempotencyKey() key: string | null,
    @Req() request: SignedInRequest,
  ): Promise<BulkMoveAnswer> {
    this.requireBulk(body.event);
    const answer = await this.bulkMoves.moveMany(caller, body, key);
    await this.log.noteRefusedParts(request, answer.refused);
    return answer;
  }

  @Post('moves/stream')
  @HttpCode(200)
  @Endpoint({
    summary:
      'The same, told as it goes on: one line of JSON (BulkMoveLine) for each part that is durable, the answer last',
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'SAME_KEY_OTHER_REQUEST'],
  })
  async moveManyTold(
    @SignedIn() caller: Caller,
    @Body({ schema: BulkMoveRequest }) body: BulkMoveRequest,
    @IdempotencyKey() key: string | null,
    @Req() request: SignedInRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.requireBulk(body.event);
    await streamLines(reply, async (write) => {
      const tell = (line: BulkMoveLine) => write(line);
      const answer = await this.bulkMoves.moveMany(caller, body, key, tell);
      await this.log.noteRefusedParts(request, answer.refused);
      tell({ answer });
    });
  }

  @Post('moves/stop')
  @HttpCode(204)
  @Endpoint({
    summary: 'Stop a bulk move of mine between two parts; it answers with what was left',
    status: 204,
    errors: ['VALIDATION_FAILED'],
  })
  stopMany(@SignedIn() caller: Caller, @Body({ schema: StopBulkMove }) { key }: StopBulkMove): Promise<void> {
    return this.bulkMoves.stop(caller, key);
  }

  @Post('moves/preview')
  @HttpCode(200)
  @Endpoint({
    summary: 'What the same move would do to many instances now; nothing is written',
    answer: BulkMovePreview,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED'],
  })
  async previewMany(
    @SignedIn() caller: Caller,
    @Body({ schema: BulkMoveRequest }) body: BulkMoveRequest,
  ): Promise<BulkMovePreview> {
    this.requireBulk(body.event);
    return this.bulkMoves.preview(caller, body);
  }

  /** What the server completes or carries is done on one instance at a time. */
  private requireBulk(event: string): void {
    if (this.serverFacts.concerns(event) || this.carried.of(event)) throw new DomainError('NOT_ALLOWED');
  }
}
