import { Module } from '@nestjs/common';

import { OwnFlowsModule } from '../own-flows/own-flows.module.js';
import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { BulkMovesService } from './bulk-moves.service.js';
import { CarriedMoves } from './carried-moves.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { InstancesController } from './instances.controller.js';
import { InstancesRepository } from './instances.repository.js';
import { MovesService } from './moves.service.js';
import { OutboxSignal } from './outbox-signal.js';
import { PeriodReportFacts } from './period-report-facts.js';
import { ReopeningRule } from './reopening-rule.js';
import { ServerFacts } from './server-facts.js';
import { StartRepository } from './start.repository.js';
import { StartService } from './start.service.js';
import { WorkRepository } from './work.repository.js';

@Module({
  imports: [OwnFlowsModule, UnitsModule, PeopleModule],
  controllers: [InboxController, InstancesController],
  providers: [
    BulkMovesService,
    CarriedMoves,
    InboxService,
    InstancesRepository,
    MovesService,
    OutboxSignal,
    PeriodReportFacts,
    ReopeningRule,
    ServerFacts,
    StartRepository,
    StartService,
    WorkRepository,
  ],
  exports: [
    BulkMovesService,
    CarriedMoves,
    InstancesRepository,
    MovesService,
    OutboxSignal,
    ServerFacts,
    StartService,
    WorkRepository,
  ],
})
export class WorkModule {}
