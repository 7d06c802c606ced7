import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';
import { DamagedSnapshot } from '@phancong/workflows';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { actAsSystem } from '../../platform/database/acting-units.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { ClockService } from '../clock/clock.service.js';
import { MovesService } from '../work/moves.service.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { DueRowsRepository, type DueRow } from './due-rows.repository.js';
import { OutboxDelivery } from './outbox-delivery.js';

const POLL_MS = 1000;
const DUE_BATCH = 200;
/** Under load the outbox is emptied at most so often: fewer, larger batches tell the same. */
const DELIVERY_REST_MS = 50;

/**
 * Fires due rows and empties the outbox. Several workers may run side by side: rows are taken with SKIP LOCKED, in
 * bounded batches, each batch in one transaction. The bell is a hint; polling is what makes sure.
 */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly queued = new Set<'deliver' | 'catchUp'>();
  private lastDelivery = 0;
  private resting = false;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly clock: ClockService,
    private readonly moves: MovesService,
    private readonly dueRows: DueRowsRepository,
    private readonly outbox: OutboxDelivery,
    private readonly signal: OutboxSignal,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.signal.onRing(() => this.wake('deliver'));
    this.timer = setInterval(() => this.wake('catchUp'), POLL_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Fires everything due by the day and delivers what came of it; returns how many clocks fired. */
  catchUp(today: IsoDate): Promise<number> {
    return actAsSystem(() => this.catchUpAsSystem(today));
  }

  private async catchUpAsSystem(today: IsoDate): Promise<number> {
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
      this.wake('catchUp');
    }
  }

  /** Runs `work` after what runs already; a bell that rings meanwhile is answered by the run that waits. */
  private wake(work: 'deliver' | 'catchUp'): void {
    // The bell may ring inside a request; what it starts is the system's own work.
    actAsSystem(() => this.queue(work));
  }

  private queue(work: 'deliver' | 'catchUp'): void {
    if (this.queued.has(work) || this.resting || this.stopped) return;
    this.queued.add(work);
    this.running = this.running.then(async () => {
      if (work === 'deliver') await pause(this.lastDelivery + DELIVERY_REST_MS - Date.now());
      this.queued.delete(work);
      try {
        if (work === 'deliver') await this.deliverAll();
        else await this.catchUp((await this.clock.read()).today);
      } catch (error) {
        if (!isDatabaseAway(error)) this.logger.error({ err: error });
      }
    });
  }

  private async deliverAll(): Promise<void> {
    await this.outbox.deliverAll(() => !this.stopped);
    this.lastDelivery = Date.now();
  }

  /** Clocks fire at their nominal day, however late the worker comes; those that their state no longer expects are dropped. */
  private fireBatch(today: IsoDate): Promise<number> {
    return this.sql.transaction(async (runner) => {
      const rows = await this.dueRows.take(today, DUE_BATCH, runner);
      if (rows.length === 0) return 0;
      const outcomes = await this.moves.sendAllBySystem(
        rows.map((row) => ({ id: row.instance_id, event: row.event, payload: {}, today: row.fire_on })),
        runner,
      );
      await this.dueRows.drop(
        rows.filter((_, place) => outcomes[place]?.kind === 'notExpected'),
        runner,
      );
      for (const [place, row] of rows.entries()) {
        const outcome = outcomes[place];
        if (outcome?.kind === 'failed') await this.setAside(row, outcome.error, runner);
      }
      // What another move holds stays for the next batch; a batch of nothing else waits for the next poll.
      return outcomes.filter((outcome) => outcome.kind !== 'later').length;
    });
  }

  /** One instance that cannot be read must not stop the clocks of all others. */
  private async setAside(row: DueRow, error: unknown, runner: SqlRunner): Promise<void> {
    if (!(error instanceof DamagedSnapshot)) throw error;
    this.logger.error({ err: error, ...row });
    await this.dueRows.fault(row, error.message, runner);
  }
}

const pause = (milliseconds: number) =>
  milliseconds > 0 ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) : undefined;
