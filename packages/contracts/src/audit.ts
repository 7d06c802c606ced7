import { z } from 'zod';

import { FlowId } from './instances.js';
import { Post } from './people.js';
import { Id, Instant, IsoDate, UnitId, Words, page, typedText } from './primitives.js';

/** What is looked for in the record of changes. Days count in Asia/Ho_Chi_Minh, both included. */
export const AuditQuery = z
  .object({
    from: IsoDate.optional(),
    to: IsoDate.optional(),
    unitId: UnitId.optional(),
    /** Part of the name of the person who acted, or for whom somebody acted. */
    person: typedText(80).optional(),
    kind: z.enum(['move', 'change']).optional(),
    /** `next` of the page before. */
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .meta({ id: 'AuditQuery' });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** One line of the record: who did what, when, for whom, from where; what it was before and what it became. */
export const AuditLine = z
  .object({
    /** The instance, or the entry of another change. */
    id: z.string(),
    number: z.number().int(),
    kind: z.enum(['move', 'change']),
    at: Instant,
    onDay: IsoDate,
    personName: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
    unitId: UnitId.nullable(),
    unitName: z.string().nullable(),
    post: Post.nullable(),
    origin: z.string().nullable(),
    did: Words,
    /** Of a move: the work that was moved, its state before and after. */
    instanceId: Id.nullable(),
    planId: Id.nullable(),
    flow: FlowId.nullable(),
    title: z.string(),
    before: Words.nullable(),
    after: Words.nullable(),
    /** The payload of a move, or the new values of another change. */
    details: z.unknown(),
    /** The values that another change replaced. */
    replaced: z.unknown(),
    hash: z.string(),
  })
  .meta({ id: 'AuditLine' });
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditPage = page(AuditLine).meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;
