import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { QuarantineController } from './quarantine.controller.js';
import { QuarantineRepository } from './quarantine.repository.js';
import { QuarantineService } from './quarantine.service.js';

@Module({
  imports: [UnitsModule, WorkModule],
  controllers: [QuarantineController],
  providers: [QuarantineRepository, QuarantineService],
})
export class QuarantineModule {}
