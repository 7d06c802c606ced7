import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AddItem,
  EditDocument,
  EditItem,
  Id,
  MergeItems,
  PlanEdit,
  PlanReview,
  RemoveItemQuery,
  ReviewDoubt,
  ReviewItem,
  SettleDoubt,
  SplitItem,
  type ErrorCode,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PlanEditsService } from './plan-edits.service.js';
import { PlanReviewService } from './plan-review.service.js';

const errors: readonly ErrorCode[] = [
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'CSRF_REJECTED',
  'STALE_VERSION',
  'EVENT_NOT_EXPECTED',
];

@ApiTags('plans')
@Controller('plans/:id')
export class PlanReviewController {
  constructor(
    private readonly review: PlanReviewService,
    private readonly edits: PlanEditsService,
  ) {}

  @Get('review')
  @Endpoint({ summary: 'Rows, doubts and source of a plan, for its owner', answer: PlanReview, errors: ['NOT_FOUND'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanReview> {
    return this.review.show(caller, id);
  }

  @Patch('document')
  @Endpoint({ summary: 'Correct number, date, title and other facts of the document', answer: PlanReview, errors })
  editDocument(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EditDocument }) body: EditDocument,
  ): Promise<PlanReview> {
    return this.review.editDocument(caller, id, body);
  }

  @Post('items')
  @HttpCode(201)
  @Endpoint({ summary: 'Add a row that the reader missed', answer: ReviewItem, status: 201, errors })
  add(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddItem }) body: AddItem,
  ): Promise<ReviewItem> {
    return this.review.add(caller, id, body);
  }

  @Patch('items/:itemId')
  @Endpoint({ summary: 'Correct a row of a plan under review', answer: ReviewItem, errors })
  edit(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
    @Body({ schema: EditItem }) body: EditItem,
  ): Promise<ReviewItem> {
    return this.review.edit(caller, id, itemId, body);
  }

  @Delete('items/:itemId')
  @HttpCode(204)
  @Endpoint({ summary: 'Remove a row that is no task', status: 204, errors })
  async remove(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
    @Query({ schema: RemoveItemQuery }) { expectedVersion }: RemoveItemQuery,
  ): Promise<void> {
    await this.review.remove(caller, id, itemId, expectedVersion);
  }

  @Post('items/:itemId/split')
  @HttpCode(201)
  @Endpoint({ summary: 'Cut a row in two; answers the new row', answer: ReviewItem, status: 201, errors })
  split(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
    @Body({ schema: SplitItem }) body: SplitItem,
  ): Promise<ReviewItem> {
    return this.review.split(caller, id, itemId, body);
  }

  @Post('items/:itemId/merge')
  @HttpCode(200)
  @Endpoint({ summary: 'Join another row to this one', answer: ReviewItem, errors })
  merge(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('itemId', { schema: Id }) itemId: string,
    @Body({ schema: MergeItems }) body: MergeItems,
  ): Promise<ReviewItem> {
    return this.review.merge(caller, id, itemId, body);
  }

  @Post('doubts/:doubtId/settle')
  @HttpCode(200)
  @Endpoint({ summary: 'Settle a doubt of the reader', answer: ReviewDoubt, errors })
  settle(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('doubtId', { schema: Id }) doubtId: string,
    @Body({ schema: SettleDoubt }) body: SettleDoubt,
  ): Promise<ReviewDoubt> {
    return this.review.settle(caller, id, doubtId, body);
  }

  @Post('edits/undo')
  @HttpCode(200)
  @Endpoint({ summary: "Take the caller's last step back", answer: PlanEdit, errors: [...errors, 'GUARD_REFUSED'] })
  undo(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanEdit> {
    return this.edits.undo(caller, id);
  }

  @Post('edits/redo')
  @HttpCode(200)
  @Endpoint({
    summary: "Bring the caller's last undone step again",
    answer: PlanEdit,
    errors: [...errors, 'GUARD_REFUSED'],
  })
  redo(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PlanEdit> {
    return this.edits.redo(caller, id);
  }
}
