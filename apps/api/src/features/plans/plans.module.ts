import { Module } from '@nestjs/common';

import { FilesModule } from '../evidence/files.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { PlanBoardController } from './plan-board.controller.js';
import { PlanBoardRepository } from './plan-board.repository.js';
import { PlanBoardService } from './plan-board.service.js';
import { PlanEditsRepository } from './plan-edits.repository.js';
import { PlanEditsService } from './plan-edits.service.js';
import { PlanImportRepository } from './plan-import.repository.js';
import { PlanImportService } from './plan-import.service.js';
import { PlanInstance } from './plan-instance.js';
import { PlanMatrixRepository } from './plan-matrix.repository.js';
import { PlanMatrixService } from './plan-matrix.service.js';
import { PlanWorkbookService } from './plan-workbook.service.js';
import { PlanReviewController } from './plan-review.controller.js';
import { PlanReviewRepository } from './plan-review.repository.js';
import { PlanReviewService } from './plan-review.service.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [FilesModule, UnitsModule, WorkModule],
  controllers: [PlansController, PlanReviewController, PlanBoardController],
  providers: [
    PlanBoardRepository,
    PlanBoardService,
    PlanEditsRepository,
    PlanEditsService,
    PlanImportRepository,
    PlanImportService,
    PlanInstance,
    PlanMatrixRepository,
    PlanMatrixService,
    PlanReviewRepository,
    PlanReviewService,
    PlanWorkbookService,
    PlansRepository,
    PlansService,
  ],
  exports: [
    PlanEditsService,
    PlanImportService,
    PlanInstance,
    PlanReviewRepository,
    PlanReviewService,
    PlansRepository,
    PlansService,
  ],
})
export class PlansModule {}
