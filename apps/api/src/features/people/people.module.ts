import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { SessionGuard } from './session.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [SessionsController],
  providers: [SessionsRepository, SessionsService, { provide: APP_GUARD, useClass: SessionGuard }],
})
export class PeopleModule {}
