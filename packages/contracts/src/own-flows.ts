import { z } from 'zod';

import { exampleDocument } from './example-flow.js';
import { FlowDocument } from './flow-documents.js';
import { FlowId } from './instances.js';
import { Id, Instant, UnitId, Words, typedText } from './primitives.js';

/** `released` is what new work is born with, `replaced` and `stopped` run on for the work that was born with them. */
export const OwnFlowState = z
  .enum(['draft', 'submitted', 'released', 'replaced', 'stopped', 'discarded'])
  .meta({ id: 'OwnFlowState' });
export type OwnFlowState = z.infer<typeof OwnFlowState>;

/** What is wrong with a flow, told as a short story. */
export const FlowFault = z.object({ kind: z.string(), story: Words }).meta({ id: 'FlowFault' });
export type FlowFault = z.infer<typeof FlowFault>;

const Point = z.object({ x: z.number(), y: z.number() });

/** A flow laid out from top to bottom, in pixels of a phone's width. */
export const FlowDiagram = z
  .object({
    width: z.number(),
    height: z.number(),
    nodes: z.array(Point.extend({ id: z.string(), w: z.number(), h: z.number() })),
    edges: z.array(
      z.object({
        id: z.string(),
        event: z.string(),
        from: z.string(),
        to: z.string(),
        points: z.array(Point),
        label: Point,
      }),
    ),
  })
  .meta({ id: 'FlowDiagram' });
export type FlowDiagram = z.infer<typeof FlowDiagram>;

/** An office's own version of a shipped flow: for the whole agency, or for what one unit and those below it are asked. */
export const OwnFlowLine = z
  .object({
    id: Id,
    flow: FlowId,
    words: Words,
    unit: z.object({ id: UnitId, name: z.string() }).nullable(),
    state: OwnFlowState,
    /** How often the draft was saved; what a change is based on. */
    edition: z.number().int(),
    /** The version that work is born with; null until it is released. */
    machineVersion: z.number().int().nullable(),
    changedBy: z.string(),
    changedAt: Instant,
    settledBy: z.string().nullable(),
    settledAt: Instant.nullable(),
    /** Work that runs on it now. */
    running: z.number().int(),
  })
  .meta({ id: 'OwnFlowLine' });
export type OwnFlowLine = z.infer<typeof OwnFlowLine>;

export const OwnFlows = z
  .object({
    items: z.array(OwnFlowLine),
    /** Shipped flows, and why one cannot be copied. */
    shipped: z.array(z.object({ flow: FlowId, words: Words, why: Words.nullable() })),
    /** False: looks at them, and may have to approve one. */
    mayCopy: z.boolean(),
    /** Units that a flow may be made for; null: all, and the agency as a whole. */
    units: z.array(UnitId).nullable(),
  })
  .meta({ id: 'OwnFlows' });
export type OwnFlows = z.infer<typeof OwnFlows>;

/** What may be done with it now: null when it may, else the sentence that refuses it. */
const Offer = Words.nullable();

export const OwnFlow = OwnFlowLine.extend({
  document: FlowDocument,
  faults: z.array(FlowFault),
  diagram: FlowDiagram.nullable(),
  /** Why it came back, while it is a draft again. */
  returnReason: z.string().nullable(),
  /** What a move or a reminder may say, and what may be told to the work that it hangs on. */
  notices: z.array(z.object({ id: z.string(), words: Words })),
  toldToWork: z.array(z.object({ event: z.string(), words: Words })),
  why: z.object({ edit: Offer, submit: Offer, approve: Offer, stop: Offer, copy: Offer }),
}).meta({ id: 'OwnFlow' });
export type OwnFlow = z.infer<typeof OwnFlow>;

/** Copies a shipped flow, or an own one for its next version. */
export const CopyFlow = z
  .object({ flow: FlowId, unitId: UnitId.nullable(), fromId: Id.nullable().default(null) })
  .meta({ id: 'CopyFlow', example: { flow: 'coordination', unitId: 'bac-giang-truoc-2025-07', fromId: null } });
export type CopyFlow = z.infer<typeof CopyFlow>;

export const SaveFlow = z
  .object({ document: FlowDocument, expectedEdition: z.number().int().min(0) })
  .meta({ id: 'SaveFlow', example: { document: exampleDocument, expectedEdition: 1 } });
export type SaveFlow = z.infer<typeof SaveFlow>;

/** `release` and `return` are the word of a second person; `submit`, `discard` and `stop` of whoever keeps the flow. */
export const SettleFlow = z
  .object({
    step: z.enum(['submit', 'release', 'return', 'discard', 'stop']),
    reason: typedText(1000).nullable().default(null),
    expectedEdition: z.number().int().min(0),
  })
  .meta({ id: 'SettleFlow', example: { step: 'submit', reason: null, expectedEdition: 2 } });
export type SettleFlow = z.infer<typeof SettleFlow>;

export const CheckFlow = z
  .object({ document: z.unknown() })
  .meta({ id: 'CheckFlow', example: { document: exampleDocument } });
export type CheckFlow = z.infer<typeof CheckFlow>;

export const FlowCheck = z
  .object({ faults: z.array(FlowFault), diagram: FlowDiagram.nullable() })
  .meta({ id: 'FlowCheck' });
export type FlowCheck = z.infer<typeof FlowCheck>;

export const FlowVersionNumber = z.coerce.number().int().min(1).max(32_767);

/** A released own version: what a screen needs to show the work that runs on it. */
export const FlowVersion = z.object({ document: FlowDocument, diagram: FlowDiagram }).meta({ id: 'FlowVersion' });
export type FlowVersion = z.infer<typeof FlowVersion>;
