import { Module } from '@nestjs/common';

import { EvidenceRepository } from './evidence.repository.js';

/** Reading of evidence, for the page of a task. */
@Module({ providers: [EvidenceRepository], exports: [EvidenceRepository] })
export class EvidenceRecordsModule {}
