import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EditItem, Id, PlanReview, ReviewDoubt, ReviewItem, SettleDoubt } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanReviewService } from './plan-review.service.js';

@ApiTags('plans')
@Controller('plans/:id')
export class PlanReviewController {
  constructor(private readonly review: PlanReviewService) {}

  @Get('review')
  @Endpoint({ summary: 'Rows, doubts and source of a plan, for its owner', answer: PlanReview, errors: ['NOT_FOUND'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanReview> {
    return this.review.show(caller, id);
  }

  @Patch('items/:itemId')
  @Endpoint({
    summary: 'Correct a row of a plan under review',
    answer: ReviewItem,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED', 'STALE_VERSION', 'EVENT_NOT_EXPECTED'],
  })
  edit(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
    @Body({ schema: EditItem }) body: EditItem,
  ): Promise<ReviewItem> {
    return this.review.edit(caller, id, itemId, body);
  }

  @Post('doubts/:doubtId/settle')
  @HttpCode(200)
  @Endpoint({
    summary: 'Settle a doubt of the reader',
    answer: ReviewDoubt,
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED', 'EVENT_NOT_EXPECTED'],
  })
  settle(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('doubtId', { schema: Id }) doubtId: string,
    @Body({ schema: SettleDoubt }) body: SettleDoubt,
  ): Promise<ReviewDoubt> {
    return this.review.settle(caller, id, doubtId, body);
  }
}
