import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { PlanImported, PlanReading } from '@phancong/contracts';
import { heirsOf } from '@phancong/units';
import { v7 as newId } from 'uuid';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql } from '../../platform/database/sql.js';
import { FilesRepository } from '../evidence/files.repository.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { PlanImportRepository } from './plan-import.repository.js';
import { PlanInstance } from './plan-instance.js';
import { readPlanApart } from './read-plan-apart.js';
import { recallNames } from './remembered-names.js';
import { cleanReading, placeRows } from './storable-reading.js';

interface UploadedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Units that issue plans; a provincial office carries out what others plan. */
const issuers = new Set(['centralUnit', 'agency']);

/** Bytes of a signed document become a draft plan with its doubts, whole or not at all. */
@Injectable()
export class PlanImportService {
  constructor(
    private readonly sql: Sql,
    private readonly imports: PlanImportRepository,
    private readonly files: FilesRepository,
    private readonly units: UnitsRepository,
    private readonly instance: PlanInstance,
    private readonly signal: OutboxSignal,
  ) {}

  /** Asked before a byte of the file is read. */
  async refuseUnlessIssuer({ actor }: Caller): Promise<void> {
    const unit = (await this.units.all()).get(actor.unitId);
    if (!unit || !issuers.has(unit.kind)) throw new DomainError('NOT_ALLOWED');
    requireDeed({ actor }, 'importPlan');
  }

  async import(caller: Caller, file: UploadedFile): Promise<PlanImported> {
    await this.refuseUnlessIssuer(caller);
    const ownerUnitId = caller.actor.unitId;
    const sha256 = createHash('sha256').update(file.bytes).digest();
    const refuseSame = (planId: string | undefined) => {
      if (planId) throw new DomainError('DUPLICATE_FILE', { planId });
    };
    refuseSame(await this.imports.findSameFile(sha256, ownerUnitId));
    const units = await this.units.all();
    const reading = cleanReading(await readPlanApart(file.bytes, file.name.normalize('NFC'), { units }));

    const heirOf = (unitId: string) => {
      const heirs = heirsOf(unitId, units, caller.today);
      return heirs.length === 1 ? heirs[0] : undefined;
    };
    const imported = await this.sql.transaction(async (runner) => {
      await this.imports.lockUpload(sha256, ownerUnitId, runner);
      refuseSame(await this.imports.findSameFile(sha256, ownerUnitId, runner));
      const { id: fileId } = await this.files.store(caller, file, runner);
      const plan = this.describe(reading, caller, fileId);
      await this.imports.store(plan, runner);
      const known = recallNames(plan, await this.imports.settledNames(ownerUnitId, runner), heirOf);
      await this.imports.answerFromMemory(plan.planId, known, runner);
      const answered = new Set(known.map(({ position }) => position));
      const open = plan.doubts.filter(({ position }) => !answered.has(position));
      await this.instance.start(caller, { ...plan, doubts: open }, runner);
      return { planId: plan.planId, items: plan.items.length, doubts: open.length };
    });
    this.signal.ring();
    return imported;
  }

  private describe(reading: PlanReading, { actor, today }: Caller, fileId: string) {
    const { headings, items: placed } = placeRows(reading);
    const items = placed.map((row) => ({ ...row, id: newId() }));
    const idOf = new Map(items.toReversed().map(({ id, item }) => [item.ref, id]));
    return {
      planId: newId(),
      ownerUnitId: actor.unitId,
      fileId,
      title: reading.document.title ?? reading.file ?? '',
      year: reading.document.year ?? Number(today.slice(0, 4)),
      reading,
      headings,
      items,
      doubts: reading.doubts.map((doubt, position) => ({
        itemId: doubt.ref === null ? null : (idOf.get(doubt.ref) ?? null),
        position,
        doubt,
      })),
    };
  }
}
