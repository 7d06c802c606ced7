import { z } from 'zod';

import { AmendedDocument, AmendmentChange, TableDifference } from './amendments.js';
import { Id, Instant, IsoDate, Words, typedText } from './primitives.js';
import { Doubt, SourceRow } from './reading.js';

/** A document that changes a running plan: a decision with its orders, or a whole new table. */
export const PlanAmendmentLine = z
  .object({
    id: Id,
    planId: Id,
    kind: z.enum(['decision', 'version']),
    title: z.string(),
    number: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    fileName: z.string(),
    state: z.enum(['draft', 'applied', 'discarded']),
    createdBy: z.string(),
    createdAt: Instant,
    settledBy: z.string().nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'PlanAmendmentLine' });
export type PlanAmendmentLine = z.infer<typeof PlanAmendmentLine>;

export const PlanAmendments = z
  .object({ items: z.array(PlanAmendmentLine), mayUpload: z.boolean() })
  .meta({ id: 'PlanAmendments' });
export type PlanAmendments = z.infer<typeof PlanAmendments>;

/** What changing a row does to work that is under way. */
export const AmendedWork = z
  .object({
    /** Open tasks that end with the reason. */
    cancelled: z.number().int(),
    /** Open tasks that go on to another day. */
    redated: z.number().int(),
    /** Tasks that begin. */
    born: z.number().int(),
    coordinations: z.number().int(),
    targets: z.number().int(),
    /** Tasks that the amendment concerns and that a person has to look after. */
    byHand: z.array(z.object({ unitName: z.string(), words: Words })),
  })
  .meta({ id: 'AmendedWork' });
export type AmendedWork = z.infer<typeof AmendedWork>;

/** A row of the table with everything that changes in it. */
export const AmendedRow = z
  .object({
    /** The row's ref before; "+" and its ref for an added row. */
    key: z.string(),
    ref: z.string(),
    title: z.string(),
    differences: z.array(TableDifference),
    work: AmendedWork,
  })
  .meta({ id: 'AmendedRow' });
export type AmendedRow = z.infer<typeof AmendedRow>;

export const PlanAmendmentPage = PlanAmendmentLine.extend({
  amends: AmendedDocument.nullable(),
  changes: z.array(AmendmentChange),
  doubts: z.array(Doubt),
  warnings: z.array(Words),
  rows: z.array(AmendedRow),
  source: z.array(SourceRow),
  /** Stands for what is shown; what changed since is not applied. */
  fingerprint: z.string(),
  /** Why the reader may not apply it; null when he may. */
  obstacle: Words.nullable(),
}).meta({ id: 'PlanAmendmentPage' });
export type PlanAmendmentPage = z.infer<typeof PlanAmendmentPage>;

/** Applies what was shown, without the rows that are left out. Every doubt has to be seen. */
export const ApplyAmendment = z
  .object({
    fingerprint: z.string().max(100),
    leftOut: z.array(z.string().max(100)).max(5000),
    seenDoubts: z.number().int(),
  })
  .meta({ id: 'ApplyAmendment', example: { fingerprint: '8Zt0pK3vQm', leftOut: [], seenDoubts: 0 } });
export type ApplyAmendment = z.infer<typeof ApplyAmendment>;

export const DiscardAmendment = z
  .object({ reason: typedText(1000) })
  .meta({ id: 'DiscardAmendment', example: { reason: 'Tải nhầm văn bản.' } });
export type DiscardAmendment = z.infer<typeof DiscardAmendment>;
