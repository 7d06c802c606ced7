import { Inject, Injectable } from '@nestjs/common';
import type {
  NewWebhookReceiver,
  WebhookDeliveriesQuery,
  WebhookDeliveryPage,
  WebhookReceiver,
  WebhookSecret,
} from '@phancong/contracts';
import { v7 as newId } from 'uuid';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { actedBy, SecurityLog } from '../people/security-log.service.js';
import { UnitsRepository } from '../units/units.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { refuseAddress } from './outer-address.js';
import { ReceiversRepository } from './receivers.repository.js';
import { makeWebhookSecret, SECRET_PURPOSE } from './webhook-secret.js';
import { WebhookSignal } from './webhook-signal.js';

/** Each may have four exchanges under way: more receivers than this would be more open connections than one process should hold. */
const MOST_RECEIVERS = 50;

/** Receivers as administrators keep them: of the agency all, of another unit its own and those below. */
@Injectable()
export class WebhooksService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly receivers: ReceiversRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly secrets: SecretBox,
    private readonly units: UnitsRepository,
    private readonly log: SecurityLog,
    private readonly signal: WebhookSignal,
  ) {}

  async list(caller: Caller): Promise<WebhookReceiver[]> {
    return this.receivers.list(await this.keptBy(caller));
  }

  /** The receiver is told what the unit of this administrator may see, and no more. */
  async add(caller: Caller, receiver: NewWebhookReceiver): Promise<WebhookSecret> {
    await this.keptBy(caller);
    const refused = refuseAddress(receiver.url, this.config.webhooks.inside);
    if (refused) throw new DomainError('RECEIVER_ADDRESS', { why: refused.vi, whyEn: refused.en }, refused);
    const made = this.sealNew(newId());
    await this.sql.transaction(async (runner) => {
      if ((await this.receivers.count(runner)) >= MOST_RECEIVERS) {
        const why = {
          vi: `Đã có ${MOST_RECEIVERS} nơi nhận, là mức tối đa. Hãy xóa nơi nhận không còn dùng.`,
          en: `There are ${MOST_RECEIVERS} receivers, which is the most. Remove one that is no longer used.`,
        };
        throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);
      }
      const { unitId, personId } = caller.actor;
      await this.receivers.insert(made.id, receiver, { unitId, personId }, made.sealed, runner);
      await this.log.note({ kind: 'receiverMade', ...actedBy(caller), about: aboutOf(receiver) }, runner);
    });
    return { id: made.id, secret: made.secret };
  }

  /** A new secret in place of the one that leaked or was lost; what is sent from now on is signed with it. */
  async renewSecret(caller: Caller, id: string): Promise<WebhookSecret> {
    const receiver = await this.find(caller, id);
    const { secret, sealed } = this.sealNew(id);
    await this.sql.transaction(async (runner) => {
      await this.receivers.setSecret(id, sealed, runner);
      await this.log.note({ kind: 'receiverChanged', ...actedBy(caller), about: aboutOf(receiver) }, runner);
    });
    return { id, secret };
  }

  async setPaused(caller: Caller, id: string, paused: boolean): Promise<WebhookReceiver> {
    const receiver = await this.find(caller, id);
    await this.sql.transaction(async (runner) => {
      await this.receivers.setPaused(id, paused, runner);
      await this.log.note({ kind: 'receiverChanged', ...actedBy(caller), about: aboutOf(receiver) }, runner);
    });
    this.signal.ring();
    return this.find(caller, id);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const receiver = await this.find(caller, id);
    await this.sql.transaction(async (runner) => {
      await this.receivers.remove(id, runner);
      await this.log.note({ kind: 'receiverRemoved', ...actedBy(caller), about: aboutOf(receiver) }, runner);
    });
  }

  /** Sends a message of no meaning, to see whether the receiver takes it. */
  async sendTrial(caller: Caller, id: string): Promise<void> {
    await this.find(caller, id);
    await this.sql.transaction((runner) => this.deliveries.enqueueTrial(id, runner));
    this.signal.ring();
  }

  async deliveriesOf(caller: Caller, id: string, query: WebhookDeliveriesQuery): Promise<WebhookDeliveryPage> {
    if (query.after !== undefined && !/^\d{1,18}$/.test(query.after)) {
      throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
    }
    await this.find(caller, id);
    return this.deliveries.list(id, query);
  }

  private sealNew(id: string): { id: string; secret: string; sealed: Buffer } {
    if (!this.secrets.isThere) throw new DomainError('SECRET_KEY_MISSING');
    const secret = makeWebhookSecret();
    return { id, secret, sealed: this.secrets.seal(secret, SECRET_PURPOSE, id) };
  }

  private async find(caller: Caller, id: string): Promise<WebhookReceiver> {
    const [receiver] = await this.receivers.list(await this.keptBy(caller), id);
    if (!receiver) throw new DomainError('NOT_FOUND');
    return receiver;
  }

  private keptBy(caller: Caller): Promise<string[] | null> {
    requireDeed(caller, 'keepDeliveries');
    return this.units.keptBy(caller.actor.unitId);
  }
}

const aboutOf = ({ name, url }: { name: string; url: string }) => `${name} (${url})`.slice(0, 300);
