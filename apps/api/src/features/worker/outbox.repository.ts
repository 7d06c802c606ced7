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

/**
 * Takes the oldest rows and writes their notices in the same statement. A notice is keyed by its outbox row, its instance and
 * its receiver: delivered twice, it is still one.
 */
const deliverOutbox = {
  name: 'deliver-outbox',
  text: `
    with taken as (
      delete from outbox where id in (select id from outbox order by id limit $1 for update skip locked)
      returning id, instance_id, effect, by_unit_id, on_day),
    told as (
      insert into notice (outbox_id, unit_id, instance_id, template, by_unit_id, on_day)
      select t.id, n."unitId", n."instanceId", n.template, t.by_unit_id, t.on_day
      from taken t, jsonb_to_recordset(t.effect->'notices') as n("instanceId" uuid, "unitId" text, template text)
      on conflict do nothing)
    select * from taken`,
};

const wakeScreens = {
  name: 'wake-screens',
  text: `select pg_notify('phancong_live', message) from unnest($1::text[]) message`,
};

@Injectable()
export class OutboxRepository {
  /** Delivers up to `limit` rows; they come back oldest first. */
  async deliver(limit: number, runner: SqlRunner): Promise<OutboxRow[]> {
    const rows = await runner.rows<OutboxRow & Record<string, unknown>>(deliverOutbox, [limit]);
    return rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  async wake(messages: readonly string[], runner: SqlRunner): Promise<void> {
    await runner.rows(wakeScreens, [messages]);
  }
}
