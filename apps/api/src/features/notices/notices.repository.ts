import { Injectable } from '@nestjs/common';
import type { FlowId } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';

export interface NoticeRow {
  outbox_id: string;
  instance_id: string;
  template: string;
  on_day: string;
  at: Date;
  read_at: Date | null;
  flow: FlowId;
  plan_id: string;
  title: string;
  ref: string | null;
  due_on: string | null;
  by_unit_name: string | null;
  /** Who owes the work, for a reader who does not: the sentence of a move names its mover already. */
  asked_unit_name: string | null;
}

export interface BundleRow extends NoticeRow {
  count: number;
  unread: number;
}

/** Notices of one kind on one day. */
export interface BundleKey {
  onDay: string;
  template: string;
}

/** Where a page of the notices of a bundle ended. */
export interface NoticePosition {
  outboxId: string;
  instanceId: string;
}

/** What a notice is about, for a set of them aliased `n`. */
const noticeColumns = `
  n.outbox_id, n.instance_id, n.template, n.on_day, n.at, n.read_at, i.flow, i.plan_id,
  coalesce(i.title, i.line_title, '') as title, i.line_ref as ref, i.due_on, u.short_name as by_unit_name,
  case when i.to_unit_id <> $1 and n.by_unit_id is null then asked.short_name end as asked_unit_name`;

const noticeTables = `
  join instance i on i.id = n.instance_id
  join unit asked on asked.id = i.to_unit_id
  left join unit u on u.id = n.by_unit_id`;

/** One row for each day and kind, from the end of notice_day_idx until the page is full, each with its newest notice. */
const listBundles = {
  name: 'list-notice-bundles',
  text: `
    with bundle as (
      select on_day, template, count(*)::int as count, count(*) filter (where read_at is null)::int as unread
      from notice
      where unit_id = $1 and ($2::date is null or (on_day, template) < ($2, $3::text))
      group by on_day, template order by on_day desc, template desc limit $4)
    select ${noticeColumns}, bundle.count, bundle.unread
    from bundle
    cross join lateral (
      select * from notice
      where unit_id = $1 and on_day = bundle.on_day and template = bundle.template
      order by outbox_id desc, instance_id desc limit 1) n
    ${noticeTables}
    order by n.on_day desc, n.template desc`,
};

const listOfBundle = {
  name: 'list-notices-of-bundle',
  text: `
    select ${noticeColumns}
    from (select * from notice
          where unit_id = $1 and on_day = $2 and template = $3
            and ($4::bigint is null or (outbox_id, instance_id) < ($4, $5::uuid))
          order by outbox_id desc, instance_id desc limit $6) n
    ${noticeTables}
    order by n.outbox_id desc, n.instance_id desc`,
};

const countUnread = {
  name: 'count-unread-bundles',
  text: `select count(distinct (on_day, template))::int as unread from notice where unit_id = $1 and read_at is null`,
};

const readBundle = {
  name: 'read-notice-bundle',
  text: `
    update notice set read_at = now() where unit_id = $1 and on_day = $2 and template = $3 and read_at is null`,
};

const readSome = {
  name: 'read-some-notices',
  text: `update notice set read_at = now() where unit_id = $1 and outbox_id = any($2::bigint[]) and read_at is null`,
};

const readAll = {
  name: 'read-all-notices',
  text: `update notice set read_at = now() where unit_id = $1 and read_at is null`,
};

@Injectable()
export class NoticesRepository {
  constructor(private readonly sql: Sql) {}

  bundles(unitId: string, after: BundleKey | null, limit: number): Promise<BundleRow[]> {
    const values = [unitId, after?.onDay ?? null, after?.template ?? null, limit];
    return this.sql.rows<BundleRow & Record<string, unknown>>(listBundles, values);
  }

  ofBundle(unitId: string, key: BundleKey, after: NoticePosition | null, limit: number): Promise<NoticeRow[]> {
    const values = [unitId, key.onDay, key.template, after?.outboxId ?? null, after?.instanceId ?? null, limit];
    return this.sql.rows<NoticeRow & Record<string, unknown>>(listOfBundle, values);
  }

  async markBundleRead(unitId: string, { onDay, template }: BundleKey): Promise<void> {
    await this.sql.rows(readBundle, [unitId, onDay, template]);
  }

  async unread(unitId: string): Promise<number> {
    return (await this.sql.row<{ unread: number }>(countUnread, [unitId]))?.unread ?? 0;
  }

  async markRead(unitId: string, ids: readonly string[] | null): Promise<void> {
    if (ids === null) await this.sql.rows(readAll, [unitId]);
    else await this.sql.rows(readSome, [unitId, ids]);
  }
}
