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
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';
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
  controllers: [
    SecondFactorController,
    SessionsController,
    OpenSessionsController,
    ApiTokensController,
    InvitationsController,
  ],
  providers: [
    ApiTokensRepository,
    Door,
    PasswordsRepository,
    PasswordsService,
    SecondFactorRepository,
    SecondFactorService,
    SecretBox,
    SecurityLog,
    SecurityLogRepository,
    SessionsRepository,
    SessionsService,
    SignInGate,
    SignInTriesRepository,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: ActForUnits },
  ],
  exports: [
    Door,
    PasswordsRepository,
    SecondFactorService,
    SecurityLog,
    SecurityLogRepository,
    SessionsRepository,
    SessionsService,
    SignInGate,
  ],
})
export class PeopleModule {}
