import { z } from 'zod';

import { Tone } from './flow-legends.js';
import { FlowId, Relation } from './instances.js';
import { typedText } from './primitives.js';

/**
 * A flow written as data: a shipped one, copied and changed by an office. No code: conditions, effects and what is typed come from
 * fixed lists. Whether it can be used is proved by the checks of the workflows, not here.
 */

export const MOST_STATES = 60;
export const MOST_MOVES = 200;
const MOST_EVENTS = 60;

/** Signs that a screen, a terminal or a document would take for something else than text. */
const printable = (text: string) => !/[<>\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);

const name = typedText(120).refine(printable, {
  message:
    'Tên gọi không được chứa ký hiệu đánh dấu (< >) hay ký tự điều khiển. / A name holds no markup and no control characters.',
});
const NameWords = z.strictObject({ vi: name, en: name });

/** What a sentence of an office may name: the unit that moved, the work, its deadline, the day. Square brackets fall away without a deadline. */
const places = ['by', 'title', 'dueOn', 'day'];
const namesPlaces = (text: string) => {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, place]) => place ?? '');
  const rest = text.replace(/\{[^{}]*\}/g, '').replace(/\[[^[\]]*\]/g, '');
  return named.every((place) => places.includes(place)) && !/[{}[\]]/.test(rest);
};
/** A sentence of an office's own notice; what is wrong with it is said in Vietnamese, then in English behind a stroke. */
export const NoticeSentence = typedText(300)
  .refine(printable, {
    message:
      'Câu thông báo không được chứa ký hiệu đánh dấu (< >) hay ký tự điều khiển. / A notice holds no markup and no control characters.',
  })
  .refine(namesPlaces, {
    message:
      'Câu thông báo chỉ dùng {by}, {title}, {dueOn}, {day} và cặp [ ] bao phần nói về thời hạn. / A notice uses {by}, {title}, {dueOn}, {day} alone, and a pair of [ ] around what is said of the deadline.',
  });
const SentenceWords = z.strictObject({ vi: NoticeSentence, en: NoticeSentence });
const MOST_NOTICES = 30;

/** Keys are words of the machine, never shown; names that JavaScript gives to every object are none. */
const FlowKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .refine((text) => !(text in Object.prototype))
  .meta({ id: 'FlowKey' });

const Side = z.enum(['from', 'to']);
const Phase = z.enum(['open', 'done', 'cancelled']);

const State = z.strictObject({
  words: NameWords,
  holder: Side.nullable(),
  phase: Phase,
  tone: Tone.default('grey'),
  /** The holder is reminded after 1, 2 and 3 times this many working days; at the third time the owner of the plan hears of it. */
  remindAfterWorkingDays: z.number().int().min(1).max(60).optional(),
  /** The sentence of the reminder. */
  remindWith: FlowKey.optional(),
  /** Both units hear it on the day after the deadline. */
  tellsWhenLate: z.boolean().default(false),
});

/** What may be typed with a move; each part has one form on every screen. */
export const PayloadPart = z
  .enum([
    'reason',
    'note',
    'link',
    'fileId',
    'answer',
    'explanation',
    'remedy',
    'severity',
    'assessment',
    'measure',
    'proofLink',
  ])
  .meta({ id: 'PayloadPart' });
export type PayloadPart = z.infer<typeof PayloadPart>;

const AskedPart = z.strictObject({ part: PayloadPart, required: z.boolean() });

const Event = z.strictObject({
  words: NameWords,
  by: z.array(Relation).min(1).max(4),
  /** Everybody who moves work, when left out. */
  posts: z
    .array(z.enum(['officer', 'head', 'coordinator']))
    .min(1)
    .max(3)
    .optional(),
  asks: z.array(AskedPart).max(6).default([]),
  tone: z.enum(['primary', 'danger', 'plain']).default('plain'),
  /** Makes sense for many instances at once. */
  bulk: z.boolean().default(false),
  /** The event that takes it back; offered where it was sent to many by mistake. */
  undo: FlowKey.optional(),
});

/** A notice to one of the units, in a sentence of the product or of the flow itself. */
const Telling = z.strictObject({ to: z.enum(['from', 'to', 'owner']), notice: FlowKey });

const Move = z.strictObject({
  from: FlowKey,
  event: FlowKey,
  to: FlowKey,
  /** The mover is kept as the one who handed in, and the day counts as that of the hand-in. */
  handsIn: z.boolean().default(false),
  /** Refused to whoever handed in, by delegation too. */
  byAnotherPerson: z.boolean().default(false),
  /** What was handed in goes back and is open again; at the third time the owner of the plan is told. */
  goesBack: z.boolean().default(false),
  /** Whoever handed in takes it back before the other unit has moved: open again, and the hand-in counts no more. */
  takesBack: z.boolean().default(false),
  /** Only after the deadline of the work; what has none never comes to it. */
  onlyAfterDue: z.boolean().default(false),
  /** Only with a link or a file, given now or before. */
  onlyWithProof: z.boolean().default(false),
  tells: z.array(Telling).max(6).default([]),
  /** The work that this hangs on hears of it, by one of the events that the copied flow tells it. */
  tellsWork: FlowKey.optional(),
});

export const FlowDocument = z
  .strictObject({
    format: z.literal(2),
    /** The shipped flow that was copied: what it is opened on, what is typed at its start and what its parent says to it stay. */
    base: FlowId,
    words: NameWords,
    parties: z.strictObject({ from: NameWords, to: NameWords }),
    initial: FlowKey,
    startTells: z.array(Telling).max(6).default([]),
    /** Where it ends together with the work that it hangs on. */
    whenWorkEnds: FlowKey.optional(),
    states: z.record(FlowKey, State),
    events: z.record(FlowKey, Event).refine((events) => Object.keys(events).length <= MOST_EVENTS, {
      message: `Nhiều nhất ${MOST_EVENTS} bước. / At most ${MOST_EVENTS} events.`,
    }),
    moves: z.array(Move).min(1).max(MOST_MOVES),
    /** Sentences of the office's own, by the keys that moves and reminders name. */
    notices: z
      .record(FlowKey, SentenceWords)
      .refine((notices) => Object.keys(notices).length <= MOST_NOTICES, {
        message: `Nhiều nhất ${MOST_NOTICES} câu thông báo. / At most ${MOST_NOTICES} notices.`,
      })
      .optional(),
  })
  .refine(({ states }) => Object.keys(states).length <= MOST_STATES, {
    path: ['states'],
    message: `Nhiều nhất ${MOST_STATES} trạng thái. / At most ${MOST_STATES} states.`,
  })
  .meta({ id: 'FlowDocument' });
export type FlowDocument = z.infer<typeof FlowDocument>;
