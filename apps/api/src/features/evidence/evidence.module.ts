import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { FilesController } from './files.controller.js';
import { FilesModule } from './files.module.js';
import { EvidenceRecordsModule } from './evidence-records.module.js';

@Module({
  imports: [UnitsModule, WorkModule, FilesModule, EvidenceRecordsModule],
  controllers: [EvidenceController, FilesController],
  providers: [EvidenceService],
})
export class EvidenceModule {}
