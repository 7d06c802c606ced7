import { Injectable } from '@nestjs/common';
import type { NewWebhookReceiver, WebhookReceiver } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

/** Units whose receivers an administrator keeps; null: all. */
export type KeptUnits = readonly string[] | null;

interface ReceiverRow {
  id: string;
  name: string;
  url: string;
  events: WebhookReceiver['events'];
  flows: WebhookReceiver['flows'];
  unit_id: string;
  unit_name: string;
  made_by_name: string;
  made_at: Date;
  paused_at: Date | null;
  waiting: number;
  dead: number;
  delivered_at: Date | null;
}

const listReceivers = {
  name: 'list-webhook-receivers',
  text: `
    select r.id, r.name, r.url, r.events, r.flows, r.unit_id, u.name as unit_name, p.full_name as made_by_name, r.made_at,
      r.paused_at,
      (select count(*)::int from webhook_delivery d where d.receiver_id = r.id and d.settled_at is null) as waiting,
      (select count(*)::int from webhook_delivery d where d.receiver_id = r.id and d.dead) as dead,
      (select d.settled_at from webhook_delivery d where d.receiver_id = r.id and d.settled_at is not null and not d.dead
       order by d.seq desc limit 1) as delivered_at
    from webhook_receiver r join unit u on u.id = r.unit_id join person p on p.id = r.person_id
    where ($1::text[] is null or r.unit_id = any($1)) and ($2::uuid is null or r.id = $2)
    order by r.made_at, r.id limit 200`,
};

const countReceivers = { name: 'count-webhook-receivers', text: 'select count(*)::int as count from webhook_receiver' };

const insertReceiver = {
  name: 'insert-webhook-receiver',
  text: `
    insert into webhook_receiver (id, name, url, events, flows, unit_id, person_id, secret)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const setSecret = { name: 'set-webhook-secret', text: 'update webhook_receiver set secret = $2 where id = $1' };

const setPaused = {
  name: 'pause-webhook-receiver',
  text: `update webhook_receiver set paused_at = case when $2 then coalesce(paused_at, now()) end where id = $1`,
};

const deleteReceiver = { name: 'delete-webhook-receiver', text: 'delete from webhook_receiver where id = $1' };

const activeUnits = {
  name: 'list-active-webhook-receivers',
  text: 'select id, unit_id as "unitId" from webhook_receiver where paused_at is null',
};

const toReceiver = (row: ReceiverRow): WebhookReceiver => ({
  id: row.id,
  name: row.name,
  url: row.url,
  events: row.events,
  flows: row.flows,
  unitId: row.unit_id,
  unitName: row.unit_name,
  madeByName: row.made_by_name,
  madeAt: row.made_at.toISOString(),
  pausedAt: row.paused_at?.toISOString() ?? null,
  waiting: row.waiting,
  dead: row.dead,
  deliveredAt: row.delivered_at?.toISOString() ?? null,
});

/** Systems that are told of work. */
@Injectable()
export class ReceiversRepository {
  constructor(private readonly sql: Sql) {}

  async list(kept: KeptUnits, id: string | null = null): Promise<WebhookReceiver[]> {
    const rows = await this.sql.rows<ReceiverRow & Record<string, unknown>>(listReceivers, [kept, id]);
    return rows.map(toReceiver);
  }

  async count(runner: SqlRunner): Promise<number> {
    return (await runner.rows<{ count: number }>(countReceivers))[0]?.count ?? 0;
  }

  async insert(
    id: string,
    { name, url, events, flows }: NewWebhookReceiver,
    by: { unitId: string; personId: string },
    secret: Buffer,
    runner: SqlRunner,
  ): Promise<void> {
    await runner.rows(insertReceiver, [id, name, url, events, flows, by.unitId, by.personId, secret]);
  }

  async setSecret(id: string, secret: Buffer, runner: SqlRunner): Promise<void> {
    await runner.rows(setSecret, [id, secret]);
  }

  async setPaused(id: string, paused: boolean, runner: SqlRunner): Promise<void> {
    await runner.rows(setPaused, [id, paused]);
  }

  async remove(id: string, runner: SqlRunner): Promise<void> {
    await runner.rows(deleteReceiver, [id]);
  }

  /** Receivers that are told now, each with the unit whose sight it has. */
  active(runner: SqlRunner): Promise<{ id: string; unitId: string }[]> {
    return runner.rows<{ id: string; unitId: string }>(activeUnits);
  }
}
