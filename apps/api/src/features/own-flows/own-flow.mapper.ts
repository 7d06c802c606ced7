import type { Actor, OwnFlow, OwnFlowLine, Words } from '@phancong/contracts';
import { eventsToldToWork, flows, noticeChoices } from '@phancong/workflows';

import type { FlowChecked } from './check-flow-apart.js';
import type { OwnFlowRow } from './own-flows.repository.js';

export const toLine = (row: OwnFlowRow): OwnFlowLine => ({
  id: row.id,
  flow: row.flow,
  words: row.document.words,
  unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? row.unit_id },
  state: row.state,
  edition: row.edition,
  machineVersion: row.machine_version,
  changedBy: row.changed_by_name,
  changedAt: row.changed_at.toISOString(),
  settledBy: row.settled_by_name,
  settledAt: row.settled_at?.toISOString() ?? null,
  running: row.running,
});

export const toOwnFlow = (row: OwnFlowRow, checked: FlowChecked, why: OwnFlow['why']): OwnFlow => ({
  ...toLine(row),
  document: row.document,
  faults: checked.faults,
  diagram: checked.diagram,
  returnReason: row.return_reason,
  notices: noticeChoices(flows[row.flow]),
  toldToWork: eventsToldToWork(flows[row.flow]).map((event) => ({ event, words: wordsToldToWork(event) })),
  why,
});

/** What the work that it hangs on hears, in the words of that work. */
const wordsToldToWork = (event: string): Words =>
  Object.values(flows).find((flow) => flow.events[event]?.by === 'system')?.events[event]?.words ?? {
    vi: event,
    en: event,
  };

/** The persons who answer for what this actor does. */
export const personsOf = ({ personId, onBehalfOf }: Actor): string[] => [
  personId,
  ...(onBehalfOf ? [onBehalfOf.personId] : []),
];
