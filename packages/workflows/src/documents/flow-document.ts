import { typedText } from '@phancong/contracts';
import { z } from 'zod';

/** A flow written as data, so that it can be checked before anybody runs it: no code, guards from a fixed list. */

export const MOST_STATES = 100;
export const MOST_MOVES = 1000;

/** Signs that a screen, a terminal or a document would take for something else than text. */
const printable = (text: string) => !/[<>\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);

const name = typedText(120).refine(printable, {
  message:
    'Tên gọi không được chứa ký hiệu đánh dấu (< >) hay ký tự điều khiển. / A name holds no markup and no control characters.',
});
const Words = z.strictObject({ vi: name, en: name });

/** Keys are words of the machine, never shown; names that JavaScript gives to every object are none. */
const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .refine((text) => !(text in Object.prototype));

const side = z.enum(['from', 'to']);
const relation = z.enum(['from', 'to', 'owner', 'superior']);

const State = z.strictObject({
  words: Words,
  holder: side.nullable(),
  phase: z.enum(['open', 'done', 'cancelled']),
  tone: z.enum(['grey', 'blue', 'amber', 'green', 'red', 'violet']).default('grey'),
  /** The holder is reminded after 1, 2 and 3 times this many working days; at the third time the owner of the plan hears of it. */
  remindAfterWorkingDays: z.number().int().min(1).max(60).optional(),
});

const Event = z.strictObject({
  words: Words,
  by: z.array(relation).min(1).max(4),
  posts: z
    .array(z.enum(['officer', 'head', 'coordinator']))
    .min(1)
    .max(3)
    .optional(),
  /** What has to be typed: nothing, a reason, a note, or a note with a link as evidence. */
  asks: z.enum(['nothing', 'reason', 'note', 'evidence']).default('nothing'),
  tone: z.enum(['primary', 'danger', 'plain']).default('plain'),
});

const Move = z.strictObject({
  from: key,
  event: key,
  to: key,
  /** The mover is kept as the one who handed in; somebody else has to approve. */
  handsIn: z.boolean().default(false),
  /** Refused to whoever handed in, by delegation too. */
  byAnotherPerson: z.boolean().default(false),
  /** Work goes back; at the third time the owner of the plan is told. */
  goesBack: z.boolean().default(false),
});

export const FlowDocument = z.strictObject({
  format: z.literal(1),
  id: key,
  version: z.number().int().min(1).max(10_000),
  words: Words,
  parties: z.strictObject({ from: Words, to: Words }),
  initial: key,
  states: z.record(key, State),
  events: z.record(key, Event),
  moves: z.array(Move).min(1),
});
export type FlowDocument = z.infer<typeof FlowDocument>;
