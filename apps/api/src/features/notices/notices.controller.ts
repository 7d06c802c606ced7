import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NoticeList, NoticesOfBundle, NoticesOfBundleQuery, PageQuery, ReadNotices } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { NoticesService } from './notices.service.js';

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Endpoint({
    summary: 'What my unit was told, by day and kind, newest first',
    answer: NoticeList,
    errors: ['VALIDATION_FAILED'],
  })
  list(@SignedIn() caller: Caller, @Query({ schema: PageQuery }) query: PageQuery): Promise<NoticeList> {
    return this.notices.list(caller, query);
  }

  @Get('bundle')
  @Endpoint({
    summary: 'The notices of one kind on one day',
    answer: NoticesOfBundle,
    errors: ['VALIDATION_FAILED'],
  })
  ofBundle(
    @SignedIn() caller: Caller,
    @Query({ schema: NoticesOfBundleQuery }) query: NoticesOfBundleQuery,
  ): Promise<NoticesOfBundle> {
    return this.notices.ofBundle(caller, query);
  }

  @Post('read')
  @HttpCode(204)
  @Endpoint({ summary: 'Mark notices as read', status: 204, errors: ['VALIDATION_FAILED'] })
  read(@SignedIn() caller: Caller, @Body({ schema: ReadNotices }) body: ReadNotices): Promise<void> {
    return this.notices.markRead(caller, body);
  }
}
