import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { actAsSystem } from '../../platform/database/acting-units.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { LiveEventsRepository } from './live-events.repository.js';

const EVERY_MS = 60_000;
/** Longer than a line is lost without its screen being read anew. */
const KEPT_MINUTES = 60;

/** Forgets what screens were told long ago: a screen that was away so long reads everything again. */
@Injectable()
export class LiveEventsKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Live');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: LiveEventsRepository,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.timer = setInterval(() => void this.forget(), EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<void> {
    try {
      await actAsSystem(() => this.events.forgetOlderThan(KEPT_MINUTES));
    } catch (error) {
      if (!isDatabaseAway(error)) this.logger.error({ err: error });
    }
  }
}
