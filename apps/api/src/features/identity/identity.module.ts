import { Module } from '@nestjs/common';

import { PeopleModule } from '../people/people.module.js';
import { IdentityServerClient } from './identity-server.js';
import { IdentityController } from './identity.controller.js';
import { IdentityRepository } from './identity.repository.js';
import { IdentityService } from './identity.service.js';

/** Signing in at the identity server of the agency; there is nothing of it where none is set. */
@Module({
  imports: [PeopleModule],
  controllers: [IdentityController],
  providers: [IdentityRepository, IdentityServerClient, IdentityService],
})
export class IdentityModule {}
