import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { SEAL_PURPOSE, sealKeyOf, signSeal } from './seal-signature.js';
import { AuditChainRepository } from './audit-chain.repository.js';

const ASK_MS = 60_000;
const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh has had no other offset since 1975. */
const OFFSET_MS = 7 * 3_600_000;
/** After midnight, so that a clock that is set a little meanwhile does not move a row over the edge. */
const GRACE_MS = 10 * 60_000;

/** The last midnight of Hà Nội that lies at least the grace behind. */
export function lastClosedMidnight(now: Date): Date {
  const days = Math.floor((now.getTime() + OFFSET_MS - GRACE_MS) / DAY_MS);
  return new Date(days * DAY_MS - OFFSET_MS);
}

/** Seals each day once it is over. Days count by the real clock, in the demonstration too. */
@Injectable()
export class AuditSealerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private sealedUntil = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly chains: AuditChainRepository,
    private readonly box: SecretBox,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.timer = setInterval(() => {
      // Writers that kept it waiting, or a database that is away: asked again in a minute.
      this.sealLastDay(new Date()).catch((error: unknown) => this.logger.warn({ err: error }));
    }, ASK_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** True when it made a seal. Cheap to ask often: the database is asked once a day. */
  async sealLastDay(now: Date): Promise<boolean> {
    const midnight = lastClosedMidnight(now);
    if (midnight.getTime() <= this.sealedUntil) return false;
    const until = midnight.toISOString();
    const made = !(await this.chains.isSealed(until)) && (await this.chains.seal(until));
    if (this.box.isThere) await this.sign();
    this.sealedUntil = midnight.getTime();
    return made;
  }

  private async sign(): Promise<void> {
    const key = sealKeyOf(this.box.keyFor(SEAL_PURPOSE));
    await this.chains.signNewest((head) => signSeal(head, key));
  }
}
