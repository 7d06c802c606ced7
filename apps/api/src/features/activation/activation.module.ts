import { Module } from '@nestjs/common';

import { PlansModule } from '../plans/plans.module.js';
import { OwnFlowsModule } from '../own-flows/own-flows.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { PlanNamesController } from './plan-names.controller.js';
import { PlanMembersService } from './plan-members.service.js';
import { PlanNamesService } from './plan-names.service.js';
import { ActivationController } from './activation.controller.js';
import { ActivationRepository } from './activation.repository.js';
import { ActivationService } from './activation.service.js';

@Module({
  imports: [OwnFlowsModule, PlansModule, UnitsModule, WorkModule],
  controllers: [ActivationController, PlanNamesController],
  providers: [ActivationRepository, ActivationService, PlanMembersService, PlanNamesService],
  exports: [ActivationService],
})
export class ActivationModule {}
