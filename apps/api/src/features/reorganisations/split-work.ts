import { Injectable } from '@nestjs/common';
import type { IsoDate, QuotaSplit, SplitDecision, Unit, Words } from '@phancong/contracts';

import type { SqlRunner } from '../../platform/database/sql.js';
import { fanOut } from '../activation/fan-out.js';
import type { Caller } from '../people/request-actor.js';
import type { DecidedPassages } from './decide-passages.js';
import { isNothing, splitTargets, type QuotaPart } from './split-quotas.js';
import { SplitWorkRepository, type OwingTask } from './split-work.repository.js';

/** One task whose targets are re-split: what stays with it, and what the other successors get. */
interface SplitTask {
  task: OwingTask;
  decision: SplitDecision;
  stays: QuotaPart;
  given: QuotaPart[];
}

/** What the re-split adds to the figures: tasks and reports of the other successors, and targets that bind each alike. */
export interface SplitFigures {
  open: number;
  targets: number;
  targetMin: number;
  targetMax: number;
}

const faults = {
  notPassed: (id: string): Words => ({
    vi: `«${id}» không phải đơn vị kết thúc vào ngày này, hoặc chưa chọn đơn vị nhận việc của nó.`,
    en: `“${id}” did not end on this day, or nobody was chosen to take over its work.`,
  }),
  notHeirs: (name: string): Words => ({
    vi: `Chỉ tiêu của ${name} chỉ chia được cho từ hai đơn vị kế thừa của nó, mỗi đơn vị một phần, trong đó có đơn vị nhận việc.`,
    en: `The targets of ${name} are split among two or more of its successors, one part each, the one that takes over the work among them.`,
  }),
  noNumber: (name: string): Words => ({
    vi: `Hãy nhập ít nhất một số lớn hơn 0 để chia chỉ tiêu của ${name}.`,
    en: `Type at least one number above 0 to split the targets of ${name}.`,
  }),
};

/** Decisions on splits that cannot be followed, by their place in the list. */
export function faultsOfSplits(
  splits: readonly SplitDecision[],
  { passages }: DecidedPassages,
): { place: number; words: Words }[] {
  const seen = new Set<string>();
  return splits.flatMap(({ unitId, parts }, place) => {
    const passage = passages.find(({ from }) => from.id === unitId);
    if (!passage?.to || seen.has(unitId)) return [{ place, words: faults.notPassed(unitId) }];
    seen.add(unitId);
    const heirs = new Set(passage.heirs.map(({ id }) => id));
    const named = new Set(parts.map(({ toUnitId }) => toUnitId));
    const fits = named.size === parts.length && named.has(passage.to.id) && [...named].every((id) => heirs.has(id));
    if (!fits) return [{ place, words: faults.notHeirs(passage.from.shortName) }];
    const sum = parts.reduce((all, { number }) => all + number, 0);
    return sum > 0 ? [] : [{ place, words: faults.noNumber(passage.from.shortName) }];
  });
}

/** Quotas of a unit that is split, by the key that a person chose. Work itself passes on whole; nothing is undone. */
@Injectable()
export class SplitWork {
  constructor(private readonly split: SplitWorkRepository) {}

  /** Read before the work passes on. Rows that a person gave elsewhere keep their targets whole. */
  async plan(
    splits: readonly SplitDecision[],
    { passages, rows }: DecidedPassages,
    runner?: SqlRunner,
  ): Promise<SplitTask[]> {
    if (splits.length === 0) return [];
    const tasks = await this.split.owing(
      splits.map(({ unitId }) => unitId),
      runner,
    );
    return tasks.flatMap((task): SplitTask[] => {
      const decision = splits.find(({ unitId }) => unitId === task.unitId);
      const keeper = passages.find(({ from }) => from.id === task.unitId)?.to?.id;
      const elsewhere = rows.some(({ fromId, itemId }) => fromId === task.unitId && itemId === task.itemId);
      if (!decision || !keeper || elsewhere) return [];
      const shares = decision.parts.map(({ toUnitId, number }) => ({
        toUnitId,
        number: decision.key === 'equal' ? 1 : number,
      }));
      const parts = splitTargets(task.targets, shares);
      const stays = parts.find(({ toUnitId }) => toUnitId === keeper);
      if (!stays) return [];
      const given = parts
        .filter((part) => part !== stays)
        .map((part) => ({ ...part, targets: part.targets.filter((target) => !isNothing(target)) }))
        .filter(({ targets }) => targets.length > 0);
      return [{ task, decision, stays, given }];
    });
  }

  /** After the work passed on: lessens the targets of the tasks, opens those of the other successors, and tells why in each. */
  async apply(
    caller: Caller,
    tasks: readonly SplitTask[],
    run: { id: string; on: IsoDate; document: string | null },
    runner: SqlRunner,
  ): Promise<SplitFigures> {
    const added: SplitFigures = { open: 0, targets: 0, targetMin: 0, targetMax: 0 };
    for (const { task, decision, stays, given } of tasks) {
      await this.split.lessen(task.id, stays.targets, runner);
      const { label, standing, periods, dueOn, startsOn } = task;
      const window = { label, standing, periods, dueOn, startsOn: startsOn > run.on ? startsOn : run.on };
      const counts = await fanOut(runner, {
        planId: task.planId,
        ownerUnitId: await this.split.ownerOf(task.planId, runner),
        duties: given.map(({ toUnitId, targets }) => ({
          itemId: task.itemId,
          window,
          leadUnitIds: [toUnitId],
          coordinatorUnitIds: [],
          targets,
        })),
        today: caller.today,
        personId: caller.actor.personId,
        post: caller.actor.post,
        onBehalfOf: caller.actor.onBehalfOf?.personId ?? null,
      });
      const to = given.map(({ toUnitId }) => toUnitId);
      const born = await this.split.markOrigin(task.planId, task.unitId, to, runner);
      const why = {
        reorganisationId: run.id,
        effectiveOn: run.on,
        document: run.document,
        key: decision.key,
        fromUnitId: task.unitId,
        numbers: decision.parts,
        before: task.targets,
        parts: [stays, ...given],
      };
      await this.split.tellWhy([task.id, ...born], why, caller, runner);
      added.open += counts.tasks + counts.checkpoints;
      added.targets += counts.targets;
      const owed = (key: 'min' | 'max') =>
        [stays, ...given].flatMap(({ targets }) => targets).reduce((sum, target) => sum + (target[key] ?? 0), 0) -
        task.targets.reduce((sum, target) => sum + (target[key] ?? 0), 0);
      added.targetMin += owed('min');
      added.targetMax += owed('max');
    }
    return added;
  }
}

/** The re-split as the preview shows it, target by target. */
export function lineSplits(tasks: readonly SplitTask[], units: ReadonlyMap<string, Unit>): QuotaSplit[] {
  const refOf = (id: string) => ({ id, name: units.get(id)?.shortName ?? id });
  return tasks.flatMap(({ task, decision, stays, given }) =>
    task.targets.map(({ metric, unit, period, min, max }, at): QuotaSplit => ({
      from: refOf(task.unitId),
      planId: task.planId,
      ref: task.ref,
      label: task.label,
      metric,
      unit,
      period,
      min,
      max,
      parts: decision.parts.map(({ toUnitId }) => {
        const part = [stays, ...given].find((other) => other.toUnitId === toUnitId);
        const target =
          part === stays
            ? stays.targets[at]
            : part?.targets.find((other) => other.metric === metric && other.unit === unit && other.period === period);
        return { to: refOf(toUnitId), min: target ? target.min : 0, max: target ? target.max : 0 };
      }),
    })),
  );
}
