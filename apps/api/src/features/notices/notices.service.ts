import { Injectable } from '@nestjs/common';
import {
  Id,
  IsoDate,
  type Notice,
  type NoticeBundle,
  type NoticeList,
  type NoticesOfBundle,
  type NoticesOfBundleQuery,
  type PageQuery,
  type ReadNotices,
} from '@phancong/contracts';
import { bundleWords, noticeWords, ownVersionOf } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { FlowRegistry } from '../own-flows/flow-registry.service.js';
import type { Caller } from '../people/request-actor.js';
import {
  NoticesRepository,
  type BundleKey,
  type BundleRow,
  type NoticePosition,
  type NoticeRow,
} from './notices.repository.js';

const toNotice = (row: NoticeRow): Notice => ({
  id: row.outbox_id,
  at: row.at.toISOString(),
  onDay: row.on_day,
  words: noticeWords(row.template, {
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

const toBundle = (row: BundleRow): NoticeBundle => {
  const newest = toNotice(row);
  return {
    onDay: row.on_day,
    template: row.template,
    count: row.count,
    unread: row.unread,
    words: bundleWords(row.template, row.count, newest.words),
    newest,
  };
};

/** What a unit is told in the application. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly flows: FlowRegistry,
  ) {}

  /** An own flow speaks in its own sentences: the versions that these notices come from are learnt first. */
  private learn(rows: readonly NoticeRow[]): Promise<void> {
    const versions = rows.flatMap(({ template }) => ownVersionOf(template) ?? []);
    return this.flows.ensure(versions.map(({ flow, version }) => ({ flow, machine_version: version })));
  }

  /** Within a day the newest first. */
  async list({ actor }: Caller, { after, limit }: PageQuery): Promise<NoticeList> {
    const [rows, unread] = await Promise.all([
      this.notices.bundles(actor.unitId, readBundlePosition(after), limit + 1),
      this.notices.unread(actor.unitId),
    ]);
    const page = rows.slice(0, limit);
    await this.learn(page);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = last ? `${last.on_day}_${last.template}` : null;
    return { items: page.sort(newestFirst).map(toBundle), next, unread };
  }

  /** The notices behind one line of the list. */
  async ofBundle({ actor }: Caller, { after, limit, ...key }: NoticesOfBundleQuery): Promise<NoticesOfBundle> {
    const rows = await this.notices.ofBundle(actor.unitId, key, readNoticePosition(after), limit + 1);
    const page = rows.slice(0, limit);
    await this.learn(page);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { items: page.map(toNotice), next: last ? `${last.outbox_id}_${last.instance_id}` : null };
  }

  async markRead({ actor }: Caller, { ids, all, bundle }: ReadNotices): Promise<void> {
    if (all) await this.notices.markRead(actor.unitId, null);
    else if (bundle) await this.notices.markBundleRead(actor.unitId, bundle);
    else if (ids && ids.length > 0) await this.notices.markRead(actor.unitId, ids);
  }
}

const newestFirst = (a: BundleRow, b: BundleRow) =>
  b.on_day.localeCompare(a.on_day) || (BigInt(a.outbox_id) < BigInt(b.outbox_id) ? 1 : -1);

/** Reads where a page ended; anything else that a client sends is refused. */
function readBundlePosition(after: string | undefined): BundleKey | null {
  if (after === undefined) return null;
  const [, onDay, template] = /^(\d{4}-\d{2}-\d{2})_(\w{1,80})$/.exec(after) ?? [];
  if (!IsoDate.safeParse(onDay).success || !onDay || !template) throw wrongPosition();
  return { onDay, template };
}

function readNoticePosition(after: string | undefined): NoticePosition | null {
  if (after === undefined) return null;
  const [, outboxId, instanceId] = /^(\d{1,18})_(.{36})$/.exec(after) ?? [];
  if (!outboxId || !Id.safeParse(instanceId).success || !instanceId) throw wrongPosition();
  return { outboxId, instanceId };
}

const wrongPosition = () => new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
