import { Injectable } from '@nestjs/common';
import type { Notice, NoticeList, PageQuery, ReadNotices } from '@phancong/contracts';
import { noticeWords, type NoticeTemplateId } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { NoticesRepository, type NoticeRow } from './notices.repository.js';

const toNotice = (row: NoticeRow): Notice => ({
  id: row.outbox_id,
  at: row.at.toISOString(),
  onDay: row.on_day,
  words: noticeWords(row.template as NoticeTemplateId, {
    title: row.asked_unit_name ? `${row.title} - ${row.asked_unit_name}` : row.title,
    byUnitName: row.by_unit_name,
    ref: row.ref,
    dueOn: row.due_on,
    day: row.on_day,
  }),
  flow: row.flow,
  instanceId: row.instance_id,
  planId: row.plan_id,
  title: row.title,
  byUnitName: row.by_unit_name,
  readAt: row.read_at?.toISOString() ?? null,
});

/** What a unit is told in the application. */
@Injectable()
export class NoticesService {
  constructor(private readonly notices: NoticesRepository) {}

  async list({ actor }: Caller, { after, limit }: PageQuery): Promise<NoticeList> {
    if (after !== undefined && !/^\d{1,18}$/.test(after)) {
      throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
    }
    const [rows, unread] = await Promise.all([
      this.notices.list(actor.unitId, after ?? null, limit),
      this.notices.unread(actor.unitId),
    ]);
    const last = rows.length >= limit ? rows.at(-1) : undefined;
    return { items: rows.map(toNotice), next: last?.outbox_id ?? null, unread };
  }

  async markRead({ actor }: Caller, { ids, all }: ReadNotices): Promise<void> {
    if (all) await this.notices.markRead(actor.unitId, null);
    else if (ids && ids.length > 0) await this.notices.markRead(actor.unitId, ids);
  }
}
