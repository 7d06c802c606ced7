import { Module } from '@nestjs/common';

import { RegistryController } from './registry.controller.js';
import { RegistryRepository } from './registry.repository.js';
import { RegistryService } from './registry.service.js';
import { StaffingRepository } from './staffing.repository.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController, RegistryController],
  providers: [StaffingRepository, RegistryRepository, RegistryService, UnitsRepository, UnitsService],
  exports: [UnitsRepository],
})
export class UnitsModule {}
