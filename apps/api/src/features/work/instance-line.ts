import type { FlowId, InstanceLine, IsoDate } from '@phancong/contracts';
import { daysBetween } from '@phancong/calendar';
import { timelinessOf } from '@phancong/workflows';

/** A row of any list of work, as the statements of this feature select it. */
export interface LineRow {
  id: string;
  flow: FlowId;
  machine_version: number;
  state: string;
  phase: 'open' | 'done' | 'cancelled';
  version: number;
  title: string;
  ref: string | null;
  period_label: string | null;
  plan_id: string;
  parent_id: string | null;
  from_unit_id: string;
  from_name: string;
  from_short_name: string;
  to_unit_id: string;
  to_name: string;
  to_short_name: string;
  origin_unit_id: string | null;
  origin_name: string | null;
  origin_short_name: string | null;
  holder_unit_id: string | null;
  starts_on: string | null;
  due_on: string | null;
  signed_due_on: string | null;
  done_on: string | null;
  standing: boolean;
}

/** Selects lines from a set of instances aliased `i`; titles fall back to the words of the plan row, which the work carries with it. */
export const selectLines = (instances: string) => `
  select i.id, i.flow, i.machine_version, i.state, i.phase, i.version, coalesce(i.title, i.line_title, '') as title,
         i.line_ref as ref, i.period_label, i.plan_id, i.parent_id,
         i.from_unit_id, giver.name as from_name, giver.short_name as from_short_name,
         i.to_unit_id, taker.name as to_name, taker.short_name as to_short_name,
         i.origin_unit_id, origin.name as origin_name, origin.short_name as origin_short_name,
         i.holder_unit_id, i.starts_on, i.due_on, i.signed_due_on, i.done_on, i.standing
  from (${instances}) i
  join unit giver on giver.id = i.from_unit_id
  join unit taker on taker.id = i.to_unit_id
  left join unit origin on origin.id = i.origin_unit_id`;

export function toLine(row: LineRow, today: IsoDate): InstanceLine {
  const open = row.phase === 'open' && row.due_on !== null && row.done_on === null;
  return {
    id: row.id,
    flow: row.flow,
    machineVersion: row.machine_version,
    state: row.state,
    version: row.version,
    title: row.title,
    ref: row.ref,
    periodLabel: row.period_label,
    planId: row.plan_id,
    parentId: row.parent_id,
    from: { id: row.from_unit_id, name: row.from_name, shortName: row.from_short_name },
    to: { id: row.to_unit_id, name: row.to_name, shortName: row.to_short_name },
    origin:
      row.origin_unit_id && row.origin_name && row.origin_short_name
        ? { id: row.origin_unit_id, name: row.origin_name, shortName: row.origin_short_name }
        : null,
    holderUnitId: row.holder_unit_id,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    signedDueOn: row.signed_due_on,
    doneOn: row.done_on,
    timeliness: timelinessOf(
      { phase: row.phase, standing: row.standing, dueOn: row.due_on, doneOn: row.done_on },
      today,
    ),
    daysLeft: open && row.due_on !== null ? daysBetween(today, row.due_on) : null,
  };
}
