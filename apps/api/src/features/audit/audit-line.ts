import type { AuditLine, Words } from '@phancong/contracts';
import { flowOf, knowsFlow } from '@phancong/workflows';

import { wordChange } from './audit-change-words.js';
import type { AuditRow } from './audit-search.repository.js';

const BORN: Words = { vi: 'Giao việc', en: 'Assigned' };

const asIs = (name: string | null): Words | null => (name === null ? null : { vi: name, en: name });

/** A row of the record in the words of its machine. */
export function toAuditLine(row: AuditRow): AuditLine {
  const flow =
    row.flow && row.machine_version !== null && knowsFlow(row.flow, row.machine_version)
      ? flowOf(row.flow, row.machine_version)
      : null;
  const did =
    row.kind === 'change'
      ? wordChange(row.did)
      : (flow?.events[row.did]?.words ?? (row.did === 'start' ? BORN : { vi: row.did, en: row.did }));
  const stateOf = (state: string | null) => (state === null ? null : (flow?.states[state]?.words ?? asIs(state)));
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    at: row.at.toISOString(),
    onDay: row.on_day,
    personName: row.person_name,
    onBehalfOfName: row.on_behalf_of_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
    origin: row.origin,
    did,
    instanceId: row.kind === 'move' ? row.id : null,
    planId: row.plan_id,
    flow: row.flow,
    title: row.title,
    before: stateOf(row.before),
    after: stateOf(row.after),
    details: row.details ?? null,
    replaced: row.replaced ?? null,
    hash: row.hash,
  };
}
