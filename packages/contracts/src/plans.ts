import { z } from 'zod';

import { InstanceLine, OfferedMove, StatusCounts, TargetProgress } from './instances.js';
import { Id, Instant, IsoDate, PageQuery, UnitId, Words, page } from './primitives.js';
import { ItemAnchors, ReadDocument, SourceRow, Timing } from './reading.js';

export const PlanLine = z
  .object({
    id: Id,
    title: z.string(),
    number: z.string().nullable(),
    year: z.number().int(),
    state: z.string(),
    version: z.number().int(),
    ownerUnitId: UnitId,
    ownerUnitName: z.string(),
    fileName: z.string(),
    itemCount: z.number().int(),
    openDoubts: z.number().int(),
    registryDate: IsoDate.nullable(),
    /** Its units see how far each other's tasks are. */
    sharesProgress: z.boolean(),
    counts: StatusCounts,
    createdAt: Instant,
  })
  .meta({ id: 'PlanLine' });
export type PlanLine = z.infer<typeof PlanLine>;

/** `working` narrows to plans whose work runs or has run: active and closed ones. */
export const PlansQuery = PageQuery.extend({
  limit: PageQuery.shape.limit.default(20),
  working: z.stringbool().optional(),
});
export type PlansQuery = z.infer<typeof PlansQuery>;

export const ShareProgress = z.object({ shared: z.boolean() }).meta({ id: 'ShareProgress', example: { shared: true } });
export type ShareProgress = z.infer<typeof ShareProgress>;

export const PlanList = page(PlanLine).meta({ id: 'PlanList' });
export type PlanList = z.infer<typeof PlanList>;

export const PlanPage = PlanLine.extend({
  document: ReadDocument,
  moves: z.array(OfferedMove),
  calendar: z.array(z.object({ name: z.string(), start: IsoDate, end: IsoDate, ref: z.string() })),
}).meta({ id: 'PlanPage' });
export type PlanPage = z.infer<typeof PlanPage>;

export const PlanImported = z
  .object({ planId: Id, items: z.number().int(), doubts: z.number().int() })
  .meta({ id: 'PlanImported' });
export type PlanImported = z.infer<typeof PlanImported>;

/** How a name in a lead or coordinator cell was understood on the registry date. */
export const ResolvedName = z
  .object({
    name: z.string(),
    kind: z.enum(['unit', 'class', 'generic', 'external', 'unknown']),
    unitIds: z.array(UnitId),
    /** A person chose it; the reader's own proposal stands otherwise. */
    settled: z.boolean(),
  })
  .meta({ id: 'ResolvedName' });
export type ResolvedName = z.infer<typeof ResolvedName>;

export const ActivationQuery = z.object({ registryDate: IsoDate });
export type ActivationQuery = z.infer<typeof ActivationQuery>;

/** What activation would do, before it does it. */
export const ActivationPreview = z
  .object({
    registryDate: IsoDate,
    tasks: z.number().int(),
    checkpoints: z.number().int(),
    coordinations: z.number().int(),
    targets: z.number().int(),
    perUnit: z.array(
      z.object({ unitId: UnitId, name: z.string(), tasks: z.number().int(), checkpoints: z.number().int() }),
    ),
    perItem: z.array(
      z.object({
        itemId: Id,
        ref: z.string(),
        title: z.string(),
        tasks: z.number().int(),
        leads: z.array(z.string()),
        unnamed: z.array(z.string()),
      }),
    ),
    perMonth: z.array(z.object({ month: z.string(), due: z.number().int() })),
    /** Names that no unit of the registry stands for; tasks are not made for them. */
    unnamed: z.array(z.object({ name: z.string(), refs: z.array(z.string()), words: Words })),
    firstWeek: z.array(z.object({ unitId: UnitId, name: z.string(), toAcknowledge: z.number().int() })),
    /** Why it cannot be activated yet; empty when it can. */
    obstacles: z.array(Words),
  })
  .meta({ id: 'ActivationPreview' });
export type ActivationPreview = z.infer<typeof ActivationPreview>;

export const ActivateRequest = z
  .object({ registryDate: IsoDate, expectedVersion: z.number().int().min(0) })
  .meta({ id: 'ActivateRequest', example: { registryDate: '2025-01-15', expectedVersion: 3 } });
export type ActivateRequest = z.infer<typeof ActivateRequest>;

export const ActivationAnswer = z
  .object({
    planId: Id,
    tasks: z.number().int(),
    checkpoints: z.number().int(),
    coordinations: z.number().int(),
    targets: z.number().int(),
    /** True when the plan had been activated before and nothing was done again. */
    already: z.boolean(),
  })
  .meta({ id: 'ActivationAnswer' });
export type ActivationAnswer = z.infer<typeof ActivationAnswer>;

/** A row of the official table, alive. Headings carry no work. */
export const PlanRow = z
  .object({
    itemId: Id.nullable(),
    kind: z.enum(['heading', 'item']),
    position: z.number().int(),
    ref: z.string(),
    title: z.string(),
    text: z.string().nullable(),
    unitOfMeasure: z.string().nullable(),
    timingText: z.string().nullable(),
    leads: z.array(z.string()),
    coordinators: z.array(z.string()),
    /** What the work leaves behind, as the document says it. */
    deliverable: z.string().nullable(),
    /** Money of the row in whole đồng, as the document says it; what is asked for and approved stands with the tasks. */
    budgetVnd: z.number().int().nullable(),
    counts: StatusCounts.nullable(),
    /** Periodic reports of the tasks of the row. */
    reports: StatusCounts.nullable(),
    nextDueOn: IsoDate.nullable(),
  })
  .meta({ id: 'PlanRow' });
export type PlanRow = z.infer<typeof PlanRow>;

export const PlanRows = z.object({ items: z.array(PlanRow), next: z.string().nullable() }).meta({ id: 'PlanRows' });
export type PlanRows = z.infer<typeof PlanRows>;

/** The boxes of a cell, each task in one of them; a box that holds nothing is left out, as most are. */
export const BoxCounts = StatusCounts.omit({ total: true }).partial().meta({ id: 'BoxCounts' });
export type BoxCounts = z.infer<typeof BoxCounts>;

/** A cell of the unit × row matrix: tasks, and the periodic reports of these tasks. `unit` is a position in `units`. */
export const MatrixCell = z
  .object({ unit: z.number().int().min(0), tasks: BoxCounts, reports: BoxCounts })
  .meta({ id: 'MatrixCell' });
export type MatrixCell = z.infer<typeof MatrixCell>;

/** Only cells that hold work are listed. Positions of units are those of this page. */
export const PlanMatrix = z
  .object({
    rows: z.array(z.object({ itemId: Id, ref: z.string(), title: z.string(), cells: z.array(MatrixCell) })),
    units: z.array(z.object({ id: UnitId, name: z.string(), shortName: z.string() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'PlanMatrix' });
export type PlanMatrix = z.infer<typeof PlanMatrix>;

/** The page of one row: its words, its progress, its targets summed, its tasks. */
export const PlanRowPage = z
  .object({
    planId: Id,
    row: PlanRow,
    timing: Timing,
    /** Where the words of each field stand in `source`. */
    anchors: ItemAnchors,
    targets: z.array(TargetProgress.omit({ id: true, countedThisPeriod: true }).extend({ tasks: z.number().int() })),
    source: z.array(SourceRow),
    budgets: z.array(InstanceLine),
    /** What may be started on this row by the reader's unit. */
    mayStartBudget: z.boolean(),
    mayOfferHandoff: z.boolean(),
  })
  .meta({ id: 'PlanRowPage' });
export type PlanRowPage = z.infer<typeof PlanRowPage>;
