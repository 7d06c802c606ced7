import { z } from 'zod';

import { Id, Instant, IsoDate, Money, UnitId, Words, typedText } from './primitives.js';
import { FlowId, StatusCounts } from './instances.js';
import { Post } from './people.js';

const UnitRef = z.object({ id: UnitId, name: z.string() });

/** Open work by flow; a flow without work is left out. */
export const WorkOfFlows = z.partialRecord(FlowId, z.number().int()).meta({ id: 'WorkOfFlows' });
export type WorkOfFlows = z.infer<typeof WorkOfFlows>;

/** One unit that ended on the eve of the day: who takes its open work over, and how much that is. */
export const Passage = z
  .object({
    from: UnitRef,
    /** Who takes over: the only successor, or the one chosen; null while nobody decided. */
    to: UnitRef.nullable(),
    /** The successors that the registry names; none or several mean that a person has to choose. */
    heirs: z.array(UnitRef),
    work: WorkOfFlows,
    /** Work that ended under the old unit and stays with it. */
    frozen: z.number().int(),
    people: z.number().int(),
    /** Sum of the lines of open estimates that pay the unit. */
    beneficiaryVnd: Money,
  })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof Passage>;

/** Targets of one plan row that meet at one successor: they stay apart by source and add up. */
export const QuotaMeeting = z
  .object({
    to: UnitRef,
    planId: Id,
    ref: z.string().nullable(),
    metric: z.string(),
    unit: z.string(),
    period: z.string().nullable(),
    parts: z.array(
      z.object({ from: UnitRef, min: z.number().nullable(), max: z.number().nullable(), counted: z.number() }),
    ),
    sumMin: z.number().nullable(),
    sumMax: z.number().nullable(),
    counted: z.number(),
  })
  .meta({ id: 'QuotaMeeting' });
export type QuotaMeeting = z.infer<typeof QuotaMeeting>;

/** A person whose post goes over. `remark` says what somebody should look at: a second head, nobody to go to. */
export const PostPassage = z
  .object({
    postHoldingId: Id,
    personName: z.string(),
    post: Post,
    from: UnitRef,
    to: UnitRef.nullable(),
    remark: Words.nullable(),
  })
  .meta({ id: 'PostPassage' });
export type PostPassage = z.infer<typeof PostPassage>;

/** What has to be the same before and after: open work, what is owed and counted, and money. */
export const ReorganisationFigures = z
  .object({
    open: z.number().int(),
    targets: z.number().int(),
    targetMin: z.number(),
    targetMax: z.number(),
    counted: z.number(),
    estimatesVnd: Money,
    clocks: z.number().int(),
  })
  .meta({ id: 'ReorganisationFigures' });
export type ReorganisationFigures = z.infer<typeof ReorganisationFigures>;

/** One run of a reorganisation: what moved, and the figures that it held together. */
export const ReorganisationRun = z
  .object({
    id: Id,
    on: IsoDate,
    appliedOn: IsoDate,
    at: Instant,
    personName: z.string(),
    unitName: z.string(),
    document: z.string().nullable(),
    moved: WorkOfFlows,
    people: z.number().int(),
    /** Own workflows of ended units that stopped. */
    stoppedFlows: z.number().int(),
    before: ReorganisationFigures,
    after: ReorganisationFigures,
  })
  .meta({ id: 'ReorganisationRun' });
export type ReorganisationRun = z.infer<typeof ReorganisationRun>;

/** A day on which units of the registry ended. */
export const ReorganisationDay = z
  .object({
    on: IsoDate,
    ended: z.number().int(),
    successors: z.number().int(),
    /** Ended units that still hold open work. */
    waiting: z.number().int(),
    openWork: z.number().int(),
    runs: z.number().int(),
  })
  .meta({ id: 'ReorganisationDay' });
export type ReorganisationDay = z.infer<typeof ReorganisationDay>;

export const ReorganisationDays = z.object({ items: z.array(ReorganisationDay) }).meta({ id: 'ReorganisationDays' });
export type ReorganisationDays = z.infer<typeof ReorganisationDays>;

/** One target of a unit that is split, re-split among its successors. */
export const QuotaSplit = z
  .object({
    from: UnitRef,
    planId: Id,
    ref: z.string().nullable(),
    label: z.string().nullable(),
    metric: z.string(),
    unit: z.string(),
    period: z.string().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    parts: z.array(z.object({ to: UnitRef, min: z.number().nullable(), max: z.number().nullable() })),
  })
  .meta({ id: 'QuotaSplit' });
export type QuotaSplit = z.infer<typeof QuotaSplit>;

export const ReorganisationPreview = z
  .object({
    on: IsoDate,
    today: IsoDate,
    mayApply: z.boolean(),
    /** Why it cannot be applied now: not the day yet, no right, undecided units. */
    obstacles: z.array(Words),
    passages: z.array(Passage),
    work: WorkOfFlows,
    frozen: z.number().int(),
    quotas: z.array(QuotaMeeting),
    /** Targets as they would be re-split by the keys chosen so far. */
    splits: z.array(QuotaSplit),
    people: z.array(PostPassage),
    /** Own workflows of units that end: they stop, and work is born with the next one up the tree. */
    ownFlows: z.array(z.object({ unit: UnitRef, flow: FlowId, words: Words })),
    /** Requests between two units that become one: they stay open, on both sides of the same unit. */
    meetings: z.number().int(),
    runs: z.array(ReorganisationRun),
  })
  .meta({ id: 'ReorganisationPreview' });
export type ReorganisationPreview = z.infer<typeof ReorganisationPreview>;

/** Who led the tasks of a plan at the end of a day: 63 offices in June 2025, 34 in July. */
export const PlanUnitsOnDay = z
  .object({ day: IsoDate, units: z.array(z.object({ unit: UnitRef, counts: StatusCounts })) })
  .meta({ id: 'PlanUnitsOnDay' });
export type PlanUnitsOnDay = z.infer<typeof PlanUnitsOnDay>;

export const DayQuery = z.object({ day: IsoDate.optional() });
export type DayQuery = z.infer<typeof DayQuery>;

/** Said where the registry does not decide; `itemId` narrows a choice to one row of a plan. */
export const PassageDecision = z
  .object({ unitId: UnitId, itemId: Id.optional(), toUnitId: UnitId })
  .meta({ id: 'PassageDecision' });
export type PassageDecision = z.infer<typeof PassageDecision>;

/**
 * How the targets of a unit that is split are re-split among its successors: equally, or by a number typed for each (people insured, say, or
 * the very quota). Without one the work's receiver owes them all.
 */
export const SplitDecision = z
  .object({
    unitId: UnitId,
    key: z.enum(['equal', 'number']),
    parts: z
      .array(z.object({ toUnitId: UnitId, number: z.number().min(0).max(1_000_000_000_000).default(1) }))
      .min(2)
      .max(20),
  })
  .meta({ id: 'SplitDecision' });
export type SplitDecision = z.infer<typeof SplitDecision>;

/** Looks again with the decisions made so far. */
export const PreviewReorganisation = z
  .object({
    decisions: z.array(PassageDecision).max(2000).default([]),
    splits: z.array(SplitDecision).max(200).default([]),
  })
  .meta({ id: 'PreviewReorganisation', example: { decisions: [], splits: [] } });
export type PreviewReorganisation = z.infer<typeof PreviewReorganisation>;

export const ApplyReorganisation = z
  .object({
    /** The document that orders it, as history shall name it. */
    document: z.string().trim().max(300).nullable().default(null),
    decisions: z.array(PassageDecision).max(2000).default([]),
    splits: z.array(SplitDecision).max(200).default([]),
    /** Posts that end without going over. */
    endedPosts: z.array(Id).max(5000).default([]),
  })
  .meta({
    id: 'ApplyReorganisation',
    example: { document: 'Nghị quyết 202/2025/QH15', decisions: [], endedPosts: [] },
  });
export type ApplyReorganisation = z.infer<typeof ApplyReorganisation>;

/** `already`: there was nothing left to move; `run` is then the run that moved it, if any did. */
export const ReorganisationAnswer = z
  .object({ already: z.boolean(), run: ReorganisationRun.nullable() })
  .meta({ id: 'ReorganisationAnswer' });
export type ReorganisationAnswer = z.infer<typeof ReorganisationAnswer>;

/** Whom each name of a plan's leads and coordinators means on a day; `settled` by a person of the plan's owner. */
export const PlanNames = z
  .object({
    day: IsoDate,
    names: z.array(
      z.object({
        name: z.string(),
        refs: z.array(z.string()),
        kind: z.enum(['unit', 'class', 'nobody']),
        settled: z.boolean(),
        members: z.array(UnitRef),
        /** Whom the registry alone would mean; differs from `members` where the plan has said its own. */
        registry: z.array(UnitRef),
        /** Why it means nobody; null when it means somebody. */
        why: Words.nullable(),
      }),
    ),
  })
  .meta({ id: 'PlanNames' });
export type PlanNames = z.infer<typeof PlanNames>;

/**
 * Says whom a name of a plan means, in this plan alone: its members from now on. None: as the registry says. `expected` is what the
 * person saw as settled, null where nobody had said anything; another answer of somebody else is not overwritten.
 */
export const SetPlanMembers = z
  .object({
    name: typedText(300),
    unitIds: z.array(UnitId).max(300),
    expected: z.array(UnitId).max(300).nullable(),
  })
  .meta({
    id: 'SetPlanMembers',
    example: { name: 'Các cơ quan báo chí', unitIds: ['tcbhxh', 'ttt'], expected: null },
  });
export type SetPlanMembers = z.infer<typeof SetPlanMembers>;
