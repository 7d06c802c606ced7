import { createHash } from 'node:crypto';

import type {
  AmendedRow,
  AmendedWork,
  Doubt,
  IsoDate,
  TableDifference,
  TableItem,
  UnitKind,
} from '@phancong/contracts';
import type { NameRegistry } from '@phancong/units';
import { applyChanges, applyDifferences, diffTables } from '@phancong/plan-reader/amendments';

import { fanOutPlan, type Duty, type PlanFanOutItem } from '../activation/plan-fan-out.js';
import { resolvePlanName, type PlanName, type SettledNames } from '../activation/resolve-plan-names.js';
import {
  addWork,
  amendWork,
  dropWork,
  leaderlessWork,
  noWork,
  type NamedUnits,
  type OpenTask,
  type RowWork,
} from './amend-work.js';
import type { AmendmentRow } from './plan-amendments.repository.js';

/** A row of the table in force. */
export interface StandingItem {
  id: string;
  item: TableItem;
}

export interface AmendContext {
  year: number;
  /** The day on which two spellings are asked whether they mean one unit. */
  asOf: IsoDate;
  /** The day of the registry on which the plan was activated: who its names mean. */
  registryDate: IsoDate;
  /** The unit that does a unit's work in this plan now: itself, or who took it over in a reorganisation. */
  heirOf: (unitId: string) => string;
  settled: SettledNames;
  registry: NameRegistry;
  kindOf: (unitId: string) => UnitKind | undefined;
}

/** One row with what changes in it and what that does to its work. */
export interface RowPlan {
  key: string;
  ref: string;
  before: StandingItem | null;
  after: TableItem | null;
  differences: TableDifference[];
  work: RowWork;
}

/** The table after an amendment, row by row, and what a person has to see before it is applied. */
export interface AmendmentPlan {
  rows: RowPlan[];
  doubts: Doubt[];
  fingerprint: string;
}

/** What a name means in this plan: as activation understood it; a unit founded since is asked of the registry of today. */
function resolve(name: string, { registryDate, asOf, ...by }: AmendContext): PlanName {
  const then = resolvePlanName(name, registryDate, by);
  return then.unitIds.length > 0 ? then : resolvePlanName(name, asOf, by);
}

/** The units that names mean in this plan, or who took their work over since. */
function unitsOf(names: readonly string[], context: AmendContext): string[] {
  const meant = names.flatMap((name) => resolve(name, context).unitIds);
  return [...new Set(meant.map(context.heirOf))];
}

function namedUnits(before: TableItem, after: TableItem, context: AmendContext): NamedUnits {
  const changeOf = (field: 'leads' | 'coordinators') => {
    const [was, is] = [unitsOf(before[field], context), unitsOf(after[field], context)];
    return {
      gone: new Set(was.filter((unitId) => !is.includes(unitId))),
      come: is.filter((unitId) => !was.includes(unitId)),
    };
  };
  const [leads, helpers] = [changeOf('leads'), changeOf('coordinators')];
  const named = after.leads.filter((name) => resolve(name, context).kind === 'unit');
  return {
    leadsGone: leads.gone,
    leadsCome: leads.come,
    helpersGone: helpers.gone,
    helpersCome: helpers.come,
    namedLeads: new Set(unitsOf(named, context)),
  };
}

const movesWork = new Set<TableDifference['kind']>(['retimed', 'reassigned', 'retargeted']);

function workOf(
  before: TableItem | null,
  after: TableItem | null,
  differences: readonly TableDifference[],
  tasks: readonly OpenTask[],
  context: AmendContext,
): RowWork {
  if (!after) return dropWork(tasks);
  if (!before) return addWork(after, unitsOf(after.leads, context), context.year);
  if (!differences.some(({ kind }) => movesWork.has(kind))) return noWork();
  if (unitsOf(after.leads, context).length === 0) return leaderlessWork(tasks);
  return amendWork(before, after, tasks, namedUnits(before, after, context), context.year);
}

/** The table that the amendment leaves: its orders put into the table in force, or the rows of the new version. */
function tableAfter(amendment: AmendmentRow, base: readonly TableItem[], context: AmendContext) {
  if (amendment.kind === 'version') return { table: amendment.items, doubts: [] };
  return applyChanges(base, amendment.changes, context);
}

/**
 * Works out, without changing anything, what an amendment does to a plan: differences by meaning, row by row, and what each does
 * to open tasks. Rows that are left out stay as they are. Pure.
 */
export function planAmendment(
  amendment: AmendmentRow,
  standing: readonly StandingItem[],
  tasksOf: ReadonlyMap<string, readonly OpenTask[]>,
  context: AmendContext,
): AmendmentPlan {
  const base = standing.map(({ item }) => item);
  const { table, doubts } = tableAfter(amendment, base, context);
  const differences = diffTables(base, table, { asOf: context.asOf });
  const keyOf = (difference: TableDifference) => (difference.kind === 'added' ? `+${difference.ref}` : difference.ref);
  const byRow = Map.groupBy(differences, keyOf);
  const rows = [...byRow].map(([key, own]): RowPlan => {
    const [first] = own;
    const before = first?.kind === 'added' ? null : (standing.find(({ item }) => item.ref === first?.ref) ?? null);
    const alone = before ? [before.item] : [];
    const [after = null] = applyDifferences(
      alone,
      own.map((one) => ('position' in one ? { ...one, position: 0 } : one)),
    );
    const tasks = before ? (tasksOf.get(before.id) ?? []) : [];
    const work = workOf(before?.item ?? null, after, own, tasks, context);
    return { key, ref: first?.ref ?? key, before, after, differences: own, work };
  });
  const counts = rows.map(({ key, work }) => [key, work.cancel.map(({ id }) => id), work.redate.length, work.born]);
  const seen = JSON.stringify([differences, counts, doubts.length]);
  return { rows, doubts, fingerprint: createHash('sha256').update(seen).digest('base64url') };
}

const withId = (id: string, item: TableItem): PlanFanOutItem => ({ id, ...item });

/** The tasks that a row gives birth to, as activation makes them. */
export function dutiesOf({ after, work }: RowPlan, itemId: string, context: AmendContext): Duty[] {
  if (!after) return [];
  const [whole] = fanOutPlan([withId(itemId, after)], context);
  return work.born.flatMap(({ window, unitIds }) => {
    const own = (whole?.duties ?? [])
      .filter((duty) => duty.window.startsOn === window.startsOn && duty.window.dueOn === window.dueOn)
      .map((duty) => ({
        ...duty,
        leadUnitIds: [...new Set(duty.leadUnitIds.map(context.heirOf))].filter((unitId) => unitIds.includes(unitId)),
        coordinatorUnitIds: [...new Set(duty.coordinatorUnitIds.map(context.heirOf))],
      }))
      .filter((duty) => duty.leadUnitIds.length > 0);
    // A unit whose task was given to it by hand is not what the names mean; it goes on all the same.
    const known = new Set(own.flatMap((duty) => duty.leadUnitIds));
    const heirs = unitIds.filter((unitId) => !known.has(unitId));
    const rest: Duty = { itemId, window, leadUnitIds: heirs, coordinatorUnitIds: [], targets: after.targets };
    return heirs.length > 0 ? [...own, rest] : own;
  });
}

/** The row as a screen shows it. */
export function toAmendedRow(
  { key, ref, before, after, differences, work }: RowPlan,
  nameOf: (unitId: string) => string,
): AmendedRow {
  const counts: AmendedWork = {
    cancelled: work.cancel.length,
    redated: work.redate.length,
    born: work.born.reduce((sum, { unitIds }) => sum + unitIds.length, 0),
    coordinations: work.help.reduce((sum, { unitIds }) => sum + unitIds.length, 0),
    targets: work.retarget.length,
    byHand: work.byHand.map(({ task, words }) => ({ unitName: nameOf(task.unitId), words })),
  };
  return { key, ref, title: (before?.item ?? after)?.title ?? '', differences, work: counts };
}
