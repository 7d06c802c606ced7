import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { DeliveryFault } from '@phancong/contracts';
import { Webhook } from 'standardwebhooks';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { actAsSystem } from '../../platform/database/acting-units.js';
import { secondsUntilRetry } from '../../platform/delivery/back-off.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { DeliveriesRepository, type TakenDelivery } from './deliveries.repository.js';
import { postMessage } from './post-message.js';
import { SECRET_PURPOSE } from './webhook-secret.js';
import { WebhookSignal } from './webhook-signal.js';

const LOOK_MS = 1000;
const HOUR_MS = 3_600_000;
/** Messages under way to one receiver at once. */
const LANES = 4;
/** Beyond the time limit of an exchange: whoever took a message is dead by then. */
const LEASE_MARGIN_SECONDS = 30;
const KEPT_DAYS = 30;

/** 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, then every 6 hours: a day and a half, over a night and a repair. */
export const WEBHOOK_BACK_OFF = { firstSeconds: 5, factor: 4, mostSeconds: 21_600, mostAttempts: 11 };

/**
 * Sends messages to other systems, signed after Standard Webhooks. Each receiver has its own few lanes, so that one that hangs
 * holds nobody else up; no transaction is open while the network is waited for.
 */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly underWay = new Map<string, Set<Promise<void>>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly deliveries: DeliveriesRepository,
    private readonly secrets: SecretBox,
    private readonly signal: WebhookSignal,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.signal.onRing(() => this.wake());
    this.timers.push(
      setInterval(() => this.wake(), LOOK_MS),
      setInterval(() => this.carry(() => this.deliveries.forgetDelivered(KEPT_DAYS)), HOUR_MS),
    );
    for (const timer of this.timers) timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.looking;
    await Promise.all([...this.underWay.values()].flatMap((lanes) => [...lanes]));
  }

  private wake(): void {
    this.lookAgain = true;
    if (!this.looking) this.looking = this.carry(() => this.lookOn()).finally(() => (this.looking = undefined));
  }

  private async lookOn(): Promise<void> {
    while (this.lookAgain && !this.stopped) {
      this.lookAgain = false;
      const busy = new Map([...this.underWay].map(([id, lanes]) => [id, lanes.size]));
      const lease = this.config.webhooks.timeoutSeconds + LEASE_MARGIN_SECONDS;
      for (const taken of await this.deliveries.take(lease, LANES, busy)) this.send(taken);
    }
  }

  private send(taken: TakenDelivery): void {
    const lanes = this.underWay.get(taken.receiver_id) ?? new Set();
    this.underWay.set(taken.receiver_id, lanes);
    const sending = this.carry(() => this.exchange(taken)).finally(() => {
      lanes.delete(sending);
      if (lanes.size === 0) this.underWay.delete(taken.receiver_id);
      // A lane is free, and the next message of the same instance may go.
      this.wake();
    });
    lanes.add(sending);
  }

  private async exchange(taken: TakenDelivery): Promise<void> {
    const fault = await this.post(taken);
    if (!fault) return this.deliveries.settle(taken.id);
    const seconds = secondsUntilRetry(taken.attempts, taken.id, WEBHOOK_BACK_OFF);
    this.logger.warn({ delivery: taken.id, attempts: taken.attempts, ...fault, dead: seconds === undefined });
    return this.deliveries.putOff(taken.id, fault, seconds);
  }

  private async post({ id, receiver_id, url, body, secret }: TakenDelivery): Promise<DeliveryFault | undefined> {
    const now = new Date();
    let signature: string;
    try {
      signature = new Webhook(this.secrets.open(secret, SECRET_PURPOSE, receiver_id)).sign(id, now, body);
    } catch (error) {
      // Sealed with another key: a person has to make a new secret.
      return { kind: 'secret', detail: error instanceof Error ? error.message : String(error) };
    }
    const headers = {
      'user-agent': 'phan-cong',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signature,
    };
    return postMessage({ url, headers, body }, this.config.webhooks);
  }

  /** Work of the system itself; a database that is away is looked for again a second later. */
  private carry(work: () => Promise<void>): Promise<void> {
    return actAsSystem(work).catch((error: unknown) => {
      if (!isDatabaseAway(error)) this.logger.error({ err: error });
    });
  }
}
