import { Injectable } from '@nestjs/common';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { Cascade, type Outcome } from '../work/engine/cascade.js';
import type { InstanceRow } from '../work/engine/instance-row.js';
import { InstancesRepository } from '../work/instances.repository.js';

const lockInstance = {
  name: 'lock-plan-instance',
  text: `select id from instance where id = $1 and flow = 'plan' for update`,
};

/**
 * The workflow of a plan inside a transaction that writes other things too. The instance has the id of its plan; its row is
 * locked first, so whoever moves the plan meanwhile finds another version and is told so.
 */
@Injectable()
export class PlanInstance {
  constructor(
    private readonly instances: InstancesRepository,
    private readonly units: UnitsRepository,
  ) {}

  /** Begins the workflow of a plan that was just stored; the year is its term. */
  async start(
    caller: Caller,
    plan: { planId: string; year: number; doubts: readonly unknown[] },
    runner: SqlRunner,
  ): Promise<void> {
    const { unitId } = caller.actor;
    const cascade = await this.cascadeFor(caller, []);
    const outcome = cascade.start({
      id: plan.planId,
      flow: 'plan',
      parent: null,
      plan: { id: plan.planId, ownerUnitId: unitId },
      itemId: null,
      fromUnitId: unitId,
      toUnitId: unitId,
      title: null,
      dueOn: `${plan.year}-12-31`,
      input: { openDoubts: plan.doubts.length },
      by: 'caller',
    });
    await this.write(cascade, outcome, runner);
  }

  /** Reads the instance and keeps it from moving until the transaction ends. */
  async lock(planId: string, runner: SqlRunner): Promise<InstanceRow> {
    await runner.rows(lockInstance, [planId]);
    const [row] = await this.instances.withParents([planId], runner);
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Moves a locked plan as the caller, or as the system. Throws the machine's refusal. */
  async move(
    caller: Caller,
    row: InstanceRow,
    event: string,
    payload: unknown,
    runner: SqlRunner,
    by: 'caller' | 'system' = 'caller',
  ): Promise<InstanceRow> {
    const cascade = await this.cascadeFor(caller, [row]);
    return this.write(cascade, cascade.send(row.id, event, payload, by), runner);
  }

  private async cascadeFor({ actor, today }: Caller, rows: InstanceRow[]): Promise<Cascade> {
    return new Cascade(rows, today, { actor, superiorOf: await this.units.superiorOf(actor.unitId) });
  }

  private async write(cascade: Cascade, outcome: Outcome, runner: SqlRunner): Promise<InstanceRow> {
    if (!outcome.ok) throw new DomainError(outcome.code, outcome.details, outcome.words);
    const written = await this.instances.inside(runner, 'wait').write(cascade.writes(0, null));
    if (!written.has(0)) throw new Error(`Plan ${outcome.row.id} moved although it was locked.`);
    return outcome.row;
  }
}
