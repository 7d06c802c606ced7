import { z } from 'zod';

import { FlowId } from './instances.js';
import { Id, Instant, page, PageQuery, typedText, Words } from './primitives.js';

/** `effect`: notices and signals of a move; `clock`: a deadline that could not fire; `webhook`: a message to another system. */
export const DeadLetterKind = z.enum(['effect', 'clock', 'webhook']).meta({ id: 'DeadLetterKind' });
export type DeadLetterKind = z.infer<typeof DeadLetterKind>;

/** Something that the system gave up sending by itself: a person finds out why, and sends it again. */
export const DeadLetter = z
  .object({
    id: z.string(),
    kind: DeadLetterKind,
    what: Words,
    why: Words,
    /** Null where it is about no piece of work. */
    instanceId: Id.nullable(),
    flow: FlowId.nullable(),
    title: z.string().nullable(),
    unitName: z.string().nullable(),
    /** Null for a clock, which is tried once. */
    attempts: z.number().int().nullable(),
    since: Instant,
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DeadLettersQuery = PageQuery.extend({ kind: DeadLetterKind.optional() });
export type DeadLettersQuery = z.infer<typeof DeadLettersQuery>;

export const DeadLetterPage = page(DeadLetter).extend({ total: z.number().int() }).meta({ id: 'DeadLetterPage' });
export type DeadLetterPage = z.infer<typeof DeadLetterPage>;

/** Named ones, or all that this administrator sees. */
export const RetryDeadLetters = z
  .union([
    z.object({ ids: z.array(z.string().max(120)).min(1).max(200) }).strict(),
    z.object({ all: z.literal(true), kind: DeadLetterKind.optional() }).strict(),
  ])
  .meta({ id: 'RetryDeadLetters', example: { all: true } });
export type RetryDeadLetters = z.infer<typeof RetryDeadLetters>;

export const DeadLettersRetried = z.object({ retried: z.number().int() }).meta({ id: 'DeadLettersRetried' });
export type DeadLettersRetried = z.infer<typeof DeadLettersRetried>;

/** What need not be sent any more, and why: it leaves the list of what waits, and stays in that of what was dismissed. */
export const DismissDeadLetters = z
  .object({ ids: z.array(z.string().max(120)).min(1).max(200), reason: typedText(500) })
  .strict()
  .meta({ id: 'DismissDeadLetters', example: { ids: ['effect-12'], reason: 'Đơn vị đã được báo bằng công văn.' } });
export type DismissDeadLetters = z.infer<typeof DismissDeadLetters>;

export const DeadLettersDismissed = z.object({ dismissed: z.number().int() }).meta({ id: 'DeadLettersDismissed' });
export type DeadLettersDismissed = z.infer<typeof DeadLettersDismissed>;

/** As it stood when it was dismissed, with who did so and why. */
export const DismissedLetter = DeadLetter.extend({
  reason: z.string(),
  dismissedBy: z.string(),
  dismissedAt: Instant,
}).meta({ id: 'DismissedLetter' });
export type DismissedLetter = z.infer<typeof DismissedLetter>;

export const DismissedLetterPage = page(DismissedLetter).meta({ id: 'DismissedLetterPage' });
export type DismissedLetterPage = z.infer<typeof DismissedLetterPage>;
