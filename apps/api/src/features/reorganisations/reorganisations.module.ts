import { Module } from '@nestjs/common';

import { PlansModule } from '../plans/plans.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { PlanUnitsController } from './plan-units.controller.js';
import { PlanUnitsService } from './plan-units.service.js';
import { ReorganisationsController } from './reorganisations.controller.js';
import { ReorganisationsRepository } from './reorganisations.repository.js';
import { ReorganisationsService } from './reorganisations.service.js';
import { SplitWork } from './split-work.js';
import { SplitWorkRepository } from './split-work.repository.js';

@Module({
  imports: [PlansModule, UnitsModule, WorkModule],
  controllers: [ReorganisationsController, PlanUnitsController],
  providers: [PlanUnitsService, ReorganisationsRepository, ReorganisationsService, SplitWork, SplitWorkRepository],
})
export class ReorganisationsModule {}
