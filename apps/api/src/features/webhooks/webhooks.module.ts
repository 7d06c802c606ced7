import { Module } from '@nestjs/common';

import { SecretBox } from '../../platform/secrets/secret-box.js';
import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiversRepository } from './receivers.repository.js';
import { WebhookOutbox } from './webhook-outbox.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookSignal } from './webhook-signal.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [WebhooksController],
  providers: [
    DeliveriesRepository,
    ReceiversRepository,
    SecretBox,
    WebhookOutbox,
    WebhookSender,
    WebhookSignal,
    WebhooksService,
  ],
  exports: [WebhookOutbox, WebhookSignal],
})
export class WebhooksModule {}
