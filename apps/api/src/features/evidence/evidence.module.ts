import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { FilesController } from './files.controller.js';
import { FilesModule } from './files.module.js';
import { EvidenceRepository } from './evidence.repository.js';

@Module({
  imports: [UnitsModule, WorkModule, FilesModule],
  controllers: [EvidenceController, FilesController],
  providers: [EvidenceRepository, EvidenceService],
  exports: [EvidenceRepository, EvidenceService],
})
export class EvidenceModule {}
