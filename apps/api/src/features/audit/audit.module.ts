import { Module } from '@nestjs/common';

import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditSealerService } from './audit-sealer.service.js';

/** The record of every change: chained, sealed daily, searched. */
@Module({
  providers: [AuditChainRepository, AuditSealerService],
})
export class AuditModule {}
