import type { IsoDate } from '@phancong/contracts';

import { instanceColumns, type InstanceRow } from './instance-row.js';

/** A report that counted a piece of work as done, with the work as the records had it at the end of the cut-off day. */
export interface CountedWork {
  work_id: string;
  report_id: string;
  /** The work as a person calls it. */
  work: string;
  cutoff_on: IsoDate;
  due_on: IsoDate | null;
  done_on: IsoDate | null;
  standing: boolean;
}

/** What a correction reads: who counted the work, and the reports themselves. */
export interface ReportsRead {
  counted: CountedWork[];
  rows: InstanceRow[];
}

/**
 * Reports of the unit that led the work then, in the same plan, whose cut-off day is over and by which the work was accepted. A report
 * that is not drawn up yet draws the same figures, so it is among them. $1 the work, $2 the official day.
 */
export const findCountedWork = {
  name: 'find-counted-work',
  text: `
    select w.id as work_id, r.id as report_id, r.cutoff_on, w.standing,
           concat_ws(' ', item.ref, coalesce(w.title, item.title), nullif('(' || w.period_label || ')', '()')) as work,
           coalesce(granted.due_on, w.signed_due_on) as due_on, handed_in.on_day as done_on
    from instance w
    left join plan_item item on item.id = w.item_id
    join lateral (
      select r.id, r.to_unit_id, (r.snapshot->'context'->>'cutoffOn')::date as cutoff_on from instance r
      where r.plan_id = w.plan_id and r.flow = 'periodReport' and r.phase <> 'cancelled') r
      on r.to_unit_id = w.to_unit_id and r.cutoff_on < $2::date and coalesce(w.starts_on, r.cutoff_on) <= r.cutoff_on
    join lateral (
      select to_state from history h where h.instance_id = w.id and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) seen on seen.to_state = 'accepted'
    left join lateral (
      select (h.payload->>'dueOn')::date as due_on from history h
      where h.instance_id = w.id and h.event = any(array['extended', 'redate']) and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) granted on true
    left join lateral (
      select h.on_day from history h where h.instance_id = w.id and h.event = 'report' and h.on_day <= r.cutoff_on
      order by h.version desc limit 1) handed_in on true
    where w.id = any($1::uuid[])
    order by r.cutoff_on, r.id`,
};

export const loadReports = {
  name: 'load-reports',
  text: `
    select ${instanceColumns}, p.owner_unit_id from instance i join plan p on p.id = i.plan_id where i.id = any($1::uuid[])`,
};
