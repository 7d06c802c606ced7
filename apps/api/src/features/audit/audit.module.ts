import { Module } from '@nestjs/common';

import { SecretBox } from '../../platform/secrets/secret-box.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditSearchRepository } from './audit-search.repository.js';
import { AuditSearchService } from './audit-search.service.js';
import { AuditController } from './audit.controller.js';
import { AuditSealerService } from './audit-sealer.service.js';

/** The record of every change: chained, sealed daily, searched. */
@Module({
  controllers: [AuditController],
  providers: [AuditChainRepository, AuditSearchRepository, AuditSearchService, AuditSealerService, SecretBox],
})
export class AuditModule {}
