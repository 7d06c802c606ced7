import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Observable, Subject, filter, finalize, interval, map, merge } from 'rxjs';

import { Sql } from '../../platform/database/sql.js';
import { LIVE_CHANNEL, type LiveMessage } from '../worker/live-message.js';

const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 2000;

/** One LISTEN connection for all open screens of this process; each screen gets what its unit may see. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly messages = new Subject<LiveMessage>();
  private client: PoolClient | undefined;
  private stopped = false;
  private sequence = 0;
  private open = 0;

  constructor(private readonly sql: Sql) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    this.messages.complete();
    this.client?.release(true);
    this.client = undefined;
  }

  /** Signals for a screen of a unit, with a heartbeat that keeps proxies from closing the line. */
  screen(unitId: string, isBelow: (other: string) => boolean): Observable<{ id: string; type?: string; data: object }> {
    this.open += 1;
    const signals = this.messages.pipe(
      filter(({ unitIds }) => unitIds === null || unitIds.some((id) => id === unitId || isBelow(id))),
      map(({ kind, planId, instanceId }) => {
        this.sequence += 1;
        const id = String(this.sequence);
        return { id, data: { id, kind, planId, instanceId } };
      }),
    );
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ id: '', type: 'heartbeat', data: {} })));
    return merge(signals, heartbeat).pipe(finalize(() => (this.open -= 1)));
  }

  get screens(): number {
    return this.open;
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    try {
      const client = await this.sql.connect();
      client.on('notification', ({ payload }) => {
        if (payload) for (const message of JSON.parse(payload) as LiveMessage[]) this.messages.next(message);
      });
      client.on('error', () => this.relisten());
      client.on('end', () => this.relisten());
      await client.query(`listen ${LIVE_CHANNEL}`);
      this.client = client;
      // After a gap nobody knows what was missed: every screen looks again.
      this.messages.next({ kind: 'plan', planId: null, instanceId: null, unitIds: null });
    } catch (error) {
      this.logger.warn({ err: error });
      this.relisten();
    }
  }

  private relisten(): void {
    if (this.stopped) return;
    const lost = this.client;
    this.client = undefined;
    lost?.removeAllListeners('end');
    lost?.release(true);
    setTimeout(() => void this.listen(), RECONNECT_MS).unref();
  }
}
