import { z } from 'zod';

import { exampleDocument } from './example-flow.js';
import { FlowDocument } from './flow-documents.js';
import { OfferedMove } from './instances.js';
import { IsoDate, Words } from './primitives.js';

/** Who sits in a rehearsal: two persons in each of the two units, and the head of the unit that owns the plan. */
export const RehearsalSeat = z
  .enum(['fromOfficer', 'fromHead', 'toOfficer', 'toHead', 'ownerHead'])
  .meta({ id: 'RehearsalSeat' });
export type RehearsalSeat = z.infer<typeof RehearsalSeat>;

/** A move of somebody, or waiting until a day on the fake clock. */
export const RehearsalStep = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('move'),
      seat: RehearsalSeat,
      event: z.string().max(40),
      payload: z.record(z.string(), z.unknown()).default({}),
    }),
    z.object({ kind: z.literal('wait'), until: IsoDate }),
  ])
  .meta({ id: 'RehearsalStep' });
export type RehearsalStep = z.infer<typeof RehearsalStep>;

export const RehearsalRequest = z
  .object({
    document: FlowDocument,
    startsOn: IsoDate,
    dueOn: IsoDate.nullable(),
    steps: z.array(RehearsalStep).max(100),
  })
  .meta({
    id: 'RehearsalRequest',
    example: {
      document: exampleDocument,
      startsOn: '2025-05-05',
      dueOn: '2025-05-30',
      steps: [{ kind: 'wait', until: '2025-05-12' }],
    },
  });
export type RehearsalRequest = z.infer<typeof RehearsalRequest>;

/** What came of one step: where it stands, who heard what, which clocks run; or the sentence that refused it. */
export const RehearsalScene = z
  .object({
    onDay: IsoDate,
    /** Null: a clock of the system, or the start. */
    seat: RehearsalSeat.nullable(),
    words: Words,
    state: z.string(),
    refused: Words.nullable(),
    told: z.array(z.object({ to: z.enum(['from', 'to', 'owner']), words: Words })),
    clocks: z.array(z.object({ event: z.string(), words: Words, fireOn: IsoDate })),
  })
  .meta({ id: 'RehearsalScene' });
export type RehearsalScene = z.infer<typeof RehearsalScene>;

export const RehearsalAnswer = z
  .object({
    scenes: z.array(RehearsalScene),
    /** What each seat could do now, with the sentence that would refuse it. */
    offers: z.record(RehearsalSeat, z.array(OfferedMove)),
  })
  .meta({ id: 'RehearsalAnswer' });
export type RehearsalAnswer = z.infer<typeof RehearsalAnswer>;
