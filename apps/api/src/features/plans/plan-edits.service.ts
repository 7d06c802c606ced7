import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import type { PlanEdit, PlanEditKind } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import type { InstanceRow } from '../work/engine/instance-row.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { PlanEditsRepository } from './plan-edits.repository.js';
import { PlanInstance } from './plan-instance.js';
import { toPlanEdit } from './plan-review.mapper.js';
import { PlanReviewRepository, wordsOfRow, type DoubtRow } from './plan-review.repository.js';
import { PlansService } from './plans.service.js';
import { reverse, type DoubtState, type ReviewChanges } from './review-changes.js';

/** States in which the words of a plan may still change. */
const openForReview = new Set(['draft', 'inReview']);

const refuseLate = ({ state }: InstanceRow) => {
  const words = flowOf('plan').states[state]?.words ?? { vi: state, en: state };
  return new DomainError(
    'EVENT_NOT_EXPECTED',
    { event: 'sửa kế hoạch', state: words.vi },
    {
      vi: `Không thể «sửa kế hoạch» khi đang ở trạng thái «${words.vi}».`,
      en: `Cannot “edit the plan” while the state is “${words.en}”.`,
    },
  );
};

export const stateOfDoubt = (row: DoubtRow): DoubtState => ({
  itemId: row.item_id,
  settledAt: row.settled_at?.toISOString() ?? null,
  settledValue: row.settled_value ?? null,
  settledById: row.settled_by_id,
});

/** What a step knows while the plan is held: nobody else changes it until the step is written. */
export interface HeldPlan {
  planId: string;
  runner: SqlRunner;
}

/**
 * Every correction of a plan under review is one step with its before and after, made while the plan is held. A step can be
 * taken back by whoever made it, as long as nobody changed the same rows since.
 */
@Injectable()
export class PlanEditsService {
  constructor(
    private readonly sql: Sql,
    private readonly plans: PlansService,
    private readonly review: PlanReviewRepository,
    private readonly edits: PlanEditsRepository,
    private readonly instance: PlanInstance,
    private readonly signal: OutboxSignal,
  ) {}

  /** Makes one step: `decide` says what changes, on what it reads while the plan is held. */
  async make(
    caller: Caller,
    planId: string,
    kind: PlanEditKind,
    decide: (held: HeldPlan) => Promise<ReviewChanges>,
  ): Promise<void> {
    await this.refuseUnlessOwner(caller, planId);
    await this.sql.transaction(async (runner) => {
      const instance = await this.open(planId, runner);
      const changes = await decide({ planId, runner });
      await this.refuseSameRef(planId, changes, runner);
      await this.put(caller, instance, changes, runner);
      await this.edits.add(planId, { kind, personId: caller.actor.personId, changes }, runner);
    });
    this.signal.ring();
  }

  /** Takes the caller's last step back. */
  undo(caller: Caller, planId: string): Promise<PlanEdit> {
    return this.again(caller, planId, true);
  }

  /** Brings the caller's last undone step again. */
  redo(caller: Caller, planId: string): Promise<PlanEdit> {
    return this.again(caller, planId, false);
  }

  /** What the caller may take back or bring again, and the last steps of everybody. */
  async steps(
    { actor }: Caller,
    planId: string,
  ): Promise<{ edits: PlanEdit[]; undo: PlanEdit | null; redo: PlanEdit | null }> {
    const [list, undo, redo] = await Promise.all([
      this.edits.list(planId, 30),
      this.edits.toUndo(planId, actor.personId),
      this.edits.toRedo(planId, actor.personId),
    ]);
    return { edits: list.map(toPlanEdit), undo: undo ? toPlanEdit(undo) : null, redo: redo ? toPlanEdit(redo) : null };
  }

  /** Somebody else changed it first: says who and what. `id` is a row or a doubt; null means the facts of the document. */
  async throwStale(held: HeldPlan, id: string | null): Promise<never> {
    const last = await this.edits.lastAbout(held.planId, id, held.runner);
    const edit = last && toPlanEdit(last);
    const back = edit?.undone ? { vi: 'hoàn tác: ', en: 'took back: ' } : { vi: '', en: '' };
    throw new DomainError('STALE_VERSION', {
      who: edit?.by ?? 'người khác',
      event: `${back.vi}${edit?.words.vi ?? 'sửa kế hoạch'}`,
      eventEn: `${back.en}${edit?.words.en ?? 'edit the plan'}`,
    });
  }

  private async again(caller: Caller, planId: string, undo: boolean): Promise<PlanEdit> {
    await this.refuseUnlessOwner(caller, planId);
    const { personId } = caller.actor;
    const done = await this.sql.transaction(async (runner) => {
      const instance = await this.open(planId, runner);
      const step = await (undo
        ? this.edits.toUndo(planId, personId, runner)
        : this.edits.toRedo(planId, personId, runner));
      if (!step) {
        const why = undo
          ? { vi: 'Bạn không còn bước sửa nào để hoàn tác.', en: 'You have no step left to take back.' }
          : { vi: 'Không còn bước nào để làm lại.', en: 'There is no step to bring again.' };
        throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);
      }
      const changes = undo ? reverse(step.changes) : step.changes;
      await this.refuseChangedSince({ planId, runner }, changes);
      await this.refuseSameRef(planId, changes, runner);
      await this.put(caller, instance, changes, runner);
      await this.edits.mark(step.id, undo, runner);
      return this.edits.find(planId, step.id, runner);
    });
    if (!done) throw new DomainError('NOT_FOUND');
    this.signal.ring();
    return toPlanEdit(done);
  }

  /** A step goes back or forth only from where it ended: what somebody changed since is not overwritten. */
  private async refuseChangedSince(held: HeldPlan, { rows, doubts, names, document }: ReviewChanges): Promise<void> {
    const { planId, runner } = held;
    const items = await this.review.allItems(planId, runner);
    const known = await this.review.doubtsWithRemoved(planId, runner);
    const settled = await this.review.names(planId, runner);
    const facts = await this.review.document(planId, runner);
    const words = new Map(items.map((item) => [item.id, wordsOfRow(item)]));
    for (const { id, before } of rows) if (!isDeepStrictEqual(words.get(id), before)) await this.throwStale(held, id);
    const states = new Map(known.map((doubt) => [doubt.id, stateOfDoubt(doubt)]));
    for (const { id, before } of doubts) {
      const now = states.get(id);
      // The moment and the person of a settlement are new when a step comes again; the answer is what counts.
      const same = now && now.itemId === before.itemId && (now.settledAt === null) === (before.settledAt === null);
      if (!same || !isDeepStrictEqual(now.settledValue ?? null, before.settledValue ?? null)) {
        await this.throwStale(held, id);
      }
    }
    for (const { name, before } of names) {
      if (!isDeepStrictEqual(settled.get(name) ?? [], before ?? [])) await this.throwStale(held, doubts[0]?.id ?? null);
    }
    if (document && !isDeepStrictEqual(facts?.document, document.before)) await this.throwStale(held, null);
  }

  private async refuseSameRef(planId: string, { rows }: ReviewChanges, runner: SqlRunner): Promise<void> {
    const changed = rows.filter(({ before, after }) => !after.removed && (before.removed || after.ref !== before.ref));
    if (changed.length === 0) return;
    const items = await this.review.items(planId, runner);
    const taken = changed.find(({ id, after }) => items.some((item) => item.id !== id && item.ref === after.ref));
    if (!taken) return;
    throw new DomainError('VALIDATION_FAILED', {
      issues: [
        {
          path: ['changes', 'ref'],
          message: `Mục ${taken.after.ref} đã có trong bảng; hãy dùng số khác.`,
          messageEn: `Row ${taken.after.ref} is in the table already; use another ref.`,
        },
      ],
    });
  }

  private async put(caller: Caller, instance: InstanceRow, changes: ReviewChanges, runner: SqlRunner): Promise<void> {
    await this.review.write(instance.id, changes, caller.actor.personId, runner);
    const open = await this.review.countOpen(instance.id, runner);
    await this.instance.move(caller, instance, 'doubtsChanged', { open }, runner, 'system');
  }

  private async refuseUnlessOwner(caller: Caller, planId: string): Promise<void> {
    const { side } = await this.plans.findSeen(caller, planId);
    if (side === 'unit') throw new DomainError('NOT_FOUND');
    if (side !== 'owner') throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'settleReading', planId);
  }

  private async open(planId: string, runner: SqlRunner): Promise<InstanceRow> {
    const instance = await this.instance.lock(planId, runner);
    if (!openForReview.has(instance.state)) throw refuseLate(instance);
    return instance;
  }
}
