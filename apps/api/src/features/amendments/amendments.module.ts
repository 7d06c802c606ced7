import { Module } from '@nestjs/common';

import { FilesModule } from '../evidence/files.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { OwnFlowsModule } from '../own-flows/own-flows.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { AmendRunningWork } from './amend-running-work.js';
import { OpenWorkRepository } from './open-work.repository.js';
import { PlanAmendmentsController } from './plan-amendments.controller.js';
import { PlanAmendmentsRepository } from './plan-amendments.repository.js';
import { PlanAmendmentsService } from './plan-amendments.service.js';
import { WriteAmendedTable } from './write-amended-table.js';

@Module({
  imports: [OwnFlowsModule, FilesModule, PlansModule, UnitsModule, WorkModule],
  controllers: [PlanAmendmentsController],
  providers: [AmendRunningWork, OpenWorkRepository, PlanAmendmentsRepository, PlanAmendmentsService, WriteAmendedTable],
})
export class AmendmentsModule {}
