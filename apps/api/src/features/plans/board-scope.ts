import type { IsoDate } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { narrowTo, type SeenPlan } from './plans.service.js';

/** Which tasks a board counts: those of all leads, or of one unit alone. */
export interface BoardScope {
  planId: string;
  today: IsoDate;
  unitId: string | null;
}

/** The owner and those above it count every task of the plan; a unit counts its own, or all where the plan shares its progress. */
export const scopeOf = ({ actor, today }: Caller, seen: SeenPlan): BoardScope => ({
  planId: seen.plan.id,
  today,
  unitId: narrowTo(seen, actor.unitId),
});

/**
 * Every board counts live, from instance_board_idx alone: tasks and their periodic reports, each by itself. `oneUnit` narrows
 * to those that the unit $4 leads.
 */
export const onlyUnit = (oneUnit: boolean) => (oneUnit ? 'and i.to_unit_id = $4' : '');
export const named = (name: string, oneUnit: boolean) => `${name}${oneUnit ? '-of-unit' : ''}`;

export const valuesOf = ({ planId, today, unitId }: BoardScope, itemIds: readonly string[]) =>
  unitId === null ? [planId, itemIds, today] : [planId, itemIds, today, unitId];

/** Reads where a page of rows ended; anything else that a client sends is refused. */
export function readRowPosition(after: string | undefined): number {
  if (after === undefined) return -1;
  if (!/^\d{1,9}$/.test(after)) throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
  return Number(after);
}
