import { z } from 'zod';

import { PlanPage } from './plans.js';
import { Id, Instant, IsoDate, UnitId, Words, typedText } from './primitives.js';
import { Doubt, ReadItem, SourceRow, Target, Timing } from './reading.js';

/** A row of the table as it stands in the review. */
export const ReviewItem = ReadItem.extend({
  deliverable: z.string().nullable(),
  budgetVnd: z.number().int().nullable(),
  id: Id,
  version: z.number().int(),
  /** Fields that a person changed after reading. */
  edited: z.array(z.string()),
  /** The ref that the reader gave; lines of the source carry it also after a person changed the ref. */
  readRef: z.string(),
  /** False for a row that no reader found: a person added it or split it off. */
  wasRead: z.boolean(),
}).meta({ id: 'ReviewItem' });
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewDoubt = Doubt.extend({
  id: Id,
  itemId: Id.nullable(),
  settledAt: Instant.nullable(),
  settledValue: z.unknown().nullable(),
  settledBy: z.string().nullable(),
}).meta({ id: 'ReviewDoubt' });
export type ReviewDoubt = z.infer<typeof ReviewDoubt>;

export const PlanEditKind = z.enum(['edit', 'document', 'add', 'remove', 'split', 'merge', 'settle', 'members']);
export type PlanEditKind = z.infer<typeof PlanEditKind>;

/** One step of a review: who did what to which rows. A step that was undone stays in the list. */
export const PlanEdit = z
  .object({
    id: Id,
    kind: PlanEditKind,
    words: Words,
    itemIds: z.array(Id),
    by: z.string(),
    at: Instant,
    undone: z.boolean(),
  })
  .meta({ id: 'PlanEdit' });
export type PlanEdit = z.infer<typeof PlanEdit>;

export const PlanReview = z
  .object({
    plan: PlanPage,
    /** Counts the corrections of number, date, title and the other facts of the document. */
    documentVersion: z.number().int(),
    items: z.array(ReviewItem),
    headings: z.array(z.object({ ref: z.string(), title: z.string() })),
    doubts: z.array(ReviewDoubt),
    source: z.array(SourceRow),
    /** The last steps of everybody, newest first. */
    edits: z.array(PlanEdit),
    /** The caller's own step that undo would take back, and the one that redo would bring again. */
    undo: PlanEdit.nullable(),
    redo: PlanEdit.nullable(),
  })
  .meta({ id: 'PlanReview' });
export type PlanReview = z.infer<typeof PlanReview>;

const names = (most: number) => z.array(typedText(300)).max(most);

const itemFields = z.object({
  ref: typedText(60),
  title: typedText(1000),
  text: typedText(20_000).or(z.literal('')),
  unitOfMeasure: typedText(300).nullable(),
  leads: names(20).min(1),
  coordinators: names(50),
  timing: Timing,
  targets: z.array(Target).max(30),
  handsOffTo: names(50),
  receivesFrom: names(50),
  approvers: names(20),
  /** What the work leaves behind. */
  deliverable: typedText(2000).nullable(),
  /** Money of the row in whole đồng. */
  budgetVnd: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});

/** Only the fields given are changed. A stale `expectedVersion` is refused: two people do not overwrite each other. */
export const EditItem = z
  .object({ expectedVersion: z.number().int().min(0), changes: itemFields.partial() })
  .meta({ id: 'EditItem', example: { expectedVersion: 0, changes: { leads: ['Trung tâm Truyền thông'] } } });
export type EditItem = z.infer<typeof EditItem>;

/** A row that the document has and the reader missed; it stands below `afterItemId`, or first. */
export const AddItem = z
  .object({
    afterItemId: Id.nullable(),
    words: itemFields.partial().extend(itemFields.pick({ ref: true, title: true, leads: true }).shape),
  })
  .meta({
    id: 'AddItem',
    example: {
      afterItemId: null,
      words: { ref: 'I.7', title: 'Tổng kết năm', leads: ['Trung tâm Truyền thông'] },
    },
  });
export type AddItem = z.infer<typeof AddItem>;

/** Cuts the words of a row in two: what stands from `textFrom` on becomes the work of a new row below. */
export const SplitItem = z
  .object({ expectedVersion: z.number().int().min(0), textFrom: z.number().int().min(0) })
  .meta({ id: 'SplitItem', example: { expectedVersion: 0, textFrom: 120 } });
export type SplitItem = z.infer<typeof SplitItem>;

/** Joins another row to this one; the other row goes, nothing that it said is lost. */
export const MergeItems = z
  .object({
    expectedVersion: z.number().int().min(0),
    otherItemId: Id,
    otherVersion: z.number().int().min(0),
  })
  .meta({
    id: 'MergeItems',
    example: { expectedVersion: 0, otherItemId: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772', otherVersion: 0 },
  });
export type MergeItems = z.infer<typeof MergeItems>;

export const RemoveItemQuery = z.object({ expectedVersion: z.coerce.number().int().min(0) });
export type RemoveItemQuery = z.infer<typeof RemoveItemQuery>;

/** Corrects facts of the document: only those given; null leaves a fact blank. */
export const EditDocument = z
  .object({
    expectedVersion: z.number().int().min(0),
    changes: z
      .object({
        title: typedText(1000),
        number: typedText(100).nullable(),
        issuedOn: IsoDate.nullable(),
        issuer: typedText(300).nullable(),
        signer: typedText(300).nullable(),
        year: z.number().int().min(2000).max(2100),
        recipients: z.array(typedText(300)).max(200),
      })
      .partial(),
  })
  .meta({ id: 'EditDocument', example: { expectedVersion: 0, changes: { number: '529/KH-BHXH' } } });
export type EditDocument = z.infer<typeof EditDocument>;

/**
 * Settles a doubt: `accept` keeps what was read; `choose` takes one of the choices by position; `units` says whom a name
 * means; `note` tells what a person knows of something that the file lacks (where the missing plan is).
 */
export const SettleDoubt = z
  .object({
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('accept') }),
      z.object({ kind: z.literal('choose'), position: z.number().int().min(0) }),
      z.object({ kind: z.literal('units'), unitIds: z.array(UnitId).max(100) }),
      z.object({ kind: z.literal('note'), note: typedText(1000) }),
    ]),
  })
  .meta({ id: 'SettleDoubt', example: { answer: { kind: 'choose', position: 0 } } });
export type SettleDoubt = z.infer<typeof SettleDoubt>;
