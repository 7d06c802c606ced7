import { Module } from '@nestjs/common';

import { PeopleModule } from '../people/people.module.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsRepository } from './delegations.repository.js';
import { DelegationsService } from './delegations.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [DelegationsController],
  providers: [DelegationsRepository, DelegationsService],
})
export class DelegationsModule {}
