import { z } from 'zod';

import { EvidenceKind, FlowId, InstanceLine, StatusCounts, Timeliness } from './instances.js';
import { Id, IsoDate, Money, PageQuery, UnitId, page, typedText } from './primitives.js';

/** `mine`: my unit's move. `waiting`: my unit owes or asked it, another unit moves. `done`: finished. */
export const InboxQuery = PageQuery.extend({
  scope: z.enum(['mine', 'waiting', 'done']).default('mine'),
  flow: FlowId.optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InstancePageList = page(InstanceLine).meta({ id: 'InstancePageList' });
export type InstancePageList = z.infer<typeof InstancePageList>;

/** The numbers on top of the home screen; each opens to the list behind it. */
export const InboxSummary = z
  .object({
    mine: z.number().int(),
    mineOverdue: z.number().int(),
    mineDueSoon: z.number().int(),
    toAcknowledge: z.number().int(),
    waiting: z.number().int(),
    unreadNotices: z.number().int(),
    byFlow: z.array(z.object({ flow: FlowId, mine: z.number().int() })),
    tasks: StatusCounts,
    /** Done ÷ (done + open overdue) in per cent, truncated to two decimals; null when nothing is due yet. */
    onTimeRate: z.string().nullable(),
  })
  .meta({ id: 'InboxSummary' });
export type InboxSummary = z.infer<typeof InboxSummary>;

/** The list behind any number: every filter that a count on screen stands for. */
export const InstancesQuery = PageQuery.extend({
  flow: FlowId.default('task'),
  planId: Id.optional(),
  itemId: Id.optional(),
  unitId: UnitId.optional(),
  state: z.string().max(40).optional(),
  timeliness: Timeliness.optional(),
});
export type InstancesQuery = z.infer<typeof InstancesQuery>;

export const RecordEvidence = z
  .object({
    targetId: Id.nullable().default(null),
    kind: EvidenceKind,
    title: typedText(300),
    happenedOn: IsoDate,
    place: typedText(300).nullable().default(null),
    participants: z.number().int().min(0).max(10_000_000).nullable().default(null),
    quantity: z.number().min(0).max(1_000_000).default(1),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    fileId: Id.nullable().default(null),
    note: typedText(2000).nullable().default(null),
  })
  .meta({
    id: 'RecordEvidence',
    example: {
      kind: 'conference',
      title: 'Hội nghị đối thoại với người lao động tại KCN Quang Châu',
      happenedOn: '2025-05-12',
      place: 'KCN Quang Châu, huyện Việt Yên',
      participants: 180,
      quantity: 1,
    },
  });
export type RecordEvidence = z.infer<typeof RecordEvidence>;

export const WithdrawEvidence = z
  .object({ reason: typedText(500) })
  .meta({ id: 'WithdrawEvidence', example: { reason: 'Ghi nhầm ngày' } });
export type WithdrawEvidence = z.infer<typeof WithdrawEvidence>;

/** A line of an estimate. `amountVnd` is quantity × unit price, checked by the server. */
export const BudgetLine = z
  .object({
    content: typedText(500),
    unitOfMeasure: typedText(100),
    quantity: z.number().int().min(1).max(1_000_000),
    unitPriceVnd: Money,
    amountVnd: Money,
    beneficiaryUnitId: UnitId,
  })
  .meta({ id: 'BudgetLine' });
export type BudgetLine = z.infer<typeof BudgetLine>;

export const BudgetLines = z
  .object({ lines: z.array(BudgetLine).min(1).max(200), expectedVersion: z.number().int().min(0) })
  .meta({
    id: 'BudgetLines',
    example: {
      lines: [
        {
          content: 'In tờ gấp BHXH tự nguyện',
          unitOfMeasure: 'Tờ',
          quantity: 10000,
          unitPriceVnd: '1500',
          amountVnd: '15000000',
          beneficiaryUnitId: 'bac-giang-truoc-2025-07',
        },
      ],
      expectedVersion: 0,
    },
  });
export type BudgetLines = z.infer<typeof BudgetLines>;

export const BudgetPage = z
  .object({ lines: z.array(BudgetLine), totalVnd: Money, mayEdit: z.boolean() })
  .meta({ id: 'BudgetPage' });
export type BudgetPage = z.infer<typeof BudgetPage>;

export const BudgetsQuery = z.object({ planId: Id });
export type BudgetsQuery = z.infer<typeof BudgetsQuery>;

/** How far money has come; each stage holds what has reached it, so the later ones are parts of the earlier. */
export const MoneyStage = z.enum(['estimated', 'approved', 'transferred', 'received']).meta({ id: 'MoneyStage' });
export type MoneyStage = z.infer<typeof MoneyStage>;

const MoneyByStage = z.record(MoneyStage, Money);

/** Money of a plan by stage: each sum is that of the same stage of the estimates below it. */
export const BudgetSummary = z
  .object({
    sums: MoneyByStage,
    /** `totalVnd` is what the estimate says; an estimate that was rejected or withdrawn has reached no stage. */
    items: z.array(z.object({ line: InstanceLine, totalVnd: Money, reached: MoneyByStage })),
  })
  .meta({ id: 'BudgetSummary' });
export type BudgetSummary = z.infer<typeof BudgetSummary>;
