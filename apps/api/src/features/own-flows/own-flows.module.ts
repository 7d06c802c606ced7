import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { FlowRegistry } from './flow-registry.service.js';
import { FlowScopes } from './flow-scopes.js';
import { FlowVersionsController } from './flow-versions.controller.js';
import { OwnFlowsController } from './own-flows.controller.js';
import { OwnFlowsRepository } from './own-flows.repository.js';
import { OwnFlowsService } from './own-flows.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [FlowVersionsController, OwnFlowsController],
  providers: [FlowRegistry, FlowScopes, OwnFlowsRepository, OwnFlowsService],
  exports: [FlowRegistry],
})
export class OwnFlowsModule {}
