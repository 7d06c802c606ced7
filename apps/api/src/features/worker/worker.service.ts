import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';
import { DamagedSnapshot } from '@phancong/workflows';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { ClockService } from '../clock/clock.service.js';
import { messagesOf } from './live-message.js';
import { MovesService } from '../work/moves.service.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { DueRowsRepository, type DueRow } from './due-rows.repository.js';
import { OutboxRepository } from './outbox.repository.js';

const POLL_MS = 1000;
const OUTBOX_BATCH = 200;
const DUE_BATCH = 200;
/** NOTIFY takes less than 8,000 bytes. */
const MESSAGE_BYTES = 7000;

/**
 * Fires due rows and empties the outbox. Several workers may run side by side: rows are taken with SKIP LOCKED, in
 * bounded batches, each batch in one transaction. The bell is a hint; polling is what makes sure.
 */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private queued = false;
  private resting = false;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly clock: ClockService,
    private readonly moves: MovesService,
    private readonly dueRows: DueRowsRepository,
    private readonly outbox: OutboxRepository,
    private readonly signal: OutboxSignal,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.signal.onRing(() => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Fires everything due by the day and delivers what came of it; returns how many clocks fired. */
  async catchUp(today: IsoDate): Promise<number> {
    let fired = 0;
    for (;;) {
      const batch = await this.fireBatch(today);
      fired += batch;
      if (batch === 0) break;
    }
    await this.deliverAll();
    return fired;
  }

  /** Keeps the background still while `work` sets the clock and catches up by itself. */
  async restWhile<Result>(work: () => Promise<Result>): Promise<Result> {
    this.resting = true;
    await this.running;
    try {
      return await work();
    } finally {
      this.resting = false;
      this.wake();
    }
  }

  private wake(): void {
    if (this.queued || this.resting || this.stopped) return;
    this.queued = true;
    this.running = this.running.then(async () => {
      this.queued = false;
      try {
        await this.deliverAll();
        await this.catchUp((await this.clock.read()).today);
      } catch (error) {
        if (!isDatabaseAway(error)) this.logger.error({ err: error });
      }
    });
  }

  private async deliverAll(): Promise<void> {
    while (!this.stopped && (await this.deliverBatch()) === OUTBOX_BATCH);
  }

  private deliverBatch(): Promise<number> {
    return this.sql.transaction(async (runner) => {
      const rows = await this.outbox.take(OUTBOX_BATCH, runner);
      if (rows.length === 0) return 0;
      await this.outbox.notify(rows, runner);
      let message: object[] = [];
      let bytes = 0;
      for (const part of messagesOf(rows)) {
        const size = JSON.stringify(part).length + 1;
        if (bytes + size > MESSAGE_BYTES) {
          await this.outbox.wake(JSON.stringify(message), runner);
          [message, bytes] = [[], 0];
        }
        message.push(part);
        bytes += size;
      }
      await this.outbox.wake(JSON.stringify(message), runner);
      return rows.length;
    });
  }

  /** A clock fires at its nominal day, however late the worker comes; one that its state no longer expects is dropped. */
  private fireBatch(today: IsoDate): Promise<number> {
    return this.sql.transaction(async (runner) => {
      const rows = await this.dueRows.take(today, DUE_BATCH, runner);
      for (const row of rows) await this.fire(row, runner);
      return rows.length;
    });
  }

  private async fire(row: DueRow, runner: SqlRunner): Promise<void> {
    try {
      const moved = await this.moves.sendBySystem(row.instance_id, row.event, {}, row.fire_on, runner);
      if (!moved) await this.dueRows.drop(row, runner);
    } catch (error) {
      // One instance that cannot be read must not stop the clocks of all others.
      if (!(error instanceof DamagedSnapshot)) throw error;
      this.logger.error({ err: error, ...row });
      await this.dueRows.fault(row, error.message, runner);
    }
  }
}
