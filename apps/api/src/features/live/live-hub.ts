import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { PoolClient } from 'pg';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { actAsSystem } from '../../platform/database/acting-units.js';
import { Sql } from '../../platform/database/sql.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { UnitsRepository } from '../units/units.repository.js';
import { EventWindow } from './event-window.js';
import { LIVE_CHANNEL, LiveEventsRepository } from './live-events.repository.js';
import { Screens, type Screen } from './screens.js';

const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 2000;
/** The bell is a hint; looking is what makes sure. */
const LOOK_MS = 5000;
const READ_AT_ONCE = 1000;
/** Events that are kept in memory for screens that come back. */
const KEPT = 4000;

/** One LISTEN connection and one reader for all open screens of this process. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly screens: Screens;
  private window: EventWindow | undefined;
  private client: PoolClient | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private reading: Promise<void> | undefined;
  private rungMeanwhile = false;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly events: LiveEventsRepository,
    units: UnitsRepository,
  ) {
    this.screens = new Screens((unitId) => units.superiorOf(unitId));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'worker') return;
    this.every(LOOK_MS, () => this.look());
    this.every(HEARTBEAT_MS, () => this.beat());
    await this.listen();
  }

  /** Before the server closes: it would wait for the lines. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    this.screens.endAll();
    await this.reading;
    this.client?.release(true);
    this.client = undefined;
  }

  /** Puts a screen on the line, with what it missed since the event `after`. Returns what takes it off again. */
  async open(screen: Screen, after: bigint | null): Promise<() => void> {
    return this.screens.open(screen, await this.knownWindow(), after);
  }

  private async knownWindow(): Promise<EventWindow> {
    if (this.window) return this.window;
    const newest = await this.events.newest(KEPT);
    return (this.window ??= new EventWindow(KEPT, newest));
  }

  /** Reads what is new and tells the screens; a bell that rings meanwhile makes it look once more. */
  private look(): Promise<void> {
    this.rungMeanwhile = true;
    return (this.reading ??= this.readOn().finally(() => (this.reading = undefined)));
  }

  private async readOn(): Promise<void> {
    while (this.rungMeanwhile && !this.stopped) {
      this.rungMeanwhile = false;
      const window = await this.knownWindow();
      const events = await this.events.after(window.newest, READ_AT_ONCE);
      window.add(events);
      this.screens.tell(events);
      if (events.length === READ_AT_ONCE) this.rungMeanwhile = true;
    }
  }

  private async beat(): Promise<void> {
    await this.screens.beat((await this.knownWindow()).newest);
  }

  private every(milliseconds: number, work: () => Promise<void>): void {
    const timer = setInterval(() => this.carry(work), milliseconds);
    timer.unref();
    this.timers.push(timer);
  }

  /** A database that is away is no failure here: the next look finds what was missed. */
  private carry(work: () => Promise<void>): void {
    void actAsSystem(work).catch((error: unknown) => {
      if (!isDatabaseAway(error) && !this.stopped) this.logger.error({ err: error });
    });
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    try {
      const client = await this.sql.connect();
      this.client = client;
      client.on('notification', () => this.carry(() => this.look()));
      client.on('end', () => this.relisten(client));
      await client.query(`listen ${LIVE_CHANNEL}`);
      // What was told in the gap is found like everything else.
      this.carry(() => this.look());
    } catch (error) {
      this.logger.warn({ err: error });
      this.relisten(this.client);
    }
  }

  /** Once for each line that is lost, whichever way it is heard of first. */
  private relisten(lost: PoolClient | undefined): void {
    if (this.stopped || lost !== this.client) return;
    this.client = undefined;
    lost?.release(true);
    setTimeout(() => void this.listen(), RECONNECT_MS).unref();
  }
}
