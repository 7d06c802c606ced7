import { Injectable } from '@nestjs/common';
import type { Words } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { SqlRunner } from '../../platform/database/sql.js';
import { fanOut } from '../activation/fan-out.js';
import { FlowRegistry, type ChooseVersion } from '../own-flows/flow-registry.service.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { Cascade, type Outcome } from '../work/engine/cascade.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { OpenWorkRepository, type TaskNote } from './open-work.repository.js';
import { dutiesOf, type AmendContext, type RowPlan } from './preview-amendment.js';

/** Why running work changes: the document, as it is named in histories and reasons. */
export interface Cause {
  amendmentId: string;
  /** "Quyết định số 1245/QĐ-BHXH". */
  name: string;
}

interface AmendOrder {
  planId: string;
  ownerUnitId: string;
  rows: readonly RowPlan[];
  /** Ids of the rows in the table, by key. */
  ids: ReadonlyMap<string, string>;
  cause: Cause;
  context: AmendContext;
}

const reasonFor = (cause: Cause, row: RowPlan) =>
  row.after
    ? `Theo ${cause.name}: phân công, thời gian của mục ${row.ref} được thay đổi.`
    : `Theo ${cause.name}: bãi bỏ mục ${row.ref}.`;

const overtaken: Words = {
  vi: 'Trong lúc áp dụng, một đơn vị vừa thao tác trên nhiệm vụ liên quan. Chưa có gì thay đổi; hãy xem lại rồi áp dụng lần nữa.',
  en: 'Meanwhile a unit moved one of the tasks. Nothing was changed; look again, then apply once more.',
};

/**
 * Lets running work follow an amended table, in the transaction of the runner: tasks end with the reason, go on to their new day,
 * or begin. Every change is an event of the machine; the signed term and the cause are noted beside it in the history.
 */
@Injectable()
export class AmendRunningWork {
  constructor(
    private readonly instances: InstancesRepository,
    private readonly units: UnitsRepository,
    private readonly work: OpenWorkRepository,
    private readonly flows: FlowRegistry,
  ) {}

  async follow(caller: Caller, order: AmendOrder, runner: SqlRunner): Promise<void> {
    const chooseVersion = await this.flows.chooser();
    await this.move(caller, order, chooseVersion, runner);
    await this.work.note(notesOf(order), caller, runner);
    for (const { work, after } of order.rows) {
      if (after)
        await this.work.retarget(
          work.retarget.map(({ id }) => id),
          after.targets,
          runner,
        );
    }
    const duties = order.rows.flatMap((row) => dutiesOf(row, order.ids.get(row.key) ?? '', order.context));
    if (duties.length === 0) return;
    await fanOut(runner, {
      planId: order.planId,
      ownerUnitId: order.ownerUnitId,
      duties,
      today: caller.today,
      personId: caller.actor.personId,
      post: caller.actor.post,
      onBehalfOf: caller.actor.onBehalfOf?.personId ?? null,
      chooseVersion,
    });
  }

  /** All moves of the amendment on one cascade: they are decided together and written in one statement. */
  private async move(
    caller: Caller,
    { rows, cause, planId, ownerUnitId }: AmendOrder,
    chooseVersion: ChooseVersion,
    runner: SqlRunner,
  ): Promise<void> {
    const touched = rows.flatMap(({ work }) => [
      ...work.cancel.map(({ id }) => id),
      ...work.redate.map(({ task }) => task.id),
      ...work.help.map(({ task }) => task.id),
    ]);
    const taskIds = [...new Set(touched)];
    if (taskIds.length === 0) return;
    const store = this.instances.inside(runner, 'wait');
    const known = [...(await store.withParents(taskIds)), ...(await store.openChildren(taskIds))];
    const instances = [...new Map(known.map((row) => [row.id, row])).values()];
    const byId = new Map(instances.map((row) => [row.id, row]));
    const mover = { actor: caller.actor, superiorOf: await this.units.superiorOf(caller.actor.unitId) };
    const cascade = new Cascade(instances, caller.today, mover, taskIds);
    for (const row of rows) {
      for (const task of row.work.cancel) must(cascade.send(task.id, 'cancel', { reason: reasonFor(cause, row) }));
      for (const { task, dueOn, periods } of row.work.redate) {
        if (dueOn !== task.dueOn) must(cascade.send(task.id, 'extended', { dueOn }, 'system'));
        for (const period of periods) must(cascade.send(period.id, 'extended', { dueOn: period.dueOn }, 'system'));
      }
      for (const { task, unitIds } of row.work.help) {
        const parent = byId.get(task.id);
        if (!parent) continue;
        for (const unitId of unitIds) {
          must(
            cascade.start({
              flow: 'coordination',
              version: chooseVersion('coordination', unitId),
              parent,
              plan: { id: planId, ownerUnitId },
              itemId: parent.item_id,
              fromUnitId: task.unitId,
              toUnitId: unitId,
              title: null,
              dueOn: parent.due_on,
              input: {},
              by: 'system',
            }),
          );
        }
      }
    }
    const written = await store.write(cascade.writes(0, null));
    if (!written.has(0)) throw new DomainError('GUARD_REFUSED', { why: overtaken.vi, whyEn: overtaken.en }, overtaken);
  }
}

function must(outcome: Outcome): void {
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.details, outcome.words);
}

/** What the history of each task says beside the moves of its machine. */
function notesOf({ rows, cause }: AmendOrder): TaskNote[] {
  return rows.flatMap((row): TaskNote[] => {
    const words = { cause: cause.name, amendmentId: cause.amendmentId, reason: reasonFor(cause, row) };
    const moved = row.work.redate.map(({ task, startsOn, dueOn, label }): TaskNote => ({
      id: task.id,
      starts_on: startsOn,
      signed_due_on: dueOn,
      label,
      words: { ...words, signedBefore: task.dueOn },
    }));
    const left = row.work.byHand
      .filter(({ task }) => !row.work.cancel.includes(task))
      .map(({ task, words: why }): TaskNote => ({
        id: task.id,
        starts_on: null,
        signed_due_on: null,
        label: null,
        words: { ...words, byHand: why.vi },
      }));
    const noted = new Set(moved.map(({ id }) => id));
    return [...moved, ...left.filter(({ id }) => !noted.has(id))];
  });
}
