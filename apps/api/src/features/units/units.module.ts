import { Module } from '@nestjs/common';

import { RegistryController } from './registry.controller.js';
import { RegistryWorkbookController } from './registry-workbook.controller.js';
import { RegistryWorkbookService } from './registry-workbook.service.js';
import { RegistryRepository } from './registry.repository.js';
import { RegistryService } from './registry.service.js';
import { StaffingRepository } from './staffing.repository.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController, RegistryController, RegistryWorkbookController],
  providers: [
    StaffingRepository,
    RegistryRepository,
    RegistryService,
    RegistryWorkbookService,
    UnitsRepository,
    UnitsService,
  ],
  exports: [UnitsRepository],
})
export class UnitsModule {}
