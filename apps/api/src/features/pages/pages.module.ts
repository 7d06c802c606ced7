import { Module } from '@nestjs/common';

import { EvidenceModule } from '../evidence/evidence.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { InstancePageRepository } from './instance-page.repository.js';
import { InstancePageService } from './instance-page.service.js';
import { PagesController } from './pages.controller.js';

/** The page of a piece of work gathers what other features know of it. */
@Module({
  imports: [UnitsModule, WorkModule, EvidenceModule],
  controllers: [PagesController],
  providers: [InstancePageRepository, InstancePageService],
})
export class PagesModule {}
