import { Injectable } from '@nestjs/common';

import type { SqlRunner } from '../../platform/database/sql.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { OutboxEffect } from '../work/engine/writes.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiversRepository } from './receivers.repository.js';

/** Writes the messages of delivered effects, for those receivers alone whose unit may see the work. */
@Injectable()
export class WebhookOutbox {
  constructor(
    private readonly receivers: ReceiversRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly units: UnitsRepository,
  ) {}

  /** In the transaction that takes the effects from the outbox. True when something was written. */
  async enqueue(effects: readonly OutboxEffect[], runner: SqlRunner): Promise<boolean> {
    const changes = effects.flatMap(({ changed }) => changed);
    if (!changes.some(({ moved }) => moved)) return false;
    const receivers = await this.receivers.active(runner);
    const told = await Promise.all(
      receivers.map(async ({ id, unitId }) => {
        const isBelow = await this.units.superiorOf(unitId);
        const sees = (unitIds: readonly string[]) => unitIds.some((other) => other === unitId || isBelow(other));
        return changes.flatMap(({ instanceId, unitIds, moved }) =>
          moved && sees(unitIds) ? [{ receiverId: id, instanceId, ...moved }] : [],
        );
      }),
    );
    await this.deliveries.enqueue(told.flat(), runner);
    return told.flat().length > 0;
  }
}
