import { Module } from '@nestjs/common';

import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { LiveController } from './live.controller.js';
import { LiveEventsKeeper } from './live-events-keeper.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { LiveHub } from './live-hub.js';

@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [LiveController],
  providers: [LiveEventsKeeper, LiveEventsRepository, LiveHub],
  exports: [LiveEventsRepository],
})
export class LiveModule {}
