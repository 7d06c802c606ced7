import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MoveAnswer, MoveRequest } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { existsOn, UnitsRepository } from '../units/units.repository.js';
import { CarriedMoves } from '../work/carried-moves.js';
import { Cascade } from '../work/engine/cascade.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { answerOf, fingerprintOf, MovesService } from '../work/moves.service.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { maySee } from '../work/visibility.js';
import { handOver } from './hand-over.js';

/**
 * The quota follows the work: what the earlier unit has proved still counts, under its name. A row in several windows has one quota for
 * all of them; it stays where the unit goes on with another window.
 */
const passTargets = {
  name: 'pass-targets-on',
  text: `
    update target set task_id = $2
    where task_id = $1 and not exists (
      select from instance task
      join instance other on other.plan_id = task.plan_id and other.flow = 'task' and other.item_id = task.item_id
        and other.to_unit_id = task.to_unit_id and other.id <> task.id and other.phase <> 'cancelled'
      where task.id = $1)`,
};

/** Running work goes to another unit, with a cause: one transaction, nothing of the past changed. */
@Injectable()
export class ReassignmentsService implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly units: UnitsRepository,
    private readonly instances: InstancesRepository,
    private readonly moves: MovesService,
    private readonly signal: OutboxSignal,
    private readonly carried: CarriedMoves,
  ) {}

  onModuleInit(): void {
    this.carried.register('reassign', (...asked) => this.reassign(...asked));
  }

  /** Answers with the task as it ended; the new one begins beside it. */
  async reassign(caller: Caller, id: string, request: MoveRequest, key: string | null): Promise<MoveAnswer> {
    await this.moves.requireSeen(caller, id);
    const fingerprint = fingerprintOf({ id, ...request });
    const first = await this.moves.repeatedAnswer(caller, key, fingerprint);
    if (first) return first;
    const answer = await this.sql.transaction((runner) =>
      this.carry(caller, id, request, { key, fingerprint }, runner),
    );
    this.signal.ring();
    return answer;
  }

  private async carry(
    caller: Caller,
    id: string,
    { expectedVersion, payload }: MoveRequest,
    { key, fingerprint }: { key: string | null; fingerprint: string },
    runner: SqlRunner,
  ): Promise<MoveAnswer> {
    const store = this.instances.inside(runner, 'wait');
    const mover = await this.moves.moverOf(caller);
    const rows = await store.withParents([id]);
    const task = rows.find((row) => row.id === id);
    if (!task || !maySee(caller.actor.unitId, mover.superiorOf, task)) throw new DomainError('NOT_FOUND');
    if (task.version !== expectedVersion) {
      throw new DomainError('STALE_VERSION', (await this.instances.staleDetails([task])).get(id));
    }
    const children = await store.openChildren([id]);
    const begin = () => new Cascade(structuredClone([...rows, ...children]), caller.today, mover, [id]);
    // Who may not give the work away hears that, whatever unit he names.
    const asked = begin().send(id, 'reassign', payload);
    if (!asked.ok) throw new DomainError(asked.code, asked.details, asked.words);
    const toUnit = await this.requireUnit(caller, payload['toUnitId']);
    const cascade = begin();
    const given = handOver(cascade, {
      task,
      openPeriods: children.filter((child) => child.flow === 'checkpoint'),
      toUnitId: toUnit.id,
      toUnitName: toUnit.shortName,
      fromUnitName: (await this.units.all()).get(task.to_unit_id)?.shortName ?? task.to_unit_id,
      payload,
    });
    if (!given.ok) throw new DomainError(given.code, given.details, given.words);
    const ended = cascade.rowOf(id);
    const request = key ? { key, fingerprint, answer: answerOf(ended) } : null;
    const written = await store.write(cascade.writes(0, request));
    if (!written.has(0)) throw new DomainError('WORK_BUSY');
    await runner.rows(passTargets, [id, given.row.id]);
    return answerOf(ended);
  }

  /** The unit of the registry that is to take the work, living on the official day. */
  private async requireUnit({ today }: Caller, unitId: unknown): Promise<{ id: string; shortName: string }> {
    const unit = typeof unitId === 'string' ? (await this.units.all()).get(unitId) : undefined;
    if (unit && existsOn(unit, today)) return unit;
    throw new DomainError('VALIDATION_FAILED', {
      issues: [
        {
          path: ['toUnitId'],
          message: 'Chọn một đơn vị đang hoạt động trong danh mục.',
          messageEn: 'Choose a unit of the registry that exists today.',
        },
      ],
    });
  }
}
