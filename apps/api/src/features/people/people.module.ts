import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';

import { UnitsModule } from '../units/units.module.js';
import { ActForUnits } from './act-for-units.interceptor.js';
import { SessionGuard } from './session.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [SessionsController],
  imports: [UnitsModule],
  providers: [
    SessionsRepository,
    SessionsService,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: ActForUnits },
  ],
})
export class PeopleModule {}
