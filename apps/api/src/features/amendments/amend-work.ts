import { isDeepStrictEqual } from 'node:util';

import type { IsoDate, TableItem, Words } from '@phancong/contracts';

import { taskWindowsOf, type TaskWindow } from '../activation/task-windows.js';

/** A task under way, with what stands below it. */
export interface OpenTask {
  id: string;
  unitId: string;
  label: string | null;
  startsOn: IsoDate | null;
  dueOn: IsoDate | null;
  standing: boolean;
  /** Somebody began to work, reported or gave proof: it is not replaced behind his back. */
  begun: boolean;
  /** Reporting periods that are still open. */
  periods: readonly { id: string; label: string | null; dueOn: IsoDate | null }[];
  hasTargets: boolean;
  /** Units whose help was asked and has not ended. */
  helpers: readonly string[];
}

/** Units that the names of a row mean, before and after. */
export interface NamedUnits {
  leadsGone: ReadonlySet<string>;
  leadsCome: readonly string[];
  helpersGone: ReadonlySet<string>;
  helpersCome: readonly string[];
  /** Leads that the row names one by one; only they ask for help from the start. */
  namedLeads: ReadonlySet<string>;
}

export interface Redating {
  task: OpenTask;
  startsOn: IsoDate;
  dueOn: IsoDate;
  label: string | null;
  periods: { id: string; dueOn: IsoDate }[];
}

/** What an amendment does to the work of one row. */
export interface RowWork {
  cancel: OpenTask[];
  redate: Redating[];
  /** New tasks: a window and the units that lead it. */
  born: { window: TaskWindow; unitIds: string[] }[];
  help: { task: OpenTask; unitIds: string[] }[];
  retarget: OpenTask[];
  byHand: { task: OpenTask; words: Words }[];
}

const byHandWords = {
  periods: {
    vi: 'Các kỳ báo cáo đổi mà đơn vị đã triển khai; giữ nguyên nhiệm vụ, hãy thống nhất lại thời gian.',
    en: 'The reporting periods change and the unit has begun; the task stays as it is, agree on its time.',
  },
  standing: {
    vi: 'Nhiệm vụ không còn thời hạn (hoặc mới có thời hạn) mà đơn vị đã triển khai; hãy xử lý riêng.',
    en: 'The task loses (or gets) a term and the unit has begun; look after it by hand.',
  },
  begunElsewhere: {
    vi: 'Đơn vị thôi chủ trì mà đã có kết quả; nhiệm vụ được hủy, kết quả vẫn lưu.',
    en: 'The unit no longer leads and has results; the task is cancelled, its results are kept.',
  },
  leaderless: {
    vi: 'Đơn vị chủ trì mới không có trong danh mục; nhiệm vụ giữ nguyên ở đơn vị cũ, hãy giao lại.',
    en: 'The new lead is not in the registry; the task stays where it is until somebody reassigns it.',
  },
  helper: {
    vi: 'Có đơn vị thôi phối hợp; đơn vị chủ trì tự thôi đề nghị.',
    en: 'A unit no longer helps; the lead takes its request back.',
  },
} satisfies Record<string, Words>;

const sameDays = (one: TaskWindow, other: TaskWindow) =>
  one.startsOn === other.startsOn && one.dueOn === other.dueOn && isDeepStrictEqual(one.periods, other.periods);

/** Which window of the new timing takes the place of which old one; null where an old one has no heir. */
function pairWindows(before: readonly TaskWindow[], after: readonly TaskWindow[]): (TaskWindow | null)[] {
  if (before.length === after.length) return before.map((_, at) => after[at] ?? null);
  const left = [...after];
  return before.map((window) => {
    const at = left.findIndex(
      (other) => sameDays(window, other) || (window.label !== null && other.label === window.label),
    );
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
}

const findWindow = (windows: readonly TaskWindow[], { label, dueOn }: OpenTask): number => {
  const byLabel = windows.findIndex((window) => window.label === label);
  return byLabel >= 0 ? byLabel : windows.findIndex((window) => window.dueOn === dueOn);
};

type Passage = { kind: 'keep' | 'replace' } | { kind: 'redate'; redating: Redating } | { kind: 'byHand'; words: Words };

/** A task goes from one window to another: it keeps on, gets another day, is made anew, or needs a person. */
function passOn(task: OpenTask, from: TaskWindow, to: TaskWindow): Passage {
  if (sameDays(from, to)) return { kind: 'keep' };
  const change = (words: Words): Passage => (task.begun ? { kind: 'byHand', words } : { kind: 'replace' });
  if (to.dueOn === null || from.dueOn === null) return change(byHandWords.standing);
  const labels = (window: TaskWindow) => window.periods.map(({ label }) => label);
  const known = new Set(labels(to));
  if (from.periods.length !== to.periods.length || labels(from).some((label) => !known.has(label))) {
    // Reports of the old periods cannot stand for the new ones.
    return change(byHandWords.periods);
  }
  const periods = task.periods.flatMap(({ id, label, dueOn }) => {
    const due = to.periods.find((period) => period.label === label)?.dueOn;
    return due && due !== dueOn ? [{ id, dueOn: due }] : [];
  });
  const redating = { task, startsOn: to.startsOn, dueOn: to.dueOn, label: to.label, periods };
  return { kind: 'redate', redating };
}

/** What becomes of the work of a row that is dropped. */
export const dropWork = (tasks: readonly OpenTask[]): RowWork => ({ ...noWork(), cancel: [...tasks] });

/** Where nobody of the registry is to lead, no task is taken from anybody. */
export const leaderlessWork = (tasks: readonly OpenTask[]): RowWork => ({
  ...noWork(),
  byHand: tasks.map((task) => ({ task, words: byHandWords.leaderless })),
});

/** The tasks of a row that is added. */
export function addWork(item: TableItem, leads: readonly string[], year: number): RowWork {
  const born = taskWindowsOf(item.timing, year).map((window) => ({ window, unitIds: [...leads] }));
  return { ...noWork(), born: leads.length > 0 ? born : [] };
}

export const noWork = (): RowWork => ({ cancel: [], redate: [], born: [], help: [], retarget: [], byHand: [] });

/**
 * What a change of a row does to its open tasks; finished ones are never touched. A unit that no longer leads loses its task, a
 * new one gets its own. Where the time changes the task goes on to its new day; where its reporting periods or its having a term
 * at all change, a task that nobody began is made anew, and one that is under way is left to a person.
 */
export function amendWork(
  before: TableItem,
  after: TableItem,
  tasks: readonly OpenTask[],
  units: NamedUnits,
  year: number,
): RowWork {
  const work = noWork();
  const from = taskWindowsOf(before.timing, year);
  const to = taskWindowsOf(after.timing, year);
  const heirs = pairWindows(from, to);
  const give = (window: TaskWindow, unitIds: readonly string[]) => {
    if (unitIds.length === 0) return;
    const known = work.born.find((duty) => duty.window === window);
    if (known) known.unitIds.push(...unitIds.filter((unitId) => !known.unitIds.includes(unitId)));
    else work.born.push({ window, unitIds: [...unitIds] });
  };
  const staying = tasks.filter((task) => !units.leadsGone.has(task.unitId));
  for (const task of tasks) {
    if (!units.leadsGone.has(task.unitId)) continue;
    work.cancel.push(task);
    if (task.begun) work.byHand.push({ task, words: byHandWords.begunElsewhere });
  }
  for (const task of staying) {
    const at = findWindow(from, task);
    const old = from[at];
    const heir = heirs[at];
    if (!old || heir === undefined) continue;
    if (heir === null) {
      work.cancel.push(task);
      continue;
    }
    const passage = passOn(task, old, heir);
    if (passage.kind === 'redate') work.redate.push(passage.redating);
    if (passage.kind === 'byHand') work.byHand.push({ task, words: passage.words });
    if (passage.kind === 'replace') {
      work.cancel.push(task);
      give(heir, [task.unitId]);
      continue;
    }
    const mayAsk = (unitId: string) => unitId !== task.unitId && !task.helpers.includes(unitId);
    const missing = units.namedLeads.has(task.unitId) ? units.helpersCome.filter(mayAsk) : [];
    if (missing.length > 0) work.help.push({ task, unitIds: missing });
    if (task.helpers.some((unitId) => units.helpersGone.has(unitId))) {
      work.byHand.push({ task, words: byHandWords.helper });
    }
    if (task.hasTargets && !isDeepStrictEqual(before.targets, after.targets)) work.retarget.push(task);
  }
  const stayingUnits = [...new Set(staying.map((task) => task.unitId))];
  for (const window of to) {
    if (!heirs.includes(window)) give(window, stayingUnits);
    give(window, units.leadsCome);
  }
  return work;
}
