import { Module } from '@nestjs/common';

import { DelegationsController } from './delegations.controller.js';
import { DelegationsRepository } from './delegations.repository.js';
import { DelegationsService } from './delegations.service.js';

@Module({ controllers: [DelegationsController], providers: [DelegationsRepository, DelegationsService] })
export class DelegationsModule {}
