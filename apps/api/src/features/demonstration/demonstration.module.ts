import { Module } from '@nestjs/common';

import { AdministrationModule } from '../administration/administration.module.js';
import { ActivationModule } from '../activation/activation.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { ClockModule } from '../clock/clock.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { WorkModule } from '../work/work.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { DemonstrationPeopleRepository } from './demonstration-people.repository.js';
import { DemonstrationPlanService } from './demonstration-plan.service.js';
import { DemonstrationRepository } from './demonstration.repository.js';
import { DemonstrationService } from './demonstration.service.js';
import { DeedsService } from './simulation/deeds.service.js';
import { SimulationService } from './simulation/simulation.service.js';
import { WorldRepository } from './simulation/world.repository.js';
import { WelcomeController } from './welcome.controller.js';

@Module({
  imports: [
    AdministrationModule,
    ActivationModule,
    BudgetsModule,
    ClockModule,
    EvidenceModule,
    PlansModule,
    WorkModule,
    WorkerModule,
  ],
  controllers: [WelcomeController],
  providers: [
    DeedsService,
    DemonstrationPeopleRepository,
    DemonstrationPlanService,
    DemonstrationRepository,
    DemonstrationService,
    SimulationService,
    WorldRepository,
  ],
  exports: [DemonstrationService],
})
export class DemonstrationModule {}
