import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { WorkModule } from '../work/work.module.js';
import { ReassignmentsService } from './reassignments.service.js';

/** Work that goes from one unit to another while it runs. */
@Module({ imports: [UnitsModule, WorkModule], providers: [ReassignmentsService] })
export class ReassignmentsModule {}
