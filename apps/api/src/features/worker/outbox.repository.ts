import { Injectable } from '@nestjs/common';

import type { SqlRunner } from '../../platform/database/sql.js';
import type { OutboxEffect } from '../work/engine/writes.js';

export interface OutboxRow {
  id: string;
  instance_id: string;
  effect: OutboxEffect;
  by_unit_id: string | null;
  on_day: string;
}

const takeOutbox = {
  name: 'take-outbox',
  text: `
    delete from outbox where id in (select id from outbox order by id limit $1 for update skip locked)
    returning id, instance_id, effect, by_unit_id, on_day`,
};

/** A notice is keyed by its outbox row, its instance and its receiver: delivered twice, it is still one. */
const insertNotices = {
  name: 'insert-notices',
  text: `
    insert into notice (outbox_id, unit_id, instance_id, template, by_unit_id, on_day)
    select x.* from jsonb_to_recordset($1::jsonb)
      as x(outbox_id bigint, unit_id text, instance_id uuid, template text, by_unit_id text, on_day date)
    on conflict do nothing`,
};

const wakeScreens = { name: 'wake-screens', text: `select pg_notify('phancong_live', $1)` };

@Injectable()
export class OutboxRepository {
  async take(limit: number, runner: SqlRunner): Promise<OutboxRow[]> {
    const rows = await runner.rows<OutboxRow & Record<string, unknown>>(takeOutbox, [limit]);
    return rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  async notify(rows: readonly OutboxRow[], runner: SqlRunner): Promise<void> {
    const notices = rows.flatMap((row) =>
      row.effect.notices.map((notice) => ({
        outbox_id: row.id,
        unit_id: notice.unitId,
        instance_id: notice.instanceId,
        template: notice.template,
        by_unit_id: row.by_unit_id,
        on_day: row.on_day,
      })),
    );
    if (notices.length > 0) await runner.rows(insertNotices, [JSON.stringify(notices)]);
  }

  async wake(message: string, runner: SqlRunner): Promise<void> {
    await runner.rows(wakeScreens, [message]);
  }
}
