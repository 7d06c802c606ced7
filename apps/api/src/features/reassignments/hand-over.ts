import type { InstanceRow } from '../work/engine/instance-row.js';
import type { Cascade, Outcome } from '../work/engine/cascade.js';

/** Work that goes to another unit: the task, the periods that are still open, and who takes it over. */
export interface HandOver {
  task: InstanceRow;
  openPeriods: readonly InstanceRow[];
  toUnitId: string;
  /** As the history of both tasks names them. */
  fromUnitName: string;
  toUnitName: string;
  payload: Record<string, unknown>;
}

/**
 * The unit that led the task loses it and keeps its name on what it did; the other unit gets a task of its own for what is left: the same
 * row, window and deadline, its days of receipt counted from today, and the reporting periods that are still open.
 */
export function handOver(cascade: Cascade, { task, openPeriods, toUnitId, ...names }: HandOver): Outcome {
  const payload = { ...names.payload, toUnitId, toUnitName: names.toUnitName };
  const taken = cascade.send(task.id, 'reassign', payload);
  if (!taken.ok) return taken;
  const plan = { id: task.plan_id, ownerUnitId: task.owner_unit_id };
  const common = { plan, itemId: task.item_id, fromUnitId: task.from_unit_id, toUnitId, by: 'system' as const };
  const given = cascade.start({
    ...common,
    flow: 'task',
    parent: null,
    title: task.title,
    dueOn: task.due_on,
    input: { openCheckpoints: openPeriods.length, takenOverFrom: names.fromUnitName },
    window: windowOf(task),
  });
  if (!given.ok) return given;
  for (const period of openPeriods) {
    const begun = cascade.start({
      ...common,
      flow: 'checkpoint',
      parent: given.row,
      title: period.title,
      dueOn: period.due_on,
      input: {},
      window: windowOf(period),
    });
    if (!begun.ok) return begun;
  }
  return given;
}

const windowOf = ({ period_label, starts_on, standing }: InstanceRow) => ({ period_label, starts_on, standing });
