import type { Delegation, DelegationState, IsoDate } from '@phancong/contracts';

import type { DelegationRow } from './delegations.repository.js';

function stateOf(row: DelegationRow, today: IsoDate): DelegationState {
  if (row.ended_at !== null) return 'ended';
  if (row.valid_to < today) return 'over';
  return row.valid_from > today ? 'coming' : 'running';
}

export function toDelegation(row: DelegationRow, today: IsoDate, mayEnd: boolean): Delegation {
  const state = stateOf(row, today);
  return {
    id: row.id,
    from: { personId: row.from_person_id, personName: row.from_name },
    to: { personId: row.to_person_id, personName: row.to_name },
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
    plan: row.plan_id === null ? null : { id: row.plan_id, title: row.plan_title ?? '' },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: row.reason,
    state,
    createdAt: row.created_at.toISOString(),
    endedBy:
      row.ended_by_person_id === null
        ? null
        : { personId: row.ended_by_person_id, personName: row.ended_by_name ?? '' },
    mayEnd: mayEnd && (state === 'coming' || state === 'running'),
  };
}
