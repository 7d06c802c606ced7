import { Module } from '@nestjs/common';

import { ClockController } from './clock.controller.js';
import { ClockModule } from '../clock/clock.module.js';
import { StepClockService } from './step-clock.service.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { WorkModule } from '../work/work.module.js';
import { LiveModule } from '../live/live.module.js';
import { DueRowsRepository } from './due-rows.repository.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxRepository } from './outbox.repository.js';
import { WorkerService } from './worker.service.js';

@Module({
  imports: [ClockModule, LiveModule, WebhooksModule, WorkModule],
  controllers: [ClockController],
  providers: [DueRowsRepository, OutboxDelivery, OutboxRepository, StepClockService, WorkerService],
  exports: [WorkerService],
})
export class WorkerModule {}
