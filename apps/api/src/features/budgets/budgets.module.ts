import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { BudgetsController } from './budgets.controller.js';
import { BudgetsRepository } from './budgets.repository.js';
import { BudgetsService } from './budgets.service.js';

@Module({
  imports: [UnitsModule, WorkModule],
  controllers: [BudgetsController],
  providers: [BudgetsRepository, BudgetsService],
  exports: [BudgetsService],
})
export class BudgetsModule {}
