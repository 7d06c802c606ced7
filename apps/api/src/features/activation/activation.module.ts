import { Module } from '@nestjs/common';

import { PlansModule } from '../plans/plans.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { ActivationController } from './activation.controller.js';
import { ActivationRepository } from './activation.repository.js';
import { ActivationService } from './activation.service.js';

@Module({
  imports: [PlansModule, UnitsModule, WorkModule],
  controllers: [ActivationController],
  providers: [ActivationRepository, ActivationService],
  exports: [ActivationService],
})
export class ActivationModule {}
