import { z } from 'zod';

import { Actor } from './people.js';
import { Id, Instant, IsoDate, UnitId, Words } from './primitives.js';
import { ErrorAnswer } from './errors.js';
import { Anchor, Target } from './reading.js';

/** The machines of the product; `appraisal` and `transfer` are the parallel parts of a budget. */
export const FlowId = z
  .enum([
    'plan',
    'task',
    'checkpoint',
    'coordination',
    'handoff',
    'extension',
    'budget',
    'appraisal',
    'transfer',
    'periodReport',
    'incident',
    'question',
    'explanation',
  ])
  .meta({ id: 'FlowId' });
export type FlowId = z.infer<typeof FlowId>;

/**
 * What the unit of an actor is to an instance. Every instance has two parties: `from` asks, `to` is asked
 * (assigner → lead, lead → coordinator, giver → receiver, submitter → approver, payer → beneficiary).
 * `owner` is the unit that owns the plan; `superior` stands above a party in the unit tree.
 */
export const Relation = z.enum(['from', 'to', 'owner', 'superior']).meta({ id: 'Relation' });
export type Relation = z.infer<typeof Relation>;

/**
 * Timeliness is arithmetic on two facts, done when and due when, on the day it is asked; it is never stored.
 * `standing` has no term and stays outside the on-time rate.
 */
export const Timeliness = z
  .enum(['doneOnTime', 'doneLate', 'openInTime', 'openDueSoon', 'openOverdue', 'standing', 'cancelled'])
  .meta({ id: 'Timeliness' });
export type Timeliness = z.infer<typeof Timeliness>;

/** The four official boxes, the duties outside them, and all. `openInTime` holds what is due soon as well. */
export const StatusCounts = z
  .object({
    total: z.number().int(),
    doneOnTime: z.number().int(),
    doneLate: z.number().int(),
    openInTime: z.number().int(),
    openOverdue: z.number().int(),
    standing: z.number().int(),
    cancelled: z.number().int(),
  })
  .meta({ id: 'StatusCounts' });
export type StatusCounts = z.infer<typeof StatusCounts>;

const Party = z.object({ id: UnitId, name: z.string(), shortName: z.string() });

/** One line of any list of work. */
export const InstanceLine = z
  .object({
    id: Id,
    flow: FlowId,
    /** The version of the flow that it was born with; from 1001 on one that an office made itself. */
    machineVersion: z.number().int(),
    state: z.string(),
    version: z.number().int(),
    title: z.string(),
    ref: z.string().nullable(),
    periodLabel: z.string().nullable(),
    planId: Id,
    parentId: Id.nullable(),
    from: Party,
    to: Party,
    /** The unit that was asked at first, where a successor holds the work since a reorganisation. */
    origin: Party.nullish(),
    holderUnitId: UnitId.nullable(),
    startsOn: IsoDate.nullable(),
    dueOn: IsoDate.nullable(),
    signedDueOn: IsoDate.nullable(),
    doneOn: IsoDate.nullable(),
    timeliness: Timeliness,
    /** Open time left or passed in days: negative when overdue; null without a term or when done. */
    daysLeft: z.number().int().nullable(),
  })
  .meta({ id: 'InstanceLine' });
export type InstanceLine = z.infer<typeof InstanceLine>;

/** A move as offered to this actor now; when it is not allowed, `why` is the sentence the server would refuse with. */
export const OfferedMove = z
  .object({ event: z.string(), words: Words, allowed: z.boolean(), why: Words.nullable() })
  .meta({ id: 'OfferedMove' });
export type OfferedMove = z.infer<typeof OfferedMove>;

export const HistoryEntry = z
  .object({
    version: z.number().int(),
    at: Instant,
    /** The official day of the move; on the demonstration clock it differs from `at`. */
    onDay: IsoDate,
    actor: Actor.nullable(),
    event: z.string(),
    words: Words,
    fromState: z.string().nullable(),
    toState: z.string(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A target of a task with what evidence has counted so far. */
export const TargetProgress = Target.extend({
  id: Id,
  counted: z.number(),
  /** Counted in the current week or month when the target is per week or month; null otherwise. */
  countedThisPeriod: z.number().nullable(),
}).meta({ id: 'TargetProgress' });
export type TargetProgress = z.infer<typeof TargetProgress>;

export const EvidenceKind = z
  .enum(['conference', 'broadcast', 'product', 'publication', 'answer', 'document', 'other'])
  .meta({ id: 'EvidenceKind' });
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const FileLink = z
  .object({ id: Id, name: z.string(), mediaType: z.string(), size: z.number().int() })
  .meta({ id: 'FileLink' });
export type FileLink = z.infer<typeof FileLink>;

export const Evidence = z
  .object({
    id: Id,
    instanceId: Id,
    taskId: Id,
    targetId: Id.nullable(),
    kind: EvidenceKind,
    title: z.string(),
    happenedOn: IsoDate,
    place: z.string().nullable(),
    participants: z.number().int().nullable(),
    quantity: z.number(),
    link: z.string().nullable(),
    file: FileLink.nullable(),
    note: z.string().nullable(),
    recordedBy: Actor,
    recordedAt: Instant,
    /** Filled when it was withdrawn: it stays visible and counts no more. */
    withdrawnReason: z.string().nullable(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

/** Where the row of an instance stands in the signed document. */
export const SourceLink = z
  .object({
    planId: Id,
    ref: z.string(),
    fileName: z.string(),
    line: z.number().int(),
    cells: z.array(z.string()),
    anchors: z.record(z.string(), z.array(Anchor)),
  })
  .meta({ id: 'SourceLink' });
export type SourceLink = z.infer<typeof SourceLink>;

/**
 * A flow that may be opened on a piece of work. `choosesUnit`: the opener names the unit that is asked, one of `among`
 * where it is given.
 */
export const StartOffer = z
  .object({
    flow: FlowId,
    words: Words,
    allowed: z.boolean(),
    why: Words.nullable(),
    choosesUnit: z.boolean(),
    among: z.array(UnitId).nullable(),
  })
  .meta({ id: 'StartOffer' });
export type StartOffer = z.infer<typeof StartOffer>;

export const StartOffers = z.object({ items: z.array(StartOffer) }).meta({ id: 'StartOffers' });
export type StartOffers = z.infer<typeof StartOffers>;

/** Everything the page of one piece of work shows. */
export const InstancePage = z
  .object({
    line: InstanceLine,
    machineVersion: z.number().int(),
    planTitle: z.string(),
    /** Typed facts of this flow from the snapshot: link of proof, asked day, amounts, reasons. */
    context: z.record(z.string(), z.unknown()),
    itemText: z.string().nullable(),
    unitOfMeasure: z.string().nullable(),
    timingText: z.string().nullable(),
    /** What the row of the plan asks to be left behind, and its money in whole đồng. */
    deliverable: z.string().nullable(),
    budgetVnd: z.number().int().nullable(),
    moves: z.array(OfferedMove),
    /** What is stored of it cannot be read: it is set aside, and nothing can be done until it is mended. */
    damaged: z.boolean(),
    relations: z.array(Relation),
    parent: InstanceLine.nullable(),
    children: z.array(InstanceLine),
    targets: z.array(TargetProgress),
    evidence: z.array(Evidence),
    history: z.array(HistoryEntry),
    source: SourceLink.nullable(),
    /** Flows that the reader's unit may start on this instance (ask for an extension, offer a product…). */
    mayStart: z.array(StartOffer),
  })
  .meta({ id: 'InstancePage' });
export type InstancePage = z.infer<typeof InstancePage>;

/** `expectedVersion` is what the person saw; another move in between gives STALE_VERSION. */
export const MoveRequest = z
  .object({
    event: z.string().max(60),
    payload: z.record(z.string(), z.unknown()).default({}),
    expectedVersion: z.number().int().min(0),
  })
  .meta({
    id: 'MoveRequest',
    example: { event: 'report', payload: { summary: 'Đã tổ chức 3 hội nghị', figure: 3 }, expectedVersion: 2 },
  });
export type MoveRequest = z.infer<typeof MoveRequest>;

export const MoveAnswer = z
  .object({ id: Id, flow: FlowId, state: z.string(), version: z.number().int(), holderUnitId: UnitId.nullable() })
  .meta({ id: 'MoveAnswer' });
export type MoveAnswer = z.infer<typeof MoveAnswer>;

export const BulkMoveRequest = z
  .object({
    event: z.string().max(60),
    payload: z.record(z.string(), z.unknown()).default({}),
    instances: z
      .array(z.object({ id: Id, expectedVersion: z.number().int().min(0) }))
      .min(1)
      .max(10_000),
  })
  .meta({
    id: 'BulkMoveRequest',
    example: {
      event: 'acknowledge',
      payload: {},
      instances: [{ id: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772', expectedVersion: 0 }],
    },
  });
export type BulkMoveRequest = z.infer<typeof BulkMoveRequest>;

export const BulkMoveAnswer = z
  .object({
    moved: z.array(MoveAnswer),
    refused: z.array(z.object({ id: Id, error: ErrorAnswer.omit({ requestId: true }) })),
    /** Those that were not tried, where somebody stopped it. */
    left: z.array(Id).optional(),
  })
  .meta({ id: 'BulkMoveAnswer' });
export type BulkMoveAnswer = z.infer<typeof BulkMoveAnswer>;

/** A line of the stream that a bulk move is told in: how far it is, each time that a part is durable, and at the end its answer. */
export const BulkMoveLine = z
  .union([
    z.object({ answer: BulkMoveAnswer }),
    z.object({ moved: z.number().int(), refused: z.number().int(), total: z.number().int() }),
  ])
  .meta({ id: 'BulkMoveLine' });
export type BulkMoveLine = z.infer<typeof BulkMoveLine>;

/** The idempotency key of the bulk move to stop. */
export const StopBulkMove = z
  .object({ key: z.string().regex(/^[\w-]{8,100}$/) })
  .meta({ id: 'StopBulkMove', example: { key: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772' } });
export type StopBulkMove = z.infer<typeof StopBulkMove>;

/** What a bulk move would do now. */
export const BulkMovePreview = z
  .object({ allowed: z.array(Id), refused: BulkMoveAnswer.shape.refused })
  .meta({ id: 'BulkMovePreview' });
export type BulkMovePreview = z.infer<typeof BulkMovePreview>;

/** Starts a flow on an instance (extension, hand-off, question…; a plan is one, too) or on a plan row (budget). `input` is typed by the flow. */
export const StartRequest = z
  .object({
    flow: FlowId,
    parentId: Id.optional(),
    itemId: Id.optional(),
    toUnitId: UnitId.optional(),
    input: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({
    id: 'StartRequest',
    example: {
      flow: 'extension',
      parentId: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772',
      input: { askedDueOn: '2025-06-30', reason: 'Địa bàn đang khắc phục bão lũ' },
    },
  });
export type StartRequest = z.infer<typeof StartRequest>;
