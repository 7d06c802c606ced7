import { z } from 'zod';

import { IsoDate, Words } from './primitives.js';

/** A closed interval of days. */
export const Window = z
  .object({ start: IsoDate, end: IsoDate, approx: z.boolean().optional(), label: z.string().optional() })
  .meta({ id: 'Window' });
export type Window = z.infer<typeof Window>;

export const Recurrence = z
  .object({
    freq: z.enum(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'PER_EVENT', 'PER_PLAN', 'UNSPECIFIED']),
    interval: z.number().int().min(1).default(1),
    count: z.object({ min: z.number().nullable(), max: z.number().nullable() }).optional(),
    per: z.array(z.string()).optional(),
    dueDay: z.number().int().optional(),
    dueInclusive: z.boolean().optional(),
    covers: z.object({ from: z.string(), to: z.string() }).optional(),
  })
  .meta({ id: 'Recurrence' });
export type Recurrence = z.infer<typeof Recurrence>;

/** `lastDay` is the last day on which the duty is still in time: "trước ngày 15/01" gives the 14th. */
export const Deadline = z
  .object({
    date: IsoDate.optional(),
    inclusive: z.boolean().optional(),
    lastDay: IsoDate.optional(),
    time: z.string().optional(),
    relative: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof Deadline>;

/** What the words about time mean. Nothing is invented: "thường xuyên" has no window and no deadline. */
export const Timing = z
  .object({
    text: z.string().nullable(),
    inheritedFrom: z.string().nullable().default(null),
    windows: z.array(Window),
    periods: z.array(z.string()).optional(),
    deadline: Deadline.nullable(),
    recurrence: z.array(Recurrence),
    asNeeded: z.boolean(),
  })
  .meta({ id: 'Timing' });
export type Timing = z.infer<typeof Timing>;

export const Target = z
  .object({
    metric: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: z.string(),
    per: z.string().nullable(),
    period: z.string().nullable(),
    approx: z.boolean().optional(),
  })
  .meta({ id: 'Target' });
export type Target = z.infer<typeof Target>;

/**
 * Where the words of one field stand in the source: line of the file (the running number of the block where a format has no lines),
 * row of `PlanReading.source`, cell of that row, characters in the cell; with the page or sheet where the format has them.
 */
export const Anchor = z
  .object({
    line: z.number().int(),
    row: z.number().int(),
    cell: z.number().int(),
    start: z.number().int(),
    end: z.number().int(),
    page: z.number().int().optional(),
    sheet: z.string().optional(),
  })
  .meta({ id: 'Anchor' });
export type Anchor = z.infer<typeof Anchor>;

export const ItemField = z.enum([
  'title',
  'text',
  'unitOfMeasure',
  'leads',
  'coordinators',
  'timing',
  'targets',
  'handsOffTo',
  'approvers',
  'deliverable',
  'budgetVnd',
]);
export type ItemField = z.infer<typeof ItemField>;

/** The places of the words of an item, by field. */
export const ItemAnchors = z.partialRecord(ItemField, z.array(Anchor)).meta({ id: 'ItemAnchors' });
export type ItemAnchors = z.infer<typeof ItemAnchors>;

export const FanOut = z.enum(['provinces', 'all-subordinate-units', 'central-units']).nullable();
export type FanOut = z.infer<typeof FanOut>;

export const ItemKind = z.enum([
  'activity',
  'training',
  'campaign',
  'handoff',
  'planning',
  'report',
  'contract',
  'monitoring',
  'budget',
  'other',
]);
export type ItemKind = z.infer<typeof ItemKind>;

/** A row of the responsibility table as read from the document. */
export const ReadItem = z
  .object({
    ref: z.string(),
    title: z.string(),
    text: z.string(),
    unitOfMeasure: z.string().nullable(),
    leads: z.array(z.string()),
    coordinators: z.array(z.string()),
    timing: Timing,
    targets: z.array(Target),
    fansOutTo: FanOut,
    kind: ItemKind,
    handsOffTo: z.array(z.string()),
    receivesFrom: z.array(z.string()).default([]),
    approvers: z.array(z.string()),
    /** What the work leaves behind, as a column of the table says; absent where the table has none. */
    deliverable: z.string().optional(),
    /** Money of the row in whole đồng; absent where the table does not say it or not in which unit. */
    budgetVnd: z.number().int().optional(),
    obligation: z.enum(['must', 'may']),
    /** Asked of a body that the issuer does not command ("Đề nghị …"); an order where it is absent. */
    mode: z.enum(['request']).optional(),
    /** Fields that the row itself does not state. */
    inferred: z.array(z.string()),
    parentRef: z.string().nullable(),
    anchors: ItemAnchors.default({}),
    source: z.object({ lines: z.tuple([z.number().int(), z.number().int()]) }),
  })
  .meta({ id: 'ReadItem' });
export type ReadItem = z.infer<typeof ReadItem>;

/** The choice of a doubt SAME_WORK that makes one row of two: the row of the doubt goes into that of `sameAs`, the ref as it was read. */
export const SameWorkChoice = z.object({ sameAs: z.string() });

/** What the reader is not sure of, in words that a person can settle. `choices` may be empty: then a person types. */
export const Doubt = z
  .object({
    code: z.enum([
      'INHERITED',
      'INFERRED',
      'AMBIGUOUS',
      'UNKNOWN_UNIT',
      'UNNAMED_UNIT',
      'ODD_TEXT',
      'BLANK_FIELD',
      'SPLIT_ROW',
      'MISSING_ATTACHMENT',
      'NOT_READ',
      'SAME_WORK',
    ]),
    ref: z.string().nullable(),
    field: z.string().nullable(),
    message: Words,
    choices: z.array(z.object({ value: z.unknown(), words: Words })),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: 'Doubt' });
export type Doubt = z.infer<typeof Doubt>;

/** One row of the source as it stands in the file, so that a screen can show it beside what was read from it. */
export const SourceRow = z
  .object({
    line: z.number().int(),
    row: z.number().int(),
    kind: z.enum(['header', 'heading', 'item', 'continuation', 'noise', 'text']),
    cells: z.array(z.string()),
    refs: z.array(z.string()),
    page: z.number().int().optional(),
    sheet: z.string().optional(),
  })
  .meta({ id: 'SourceRow' });
export type SourceRow = z.infer<typeof SourceRow>;

export const ReadDocument = z
  .object({
    title: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    issuer: z.string().nullable(),
    year: z.number().int().nullable(),
    signer: z.string().nullable(),
    recipients: z.array(z.string()),
  })
  .meta({ id: 'ReadDocument' });
export type ReadDocument = z.infer<typeof ReadDocument>;

/** Everything that the reader found in one document; the shape that `phancong read --json` prints. */
export const PlanReading = z
  .object({
    file: z.string().nullable(),
    /** SHA-256 of the bytes that were read, in hexadecimal: what every anchor points into. */
    fileHash: z.string().optional(),
    document: ReadDocument,
    items: z.array(ReadItem),
    headings: z.array(z.object({ ref: z.string(), title: z.string() })),
    calendar: z.array(z.object({ name: z.string(), start: IsoDate, end: IsoDate, ref: z.string() })),
    units: z.array(
      z.object({ name: z.string(), aliases: z.array(z.string()), kind: z.string(), parent: z.string().nullable() }),
    ),
    /** What a plan in prose leans on: acts that it carries out, its money, themes of the year, papers that the file does not hold. */
    legalBasis: z.array(z.string()).optional(),
    funding: z.array(z.object({ ref: z.string(), text: z.string() })).optional(),
    themes: z.array(z.object({ ref: z.string(), text: z.string() })).optional(),
    missingAttachments: z.array(z.string()).optional(),
    doubts: z.array(Doubt),
    source: z.array(SourceRow),
  })
  .meta({ id: 'PlanReading' });
export type PlanReading = z.infer<typeof PlanReading>;
