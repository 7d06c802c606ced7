import { Injectable } from '@nestjs/common';
import { addDays } from '@phancong/calendar';
import type { ClockStepped } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { LiveEventsRepository } from '../live/live-events.repository.js';
import { WorkerService } from './worker.service.js';
import { ClockService } from '../clock/clock.service.js';

const lockClock = { name: 'lock-demonstration-clock', text: 'select today from demonstration_clock for update' };

const everybody = { kind: 'clock', planId: null, instanceId: null, unitIds: null } as const;

/** Moves the demonstration clock forward, one day at a time, so that every clock fires on its own day. */
@Injectable()
export class StepClockService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: ClockService,
    private readonly worker: WorkerService,
    private readonly live: LiveEventsRepository,
  ) {}

  async step(days: number): Promise<ClockStepped> {
    let fired = 0;
    for (let step = 0; step < days; step += 1) {
      const today = await this.sql.transaction(async (runner) => {
        const [row] = await runner.rows<{ today: string }>(lockClock);
        if (!row) throw new DomainError('CLOCK_IS_REAL');
        const next = addDays(row.today, 1);
        await this.clock.setDemonstrationDay(next, runner);
        return next;
      });
      fired += await this.worker.catchUp(today);
    }
    await this.sql.transaction((runner) => this.live.tell([everybody], runner));
    return { ...(await this.clock.read()), fired };
  }
}
