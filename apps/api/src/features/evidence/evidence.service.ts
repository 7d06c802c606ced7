import { Injectable } from '@nestjs/common';
import type { Evidence, RecordEvidence } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { InstanceRow } from '../work/engine/instance-row.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { MovesService } from '../work/moves.service.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { maySee } from '../work/visibility.js';
import { EvidenceRepository } from './evidence.repository.js';
import { FilesRepository } from './files.repository.js';

/** Proof of work: recorded by the lead unit against its task or a reporting period of it. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly sql: Sql,
    private readonly evidence: EvidenceRepository,
    private readonly files: FilesRepository,
    private readonly instances: InstancesRepository,
    private readonly moves: MovesService,
    private readonly units: UnitsRepository,
    private readonly signal: OutboxSignal,
  ) {}

  async record(caller: Caller, instanceId: string, body: RecordEvidence): Promise<Evidence> {
    const { task, instance } = await this.taskOf(caller, instanceId);
    if (instance.to_unit_id !== caller.actor.unitId) throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'recordEvidence', instance.plan_id);
    await this.check(caller, task, body);
    const stored = await this.sql.transaction(async (runner) => {
      const id = await this.evidence.insert(caller, { taskId: task.id, instanceId }, body, runner);
      // The first proof shows that work has begun; a task that runs already takes no notice.
      await this.moves.sendBySystem(task.id, 'workSeen', {}, caller.today, runner);
      return this.evidence.find(id, runner);
    });
    if (!stored) throw new DomainError('NOT_FOUND');
    this.signal.ring();
    return stored;
  }

  /** A wrong record is withdrawn with a reason: it stays visible and counts no more. */
  async withdraw(caller: Caller, id: string, reason: string): Promise<Evidence> {
    const found = await this.evidence.find(id);
    if (!found) throw new DomainError('NOT_FOUND');
    const { task } = await this.taskOf(caller, found.taskId);
    if (found.recordedBy.unitId !== caller.actor.unitId) throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'recordEvidence', task.plan_id);
    await this.evidence.withdraw(id, reason);
    const withdrawn = await this.evidence.find(id);
    if (!withdrawn) throw new DomainError('NOT_FOUND');
    return withdrawn;
  }

  private async taskOf(caller: Caller, instanceId: string): Promise<{ task: InstanceRow; instance: InstanceRow }> {
    const rows = await this.instances.withParents([instanceId]);
    const instance = rows.find((row) => row.id === instanceId);
    const superiorOf = await this.units.superiorOf(caller.actor.unitId);
    if (!instance || !maySee(caller.actor.unitId, superiorOf, instance)) throw new DomainError('NOT_FOUND');
    const task = instance.flow === 'task' ? instance : rows.find((row) => row.id === instance.parent_id);
    if (task?.flow !== 'task') throw new DomainError('NOT_FOUND');
    return { task, instance };
  }

  private async check(caller: Caller, task: InstanceRow, body: RecordEvidence): Promise<void> {
    const issue = (path: string, vi: string, en: string) =>
      new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });
    if (body.happenedOn > caller.today) {
      throw issue('happenedOn', 'Ngày thực hiện không được sau ngày hôm nay.', 'The day cannot lie in the future.');
    }
    if (task.phase !== 'open') {
      throw issue('targetId', 'Nhiệm vụ đã kết thúc, không ghi thêm minh chứng.', 'The task has ended.');
    }
    if (body.targetId && !(await this.evidence.isTargetOf(body.targetId, task.id))) {
      throw issue('targetId', 'Chỉ tiêu không thuộc nhiệm vụ này.', 'The target is not one of this task.');
    }
    if (body.fileId && (await this.files.find(body.fileId))?.unitId !== caller.actor.unitId) {
      throw issue('fileId', 'Không tìm thấy tệp đã tải lên.', 'The uploaded file was not found.');
    }
  }
}
