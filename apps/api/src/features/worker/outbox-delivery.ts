import { Injectable, Logger } from '@nestjs/common';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { secondsUntilRetry } from '../../platform/delivery/back-off.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { LiveEventsRepository } from '../live/live-events.repository.js';
import { WebhookOutbox } from '../webhooks/webhook-outbox.js';
import { WebhookSignal } from '../webhooks/webhook-signal.js';
import { liveEventsOf } from './live-events-of.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

const BATCH = 200;

/** Inside one database a failure is no passing one: a handful of tries in ten minutes, then a person looks. */
const BACK_OFF = { firstSeconds: 2, factor: 3, mostSeconds: 300, mostAttempts: 6 };

/** What went wrong, in a length that a person reads. */
const MOST_FAULT = 500;

/**
 * Empties the outbox: notices, messages to other systems, signals to open screens. At least once, applied once, in the order of each instance.
 * A batch goes in one statement; one that fails is taken apart, so that the effect at fault is put off alone.
 */
@Injectable()
export class OutboxDelivery {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly sql: Sql,
    private readonly outbox: OutboxRepository,
    private readonly live: LiveEventsRepository,
    private readonly webhooks: WebhookOutbox,
    private readonly webhookSignal: WebhookSignal,
  ) {}

  /** Delivers what is due until nothing is, or until `goOn` says no. */
  async deliverAll(goOn: () => boolean): Promise<void> {
    while (goOn() && (await this.deliverBatch()) > 0);
  }

  private async deliverBatch(): Promise<number> {
    try {
      return await this.carry((runner) => this.outbox.deliverDue(BATCH, runner));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      return this.deliverApart();
    }
  }

  /** Row by row: the sound ones are delivered, the others put off. */
  private async deliverApart(): Promise<number> {
    const ids = await this.outbox.due(BATCH, this.sql.engine);
    for (const id of ids) {
      try {
        await this.carry((runner) => this.outbox.deliverOne(id, runner));
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        await this.putOff(id, error);
      }
    }
    return ids.length;
  }

  private async carry(deliver: (runner: SqlRunner) => Promise<OutboxRow[]>): Promise<number> {
    const { delivered, toOthers } = await this.sql.transaction(async (runner) => {
      await this.outbox.keepOrder(runner);
      const rows = await deliver(runner);
      const written = await this.webhooks.enqueue(
        rows.map(({ effect }) => effect),
        runner,
      );
      await this.live.tell(liveEventsOf(rows), runner);
      return { delivered: rows.length, toOthers: written };
    });
    if (toOthers) this.webhookSignal.ring();
    return delivered;
  }

  private async putOff(id: string, error: unknown): Promise<void> {
    const fault = (error instanceof Error ? error.message : String(error)).slice(0, MOST_FAULT);
    const failures = (await this.outbox.failuresOf(id, this.sql.engine)) + 1;
    const seconds = secondsUntilRetry(failures, id, BACK_OFF);
    this.logger.error({ err: error, outbox: id, failures, dead: seconds === undefined });
    await this.outbox.putOff(id, fault, seconds, this.sql.engine);
  }
}
