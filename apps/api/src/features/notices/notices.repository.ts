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

const listNotices = {
  name: 'list-notices',
  text: `
    select n.outbox_id, n.instance_id, n.template, n.on_day, n.at, n.read_at, i.flow, i.plan_id,
           coalesce(i.title, item.title, plan.title) as title, item.ref, i.due_on, u.short_name as by_unit_name,
           case when i.to_unit_id <> $1 and n.by_unit_id is null then asked.short_name end as asked_unit_name
    from (select * from notice where unit_id = $1 and ($2::bigint is null or outbox_id < $2)
          order by outbox_id desc limit $3) n
    join instance i on i.id = n.instance_id
    join plan on plan.id = i.plan_id
    left join plan_item item on item.id = i.item_id
    join unit asked on asked.id = i.to_unit_id
    left join unit u on u.id = n.by_unit_id
    order by n.outbox_id desc, n.instance_id`,
};

const countUnread = {
  name: 'count-unread-notices',
  text: `select count(*)::int as unread from notice where unit_id = $1 and read_at is null`,
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

  list(unitId: string, after: string | null, limit: number): Promise<NoticeRow[]> {
    return this.sql.rows<NoticeRow & Record<string, unknown>>(listNotices, [unitId, after, limit]);
  }

  async unread(unitId: string): Promise<number> {
    return (await this.sql.row<{ unread: number }>(countUnread, [unitId]))?.unread ?? 0;
  }

  async markRead(unitId: string, ids: readonly string[] | null): Promise<void> {
    if (ids === null) await this.sql.rows(readAll, [unitId]);
    else await this.sql.rows(readSome, [unitId, ids]);
  }
}
