import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type {
  ApplyAmendment,
  Doubt,
  PlanAmendmentLine,
  PlanAmendmentPage,
  PlanAmendments,
  ReadItem,
  TableItem,
  Unit,
  Words,
} from '@phancong/contracts';
import { nameRegistryOf } from '@phancong/units';
import { v7 as newId } from 'uuid';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { FilesRepository } from '../evidence/files.repository.js';
import type { Caller } from '../people/request-actor.js';
import { PlanInstance } from '../plans/plan-instance.js';
import { PlanReviewRepository, wordsOfRow } from '../plans/plan-review.repository.js';
import type { PlanRecord } from '../plans/plans.repository.js';
import { PlansService } from '../plans/plans.service.js';
import { readDocumentApart } from '../plans/read-plan-apart.js';
import { UnitsRepository } from '../units/units.repository.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import type { OpenTask } from './amend-work.js';
import { AmendRunningWork } from './amend-running-work.js';
import { OpenWorkRepository } from './open-work.repository.js';
import { PlanAmendmentsRepository, type AmendmentLineRow, type AmendmentRow } from './plan-amendments.repository.js';
import { planAmendment, toAmendedRow, type AmendContext, type AmendmentPlan } from './preview-amendment.js';
import { WriteAmendedTable } from './write-amended-table.js';

interface UploadedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

const refuse = (why: Words) => new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);

const reasons = {
  notActive: {
    vi: 'Chỉ sửa đổi được kế hoạch đang thực hiện; dự thảo thì sửa ở bước rà soát.',
    en: 'Only a running plan is amended; a draft is corrected in its review.',
  },
  head: {
    vi: 'Lãnh đạo đơn vị chủ trì kế hoạch mới được áp dụng bản sửa đổi.',
    en: 'Only a head of the unit that owns the plan may apply an amendment.',
  },
  self: {
    vi: 'Người tải bản sửa đổi lên không được tự áp dụng; cần một lãnh đạo khác của đơn vị.',
    en: 'Whoever uploaded the amendment may not apply it; another head of the unit has to.',
  },
  settled: { vi: 'Bản sửa đổi này đã được xử lý.', en: 'This amendment was settled before.' },
  nothing: { vi: 'Bản này không làm thay đổi bảng hiện hành.', en: 'This document changes nothing in the table.' },
  doubts: {
    vi: 'Còn điểm nghi vấn chưa xem; hãy đánh dấu đã xem từng điểm.',
    en: 'Doubts are left unseen; mark each as seen.',
  },
} satisfies Record<string, Words>;

const tableItem = ({ ref, title, text, unitOfMeasure, leads, coordinators, timing, ...rest }: ReadItem): TableItem => {
  const { targets, handsOffTo, receivesFrom, approvers } = rest;
  return { ref, title, text, unitOfMeasure, leads, coordinators, timing, targets, handsOffTo, receivesFrom, approvers };
};

const toLine = (row: AmendmentLineRow): PlanAmendmentLine => ({
  id: row.id,
  planId: row.plan_id,
  kind: row.kind,
  title: row.document.title ?? row.file_name,
  number: row.document.number,
  issuedOn: row.document.issuedOn,
  fileName: row.file_name,
  state: row.state,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  settledBy: row.settled_by,
  settledAt: row.settled_at?.toISOString() ?? null,
});

/** Documents that change a running plan: read, looked at row by row, applied once by another person than the uploader. */
@Injectable()
export class PlanAmendmentsService {
  constructor(
    private readonly sql: Sql,
    private readonly plans: PlansService,
    private readonly review: PlanReviewRepository,
    private readonly files: FilesRepository,
    private readonly units: UnitsRepository,
    private readonly instance: PlanInstance,
    private readonly amendments: PlanAmendmentsRepository,
    private readonly openWork: OpenWorkRepository,
    private readonly table: WriteAmendedTable,
    private readonly work: AmendRunningWork,
    private readonly signal: OutboxSignal,
  ) {}

  async list(caller: Caller, planId: string): Promise<PlanAmendments> {
    const { plan, side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    const rows = await this.amendments.list(planId);
    const mayUpload = side === 'owner' && caller.actor.post !== 'administrator' && plan.state === 'active';
    return { items: rows.map(toLine), mayUpload };
  }

  /** Asked before a byte of the file is read. */
  async refuseUnlessOwner(caller: Caller, planId: string): Promise<PlanRecord> {
    const { plan, side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    if (side !== 'owner' || caller.actor.post === 'administrator') throw new DomainError('NOT_ALLOWED');
    if (plan.state !== 'active') throw refuse(reasons.notActive);
    return plan;
  }

  async upload(caller: Caller, planId: string, file: UploadedFile): Promise<PlanAmendmentPage> {
    const plan = await this.refuseUnlessOwner(caller, planId);
    const { reading, amendment } = await readDocumentApart(file.bytes, file.name.normalize('NFC'), {
      year: plan.year,
      units: await this.units.all(),
    });
    const id = newId();
    const sha256 = createHash('sha256').update(file.bytes).digest();
    await this.sql.transaction(async (runner) => {
      await this.instance.lock(planId, runner);
      const same = await this.amendments.findSameFile(planId, sha256, runner);
      if (same) throw new DomainError('DUPLICATE_FILE', { planId, amendmentId: same });
      const { id: fileId } = await this.files.store(caller, file, runner);
      const read = {
        document: reading.document,
        amends: amendment?.amends ?? null,
        changes: amendment?.changes ?? [],
        items: reading.items.map(tableItem),
        doubts: reading.doubts.filter(({ code }) => code !== 'INHERITED' && code !== 'BLANK_FIELD'),
        source: reading.source,
      };
      const kind = amendment ? 'decision' : 'version';
      await this.amendments.store({ id, planId, fileId, kind, ...read }, caller.actor.personId, runner);
    });
    return this.show(caller, planId, id);
  }

  async show(caller: Caller, planId: string, id: string): Promise<PlanAmendmentPage> {
    const { plan, side } = await this.plans.findSeen(caller, planId);
    const amendment = side === 'unit' ? undefined : await this.amendments.find(planId, id);
    if (!amendment) throw new DomainError('NOT_FOUND');
    const units = await this.units.all();
    const nameOf = (unitId: string) => units.get(unitId)?.shortName ?? unitId;
    const drawn = amendment.state === 'draft' ? (await this.draw(caller, plan, amendment)).plan : null;
    return {
      ...toLine(amendment),
      amends: amendment.amends,
      changes: amendment.changes,
      doubts: [...amendment.doubts, ...(drawn?.doubts ?? [])],
      warnings: warningsOf(plan, amendment),
      rows: drawn ? drawn.rows.map((row) => toAmendedRow(row, nameOf)) : appliedRows(amendment),
      source: amendment.source,
      fingerprint: drawn?.fingerprint ?? '',
      obstacle: side === 'owner' ? obstacleOf(caller, plan, amendment, drawn) : reasons.head,
    };
  }

  /** Applies what was shown, once, whole or not at all: the table, a version of it, and all running work. */
  async apply(caller: Caller, planId: string, id: string, request: ApplyAmendment): Promise<PlanAmendmentPage> {
    const plan = await this.refuseUnlessOwner(caller, planId);
    const { actor } = caller;
    await this.sql.transaction(async (runner) => {
      const instance = await this.instance.lock(planId, runner);
      if (instance.state !== 'active') throw refuse(reasons.notActive);
      const amendment = await this.amendments.find(planId, id, runner);
      if (!amendment) throw new DomainError('NOT_FOUND');
      const { plan: drawn, context } = await this.draw(caller, plan, amendment, runner);
      const why = obstacleOf(caller, plan, amendment, drawn);
      if (why) throw refuse(why);
      if (drawn.fingerprint !== request.fingerprint) {
        throw new DomainError('STALE_VERSION', {
          who: 'đơn vị khác',
          event: 'cập nhật các nhiệm vụ của kế hoạch',
          eventEn: 'moved tasks of the plan',
        });
      }
      if (request.seenDoubts < amendment.doubts.length + drawn.doubts.length) throw refuse(reasons.doubts);
      const leftOut = new Set(request.leftOut);
      const rows = drawn.rows.filter(({ key }) => !leftOut.has(key));
      if (rows.length === 0) throw refuse(reasons.nothing);
      const ids = await this.table.write(planId, rows, actor.personId, runner);
      await this.amendments.keepVersion(planId, runner);
      const cause = { amendmentId: id, name: nameOfDocument(amendment) };
      await this.work.follow(caller, { planId, ownerUnitId: plan.owner_unit_id, rows, ids, cause, context }, runner);
      const units = await this.units.all();
      const applied = rows.map((row) => toAmendedRow(row, (unitId) => units.get(unitId)?.shortName ?? unitId));
      if (!(await this.amendments.settle(id, 'applied', actor.personId, applied, runner)))
        throw refuse(reasons.settled);
    });
    this.signal.ring();
    return this.show(caller, planId, id);
  }

  async discard(caller: Caller, planId: string, id: string, reason: string): Promise<PlanAmendmentPage> {
    await this.refuseUnlessOwner(caller, planId);
    const amendment = await this.amendments.find(planId, id);
    if (!amendment) throw new DomainError('NOT_FOUND');
    const done = await this.sql.transaction((runner) =>
      this.amendments.settle(id, 'discarded', caller.actor.personId, { reason }, runner),
    );
    if (!done) throw refuse(reasons.settled);
    return this.show(caller, planId, id);
  }

  private async draw(
    { today }: Caller,
    plan: PlanRecord,
    amendment: AmendmentRow,
    runner?: SqlRunner,
  ): Promise<{ plan: AmendmentPlan; context: AmendContext }> {
    const items = await this.review.items(plan.id, runner);
    const standing = items.map((row) => {
      const { removed: _, ...item } = wordsOfRow(row);
      return { id: row.id, item };
    });
    const tasks = await this.openWork.tasks(
      plan.id,
      items.map(({ id }) => id),
      runner,
    );
    const units = await this.units.all();
    const holders = new Set(tasks.map(({ unitId }) => unitId));
    const context: AmendContext = {
      year: plan.year,
      asOf: today,
      registryDate: plan.registry_date ?? today,
      heirOf: (unitId) => heirAmong(holders, units, unitId),
      settled: await this.review.names(plan.id, runner),
      registry: nameRegistryOf(units),
      kindOf: (unitId) => units.get(unitId)?.kind,
    };
    const byItem: ReadonlyMap<string, OpenTask[]> = Map.groupBy(tasks, ({ itemId }) => itemId);
    return { plan: planAmendment(amendment, standing, byItem, context), context };
  }
}

/** The unit itself where it does work of the plan, else the successor that does; a unit new to the plan is itself. */
function heirAmong(holders: ReadonlySet<string>, units: ReadonlyMap<string, Unit>, unitId: string): string {
  const seen = new Set<string>();
  const line = [unitId];
  for (let next = line.shift(); next !== undefined; next = line.shift()) {
    if (holders.has(next)) return next;
    if (seen.has(next)) continue;
    seen.add(next);
    line.push(...(units.get(next)?.successorIds ?? []));
  }
  return unitId;
}

const appliedRows = ({ state, applied }: AmendmentRow) => (state === 'applied' ? (applied ?? []) : []);

const kindNames = { decision: 'Quyết định', version: 'bản kế hoạch mới' } as const;

/** "Quyết định số 1245/QĐ-BHXH", as reasons and histories name it. */
function nameOfDocument({ kind, document, file_name: fileName }: AmendmentRow): string {
  return document.number ? `${kindNames[kind]} số ${document.number}` : `${kindNames[kind]} (${fileName})`;
}

function warningsOf(plan: PlanRecord, { amends, document }: AmendmentRow): Words[] {
  const warnings: Words[] = [];
  if (amends?.number && plan.number && amends.number !== plan.number) {
    warnings.push({
      vi: `Văn bản sửa đổi kế hoạch số ${amends.number}; kế hoạch này mang số ${plan.number}.`,
      en: `The document amends plan ${amends.number}; this plan has the number ${plan.number}.`,
    });
  }
  if (document.year !== null && document.year !== plan.year) {
    warnings.push({
      vi: `Văn bản của năm ${document.year}, kế hoạch của năm ${plan.year}.`,
      en: `The document is of ${document.year}, the plan of ${plan.year}.`,
    });
  }
  return warnings;
}

function obstacleOf(
  { actor }: Caller,
  plan: PlanRecord,
  amendment: AmendmentRow,
  drawn: { rows: readonly unknown[]; doubts: readonly Doubt[] } | null,
): Words | null {
  if (amendment.state !== 'draft') return reasons.settled;
  if (plan.state !== 'active') return reasons.notActive;
  if (drawn?.rows.length === 0) return reasons.nothing;
  if (actor.post !== 'head') return reasons.head;
  return actor.personId === amendment.created_by_id ? reasons.self : null;
}
