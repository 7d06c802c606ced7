import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';

import { UnitsModule } from '../units/units.module.js';
import { ActForUnits } from './act-for-units.interceptor.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { Door } from './door.js';
import { InvitationsController } from './invitations.controller.js';
import { OpenSessionsController } from './open-sessions.controller.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';
import { SecurityLogRepository } from './security-log.repository.js';
import { SecurityLog } from './security-log.service.js';
import { SessionGuard } from './session.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInGate } from './sign-in-gate.js';
import { SignInTriesRepository } from './sign-in-tries.repository.js';

/** Who is asking. Global: every feature may write what concerns security into the log. */
@Module({
  imports: [UnitsModule],
  controllers: [SessionsController, OpenSessionsController, ApiTokensController, InvitationsController],
  providers: [
    ApiTokensRepository,
    Door,
    PasswordsRepository,
    PasswordsService,
    SecurityLog,
    SecurityLogRepository,
    SessionsRepository,
    SessionsService,
    SignInGate,
    SignInTriesRepository,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: ActForUnits },
  ],
  exports: [Door, PasswordsRepository, SecurityLog, SecurityLogRepository, SessionsRepository, SignInGate],
})
export class PeopleModule {}
