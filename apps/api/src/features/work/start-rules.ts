import type { Actor, InstanceLine, StartOffer } from '@phancong/contracts';
import {
  askedBy,
  flowOf,
  flows,
  hasDoorOn,
  refuseDeed,
  refuseOpening,
  type Ground,
  type Opener,
} from '@phancong/workflows';

import type { InstanceRow } from './engine/instance-row.js';
import type { LineRow } from './instance-line.js';

type Row = Pick<
  InstanceRow,
  | 'flow'
  | 'machine_version'
  | 'state'
  | 'phase'
  | 'due_on'
  | 'from_unit_id'
  | 'to_unit_id'
  | 'owner_unit_id'
  | 'plan_id'
>;
type Kin = Pick<LineRow, 'flow' | 'phase' | 'to_unit_id'>;

/** The work as the doors of the flows look at it. */
export const groundOf = (row: Row, children: readonly Kin[]): Ground => ({
  flow: row.flow,
  state: row.state,
  phase: row.phase,
  fromUnitId: row.from_unit_id,
  toUnitId: row.to_unit_id,
  ownerUnitId: row.owner_unit_id,
  dueOn: row.due_on,
  children: children.map((child) => ({ flow: child.flow, phase: child.phase, toUnitId: child.to_unit_id })),
});

/** Why a unit may not open a flow on an instance; null when it may. */
export const refuseStart = (flow: InstanceLine['flow'], row: Row, ground: Ground, opener: Opener) =>
  refuseOpening(flows[flow], flowOf(row.flow, row.machine_version), ground, opener);

/** What the page of an instance offers to start, each with the reason when it may not. */
export function offerStarts(row: Row, opener: Opener, children: readonly Kin[], actor: Actor): StartOffer[] {
  const ground = groundOf(row, children);
  const offered = Object.values(flows).filter((flow) => hasDoorOn(flow, row.flow));
  return offered.map((flow) => {
    const why = refuseStart(flow.id, row, ground, opener) ?? refuseDeed(actor, 'startWork', row.plan_id)?.words ?? null;
    const { unitId, among } = askedBy(flow, ground);
    return {
      flow: flow.id,
      words: flow.words,
      allowed: why === null,
      why,
      choosesUnit: unitId === undefined,
      among: among ? [...among] : null,
    };
  });
}
