import { Module } from '@nestjs/common';

import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { PeopleController } from './people.controller.js';
import { KeptPeople } from './kept-people.js';
import { PeopleWorkbookController } from './people-workbook.controller.js';
import { PeopleWorkbookRepository } from './people-workbook.repository.js';
import { PeopleWorkbookService } from './people-workbook.service.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { SecurityEventsController } from './security-events.controller.js';
import { SetupController } from './setup.controller.js';
import { SetupRepository } from './setup.repository.js';
import { SetupService } from './setup.service.js';

@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [PeopleWorkbookController, PeopleController, SecurityEventsController, SetupController],
  providers: [
    KeptPeople,
    PeopleRepository,
    PeopleService,
    PeopleWorkbookRepository,
    PeopleWorkbookService,
    SetupRepository,
    SetupService,
  ],
  exports: [SetupService],
})
export class AdministrationModule {}
