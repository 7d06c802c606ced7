import type { IsoDate, Target, Timing, UnitKind, Words } from '@phancong/contracts';
import type { NameRegistry } from '@phancong/units';

import { resolvePlanName, type PlanName, type SettledNames } from './resolve-plan-names.js';
import { taskWindowsOf, type TaskWindow } from './task-windows.js';

export interface PlanFanOutItem {
  id: string;
  ref: string;
  title: string;
  leads: readonly string[];
  coordinators: readonly string[];
  timing: Timing;
  targets: readonly Target[];
}

/** Tasks that differ in nothing but their lead unit: one row of the plan, one window, one group of leads. */
export interface Duty {
  itemId: string;
  window: TaskWindow;
  leadUnitIds: readonly string[];
  /** Asked by every lead of the duty; a lead is never asked by itself. */
  coordinatorUnitIds: readonly string[];
  /** Bind every lead of the duty. */
  targets: readonly Target[];
}

export interface ItemFanOut {
  item: PlanFanOutItem;
  duties: Duty[];
  /** All who lead it are outside the sector, or a person left it without lead: a goal, a request to others. */
  nobodysHere: boolean;
  /** Names for which nothing is made, each with the reason. */
  unnamed: { name: string; words: Words }[];
}

const leadsInvite: Words = {
  vi: 'Việc giao cho từng đơn vị của cả nhóm; mỗi đơn vị tự đề nghị phối hợp khi cần.',
  en: 'The work goes to every unit of a class; each asks for coordination when it needs it.',
};

const unitIdsOf = (names: readonly PlanName[]) => [...new Set(names.flatMap((name) => name.unitIds))];

/** "10-12 cuộc/tỉnh/năm" binds each provincial office and nobody else. */
const bindsProvincesOnly = (target: Target) => /(?<!\p{L})tỉnh(?!\p{L})/iu.test(target.per ?? '');

/**
 * What activation makes of the reviewed rows: task = row × lead unit × window. Pure; `registryDate` says who the units are,
 * `kindOf` which of them are provincial offices.
 *
 * - A unit that is named and also member of a class leads once.
 * - Coordinators go to the tasks of leads that are named one by one. Where all leads come from a class ("BHXH tỉnh"), asking
 *   one department 63 times, or 20 departments 63 times each, helps nobody: no coordination is made, the names are listed,
 *   and each lead may ask later (docs/decisions/0008-coordination-follows-named-leads.md).
 * - Targets per province bind provincial offices only, others bind every lead. A row in several windows has one ledger per
 *   lead: targets stand on the task of the last window, in which the year's quota is settled.
 */
export function fanOutPlan(
  items: readonly PlanFanOutItem[],
  args: {
    year: number;
    registryDate: IsoDate;
    settled: SettledNames;
    registry: NameRegistry;
    kindOf: (unitId: string) => UnitKind | undefined;
  },
): ItemFanOut[] {
  return items.map((item) => fanOutItem(item, args));
}

function fanOutItem(item: PlanFanOutItem, args: Parameters<typeof fanOutPlan>[1]): ItemFanOut {
  const resolve = (name: string) => resolvePlanName(name, args.registryDate, args);
  const leads = item.leads.map(resolve);
  const coordinators = item.coordinators.map(resolve);
  const named = new Set(unitIdsOf(leads.filter((lead) => lead.kind === 'unit')));
  const coordinatorUnitIds = unitIdsOf(coordinators);
  const windows = taskWindowsOf(item.timing, args.year);
  const isProvincial = (unitId: string) => args.kindOf(unitId) === 'provincialOffice';

  const groups = new Map<string, string[]>();
  for (const unitId of unitIdsOf(leads)) {
    const group = `${named.has(unitId)}|${isProvincial(unitId)}`;
    groups.set(group, [...(groups.get(group) ?? []), unitId]);
  }
  const duties = [...groups.values()].flatMap((leadUnitIds) => {
    const [first = ''] = leadUnitIds;
    const targets = item.targets.filter((target) => isProvincial(first) || !bindsProvincesOnly(target));
    return windows.map((window, position) => ({
      itemId: item.id,
      window,
      leadUnitIds,
      coordinatorUnitIds: named.has(first) ? coordinatorUnitIds : [],
      targets: position === windows.length - 1 ? targets : [],
    }));
  });

  const uninvited = named.size === 0 && duties.length > 0 ? coordinators : [];
  const unnamed = [
    ...[...leads, ...coordinators].flatMap(({ name, why }) => (why ? [{ name, words: why }] : [])),
    ...uninvited.flatMap(({ name, why }) => (why ? [] : [{ name, words: leadsInvite }])),
  ];
  return { item, duties, nobodysHere: leads.every(({ outside }) => outside === true), unnamed };
}

export interface FanOutCounts {
  tasks: number;
  checkpoints: number;
  coordinations: number;
  targets: number;
}

/** How many rows the duties become. */
export function countDuties(duties: readonly Duty[]): FanOutCounts {
  const counts: FanOutCounts = { tasks: 0, checkpoints: 0, coordinations: 0, targets: 0 };
  for (const { leadUnitIds, window, coordinatorUnitIds, targets } of duties) {
    const leads = leadUnitIds.length;
    const selves = leadUnitIds.filter((unitId) => coordinatorUnitIds.includes(unitId)).length;
    counts.tasks += leads;
    counts.checkpoints += leads * window.periods.length;
    counts.coordinations += leads * coordinatorUnitIds.length - selves;
    counts.targets += leads * targets.length;
  }
  return counts;
}
