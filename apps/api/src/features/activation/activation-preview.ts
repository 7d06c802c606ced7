import type { ActivationPreview, IsoDate, Words } from '@phancong/contracts';

import { countDuties, type Duty, type ItemFanOut } from './plan-fan-out.js';

interface UnitLoad {
  tasks: number;
  checkpoints: number;
  coordinations: number;
}

/** Adds up what each unit gets. */
function loadOfUnits(duties: readonly Duty[]): Map<string, UnitLoad> {
  const loads = new Map<string, UnitLoad>();
  const loadOf = (unitId: string) => {
    const load = loads.get(unitId) ?? { tasks: 0, checkpoints: 0, coordinations: 0 };
    loads.set(unitId, load);
    return load;
  };
  for (const { leadUnitIds, coordinatorUnitIds, window } of duties) {
    for (const unitId of leadUnitIds) {
      const load = loadOf(unitId);
      load.tasks += 1;
      load.checkpoints += window.periods.length;
    }
    for (const unitId of coordinatorUnitIds) {
      loadOf(unitId).coordinations += leadUnitIds.filter((lead) => lead !== unitId).length;
    }
  }
  return loads;
}

/** Tasks and periodic reports by the month in which they fall due. */
function dueByMonth(duties: readonly Duty[]): ActivationPreview['perMonth'] {
  const months = new Map<string, number>();
  for (const { leadUnitIds, window } of duties) {
    for (const day of [window.dueOn, ...window.periods.map((period) => period.dueOn)]) {
      if (day === null) continue;
      const month = day.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + leadUnitIds.length);
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, due]) => ({ month, due }));
}

function listUnnamed(entries: readonly ItemFanOut[]): ActivationPreview['unnamed'] {
  const found = new Map<string, { name: string; refs: string[]; words: Words }>();
  for (const { item, unnamed } of entries) {
    for (const { name, words } of unnamed) {
      const key = `${name}|${words.vi}`;
      const known = found.get(key) ?? { name, refs: [], words };
      if (!known.refs.includes(item.ref)) known.refs.push(item.ref);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/**
 * Rows that nobody would carry out: activation waits until each has a lead unit. Rows that bodies outside the sector lead, and
 * those that a person left without lead in the review (a goal), are listed with no task and wait for nobody.
 */
export function leaderlessRows(entries: readonly ItemFanOut[]): Words[] {
  return entries
    .filter(({ duties, nobodysHere }) => duties.length === 0 && !nobodysHere)
    .map(({ item }) => ({
      vi: `Mục ${item.ref} chưa có đơn vị chủ trì trong danh mục vào ngày đã chọn.`,
      en: `Row ${item.ref} has no lead unit in the registry of the chosen day.`,
    }));
}

/** Tells what activation would do, without doing it. */
export function previewOf(
  entries: readonly ItemFanOut[],
  args: { registryDate: IsoDate; nameOf: (unitId: string) => string; obstacles: readonly Words[] },
): ActivationPreview {
  const duties = entries.flatMap((entry) => entry.duties);
  const loads = [...loadOfUnits(duties)]
    .map(([unitId, load]) => ({ unitId, name: args.nameOf(unitId), ...load }))
    .sort((a, b) => b.tasks - a.tasks || a.name.localeCompare(b.name, 'vi'));
  return {
    registryDate: args.registryDate,
    ...countDuties(duties),
    perUnit: loads
      .filter(({ tasks }) => tasks > 0)
      .map(({ unitId, name, tasks, checkpoints }) => ({ unitId, name, tasks, checkpoints })),
    perItem: entries.map(({ item, duties: own, unnamed }) => ({
      itemId: item.id,
      ref: item.ref,
      title: item.title,
      tasks: countDuties(own).tasks,
      leads: [...item.leads],
      unnamed: [...new Set(unnamed.map(({ name }) => name))],
    })),
    perMonth: dueByMonth(duties),
    unnamed: listUnnamed(entries),
    firstWeek: loads.map(({ unitId, name, tasks, coordinations }) => ({
      unitId,
      name,
      toAcknowledge: tasks + coordinations,
    })),
    obstacles: [...args.obstacles],
  };
}
