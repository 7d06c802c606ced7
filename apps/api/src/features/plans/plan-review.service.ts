import { Injectable } from '@nestjs/common';
import { readTiming } from '@phancong/calendar';
import type {
  AddItem,
  EditDocument,
  EditItem,
  MergeItems,
  PlanReview,
  ReviewDoubt,
  ReviewItem,
  SettleDoubt,
  SplitItem,
} from '@phancong/contracts';
import { v7 as newId } from 'uuid';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { PlanEditsService, stateOfDoubt, type HeldPlan } from './plan-edits.service.js';
import { toReviewDoubt, toReviewItem } from './plan-review.mapper.js';
import { PlanReviewRepository, wordsOfRow, type DoubtRow, type PlanItemRow } from './plan-review.repository.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import {
  birthOf,
  changeRow,
  freeRefBeside,
  joinSameWork,
  mergeWords,
  newWords,
  noChanges,
  splitWords,
  type ReviewChanges,
  type RowWords,
} from './review-changes.js';
import { answeredByEdit, nameInDoubt, sameWorkOf, settlementOf } from './settlement.js';

const invalid = (path: string[], vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path, message: vi, messageEn: en }] });

/** A person goes through what was read: corrects rows, settles doubts. What was read is kept beside. */
@Injectable()
export class PlanReviewService {
  constructor(
    private readonly plans: PlansService,
    private readonly planRows: PlansRepository,
    private readonly review: PlanReviewRepository,
    private readonly units: UnitsRepository,
    private readonly edits: PlanEditsService,
  ) {}

  async show(caller: Caller, planId: string): Promise<PlanReview> {
    const seen = await this.plans.findSeen(caller, planId);
    if (seen.side === 'unit') throw new DomainError('NOT_FOUND');
    const [plan, items, doubts, source, facts, steps] = await Promise.all([
      this.plans.describe(caller, seen),
      this.review.items(planId),
      this.review.doubts(planId),
      this.planRows.source(planId),
      this.review.document(planId),
      this.edits.steps(caller, planId),
    ]);
    return {
      plan,
      documentVersion: facts?.document_version ?? 0,
      items: items.map(toReviewItem),
      headings: seen.plan.headings.map(({ ref, title }) => ({ ref, title })),
      doubts: doubts.map(toReviewDoubt),
      source,
      ...steps,
    };
  }

  /** Corrects a row. A doubt about a field that is corrected is answered by it. */
  async edit(caller: Caller, planId: string, itemId: string, body: EditItem): Promise<ReviewItem> {
    await this.edits.make(caller, planId, 'edit', async (held) => {
      const row = await this.standing(held, itemId, body.expectedVersion);
      const change = changeRow(standingOf(row), body.changes);
      const doubts = (await this.review.doubts(planId, held.runner)).filter(
        (doubt) => doubt.item_id === itemId && answeredByEdit(doubt, body.changes, change.after),
      );
      return { ...noChanges(), rows: [change], doubts: settle(doubts, null, caller) };
    });
    return this.itemNow(planId, itemId);
  }

  /** Adds a row that the reader missed. */
  async add(caller: Caller, planId: string, { afterItemId, words }: AddItem): Promise<ReviewItem> {
    const id = newId();
    await this.edits.make(caller, planId, 'add', async ({ runner }) => {
      const items = await this.review.items(planId, runner);
      const above = items.find((item) => item.id === afterItemId);
      if (afterItemId !== null && !above) throw new DomainError('NOT_FOUND');
      const born = newWords(words);
      const position = above ? above.position + 1 : 0;
      await this.review.insert(planId, { id, position, read: birthOf(born, null) }, runner);
      return { ...noChanges(), rows: [bringIn(id, born)] };
    });
    return this.itemNow(planId, id);
  }

  /** Removes a row that is no task; its open doubts go with it and come back with it. */
  async remove(caller: Caller, planId: string, itemId: string, expectedVersion: number): Promise<void> {
    await this.edits.make(caller, planId, 'remove', async (held) => {
      const row = await this.standing(held, itemId, expectedVersion);
      return { ...noChanges(), rows: [changeRow(standingOf(row), { removed: true })] };
    });
  }

  /** Cuts a row in two; the new row stands right below. */
  async split(caller: Caller, planId: string, itemId: string, body: SplitItem): Promise<ReviewItem> {
    const id = newId();
    await this.edits.make(caller, planId, 'split', async (held) => {
      const row = await this.standing(held, itemId, body.expectedVersion);
      const cut = splitWords(wordsOfRow(row), body.textFrom);
      if (!cut) {
        throw invalid(
          ['textFrom'],
          'Chỗ tách phải nằm giữa phần công việc: cả hai dòng đều phải có nội dung.',
          'The cut has to lie inside the work: both rows need words.',
        );
      }
      const items = await this.review.allItems(planId, held.runner);
      const lower = { ...cut.lower, ref: freeRefBeside(row.ref, new Set(items.map(({ ref }) => ref))) };
      const position = row.position + 1;
      await this.review.insert(planId, { id, position, read: birthOf(lower, row.read) }, held.runner);
      return { ...noChanges(), rows: [changeRow(standingOf(row), cut.upper), bringIn(id, lower)] };
    });
    return this.itemNow(planId, id);
  }

  /** Joins another row to this one. The open doubts of the other row are asked of the joined row. */
  async merge(caller: Caller, planId: string, itemId: string, body: MergeItems): Promise<ReviewItem> {
    await this.edits.make(caller, planId, 'merge', async (held) => {
      if (itemId === body.otherItemId) throw invalid(['otherItemId'], 'Hãy chọn một dòng khác.', 'Choose another row.');
      const row = await this.standing(held, itemId, body.expectedVersion);
      const other = await this.standing(held, body.otherItemId, body.otherVersion);
      const merged = mergeWords(wordsOfRow(row), wordsOfRow(other));
      if (merged.leads.length > 20 || merged.text.length > 20_000) {
        throw invalid(['otherItemId'], 'Hai dòng gộp lại quá dài.', 'The two rows together are too long.');
      }
      const doubts = (await this.review.doubts(planId, held.runner)).filter((doubt) => doubt.item_id === other.id);
      return {
        ...noChanges(),
        rows: [changeRow(standingOf(row), merged), changeRow(standingOf(other), { removed: true })],
        doubts: doubts.map((doubt) => {
          const before = stateOfDoubt(doubt);
          return { id: doubt.id, before, after: { ...before, itemId } };
        }),
      };
    });
    return this.itemNow(planId, itemId);
  }

  /**
   * Corrects facts of the document and answers the doubts about them. Times of rows that nobody touched are read anew when
   * the year changes: "Quý II" means other days then.
   */
  async editDocument(caller: Caller, planId: string, { expectedVersion, changes }: EditDocument): Promise<PlanReview> {
    await this.edits.make(caller, planId, 'document', async (held) => {
      const facts = await this.review.document(planId, held.runner);
      if (!facts) throw new DomainError('NOT_FOUND');
      if (facts.document_version !== expectedVersion) await this.edits.throwStale(held, null);
      const after = { ...facts.document, ...changes };
      const doubts = (await this.review.doubts(planId, held.runner)).filter(
        ({ item_id: itemId, settled_at: settledAt, doubt }) =>
          itemId === null && settledAt === null && doubt.field !== null && doubt.field in changes,
      );
      const { year } = changes;
      const moved = year === undefined || year === facts.document.year ? [] : await this.retimed(held, year);
      return {
        ...noChanges(),
        rows: moved,
        doubts: settle(doubts, null, caller),
        document: { before: facts.document, after },
      };
    });
    return this.show(caller, planId);
  }

  /** Settles one doubt. Units chosen for a name settle every doubt of this plan about the same name. */
  async settle(caller: Caller, planId: string, doubtId: string, { answer }: SettleDoubt): Promise<ReviewDoubt> {
    const known = await this.units.all();
    await this.edits.make(caller, planId, 'settle', async (held) => {
      const found = await this.review.doubt(planId, doubtId, held.runner);
      if (!found) throw new DomainError('NOT_FOUND');
      const row = found.item_id ? ((await this.review.item(planId, found.item_id, held.runner)) ?? null) : null;
      const settlement = settlementOf(found.doubt, answer, row, (unitId) => known.get(unitId)?.name);
      if (!settlement) {
        throw invalid(
          ['answer'],
          'Câu trả lời không phù hợp với điểm nghi vấn này.',
          'The answer does not fit this doubt.',
        );
      }
      const { value, changes, named } = settlement;
      const sameAs = sameWorkOf(found.doubt, answer);
      if (row && sameAs !== null) return this.joinToSame(held, { row, doubt: found, sameAs, value }, caller);
      const same = named ? await this.doubtsAbout(held, named.name, found) : [];
      const before = named ? ((await this.review.names(planId, held.runner)).get(named.name) ?? null) : null;
      return {
        ...noChanges(),
        rows: row && Object.keys(changes).length > 0 ? [changeRow(standingOf(row), changes)] : [],
        doubts: settle([found, ...same], value, caller),
        names: named ? [{ name: named.name, before, after: named.unitIds }] : [],
      };
    });
    const settled = await this.review.doubt(planId, doubtId);
    if (!settled) throw new DomainError('NOT_FOUND');
    return toReviewDoubt(settled);
  }

  /** One work that was read twice: its row goes into the other, with the doubts that are still open. */
  private async joinToSame(
    { planId, runner }: HeldPlan,
    { row, doubt, sameAs, value }: { row: PlanItemRow; doubt: DoubtRow; sameAs: string; value: unknown },
    caller: Caller,
  ): Promise<ReviewChanges> {
    const target = (await this.review.items(planId, runner)).find(
      ({ read, id }) => read.ref === sameAs && id !== row.id,
    );
    if (!target) {
      throw invalid(
        ['answer'],
        `Mục ${sameAs} không còn trong bảng. Hãy giữ dòng này, hoặc bỏ dòng nếu không cần.`,
        `Row ${sameAs} is no longer in the table. Keep this row, or remove it.`,
      );
    }
    const open = (await this.review.doubts(planId, runner)).filter(
      (other) => other.item_id === row.id && other.id !== doubt.id,
    );
    const moved = open.map((other) => {
      const before = stateOfDoubt(other);
      return { id: other.id, before, after: before };
    });
    return {
      ...noChanges(),
      rows: [
        changeRow(standingOf(target), joinSameWork(wordsOfRow(target), wordsOfRow(row))),
        changeRow(standingOf(row), { removed: true }),
      ],
      doubts: [...settle([doubt], value, caller), ...moved].map((change) => ({
        ...change,
        after: { ...change.after, itemId: target.id },
      })),
    };
  }

  private async standing(held: HeldPlan, itemId: string, expectedVersion: number): Promise<PlanItemRow> {
    const row = await this.review.item(held.planId, itemId, held.runner);
    const wasThere = row ?? (await this.review.allItems(held.planId, held.runner)).find(({ id }) => id === itemId);
    if (!wasThere) throw new DomainError('NOT_FOUND');
    if (!row || row.version !== expectedVersion) return this.edits.throwStale(held, itemId);
    return row;
  }

  private async retimed({ planId, runner }: HeldPlan, year: number): Promise<ReviewChanges['rows']> {
    const rows = await this.review.items(planId, runner);
    return rows.flatMap((row) => {
      const { text } = row.timing;
      if (text === null || text !== row.read.timing.text) return [];
      const { windows, periods, deadline, recurrence, asNeeded } = readTiming(text, { year, column: 'time' });
      const timing = { ...row.timing, windows, deadline, recurrence, asNeeded, ...(periods ? { periods } : {}) };
      return [changeRow(standingOf(row), { timing: timing as RowWords['timing'] })];
    });
  }

  private async itemNow(planId: string, itemId: string): Promise<ReviewItem> {
    const row = await this.review.item(planId, itemId);
    if (!row) throw new DomainError('NOT_FOUND');
    return toReviewItem(row);
  }

  private async doubtsAbout({ planId, runner }: HeldPlan, name: string, like: DoubtRow): Promise<DoubtRow[]> {
    const rows = new Map((await this.review.items(planId, runner)).map((row) => [row.id, row]));
    const doubts = await this.review.doubts(planId, runner);
    return doubts.filter((other) => {
      const row = other.item_id ? rows.get(other.item_id) : undefined;
      return (
        other.id !== like.id &&
        other.settled_at === null &&
        other.doubt.code === like.doubt.code &&
        row !== undefined &&
        nameInDoubt(other.doubt, row) === name
      );
    });
  }
}

const standingOf = (row: PlanItemRow) => ({
  id: row.id,
  version: row.version,
  words: wordsOfRow(row),
  read: row.read,
});

const bringIn = (id: string, words: RowWords) => ({ id, before: { ...words, removed: true }, after: words });

const settle = (doubts: readonly DoubtRow[], value: unknown, { actor }: Caller): ReviewChanges['doubts'] =>
  doubts.map((doubt) => {
    const before = stateOfDoubt(doubt);
    return {
      id: doubt.id,
      before,
      after: {
        ...before,
        settledAt: new Date().toISOString(),
        settledValue: value ?? null,
        settledById: actor.personId,
      },
    };
  });
