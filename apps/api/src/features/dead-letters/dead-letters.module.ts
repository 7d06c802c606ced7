import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { WorkModule } from '../work/work.module.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLettersRepository } from './dead-letters.repository.js';
import { DeadLettersService } from './dead-letters.service.js';

@Module({
  imports: [UnitsModule, WebhooksModule, WorkModule],
  controllers: [DeadLettersController],
  providers: [DeadLettersRepository, DeadLettersService],
})
export class DeadLettersModule {}
