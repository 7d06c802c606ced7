import { Module } from '@nestjs/common';

import { OwnFlowsModule } from '../own-flows/own-flows.module.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';

@Module({ imports: [OwnFlowsModule], controllers: [NoticesController], providers: [NoticesRepository, NoticesService] })
export class NoticesModule {}
