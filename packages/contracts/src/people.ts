import { z } from 'zod';

import { Id, IsoDate, UnitId, typedText } from './primitives.js';

/**
 * Posts a person can hold in a unit. Tasks belong to units and posts, never to a bare person. `coordinator` runs plans,
 * `appraiser` gives opinions on estimates alone, `leader` decides for the agency, `administrator` keeps people and settings
 * and moves no work.
 */
export const Post = z
  .enum(['officer', 'head', 'deputy', 'clerk', 'coordinator', 'appraiser', 'leader', 'administrator'])
  .meta({ id: 'Post' });
export type Post = z.infer<typeof Post>;

/**
 * A person acting for a unit in a post: what every event carries and every history row keeps. `onBehalfOf` is the holder of
 * the post when the person acts by delegation ("thay mặt"), for one plan alone where `planId` names it.
 */
export const Actor = z
  .object({
    personId: Id,
    personName: z.string(),
    unitId: UnitId,
    unitName: z.string(),
    post: Post,
    onBehalfOf: z.object({ personId: Id, personName: z.string(), planId: Id.nullable() }).optional(),
  })
  .meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;

export const SignIn = z
  .object({
    username: typedText(80),
    password: z.string().min(1).max(200),
    /** Of the authenticator, or a recovery code; sent when the first answer asks for it. */
    code: z.string().max(40).optional(),
  })
  .meta({ id: 'SignIn', example: { username: 'bac-giang', password: 'ke-hoach-2025' } });
export type SignIn = z.infer<typeof SignIn>;

/** A post that a signed-in person can act in: his own, or by delegation the one of somebody who is away. */
export const Seat = z
  .object({
    id: Id,
    unitId: UnitId,
    unitName: z.string(),
    post: Post,
    onBehalfOf: z
      .object({ personId: Id, personName: z.string(), planId: Id.nullable(), planTitle: z.string().nullable() })
      .nullable(),
    /** The last day on which the seat can be taken; null when no end is set. */
    validTo: IsoDate.nullable(),
  })
  .meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;

export const TakeSeat = z
  .object({ seatId: Id })
  .meta({ id: 'TakeSeat', example: { seatId: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772' } });
export type TakeSeat = z.infer<typeof TakeSeat>;

export const Session = z
  .object({
    actor: Actor,
    /** The seat that the person acts in now, and all that can be taken today. */
    seatId: Id,
    seats: z.array(Seat),
    /** Sent back in the header `x-csrf-token` with every request that changes something. */
    csrfToken: z.string(),
    expiresAt: z.iso.datetime({ offset: true }),
    /** What this unit is in the plan world; the screens order themselves by it. */
    role: z.enum(['assigner', 'central', 'province', 'leadership']),
    /** The post asks for a second factor that this session has not shown: nothing else opens before. */
    secondFactorNeeded: z.boolean(),
    /** Came in at the agency's identity server: signing out goes there too. */
    byIdentity: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const DemonstrationAccount = z
  .object({ username: z.string(), personName: z.string(), unitId: UnitId, unitName: z.string(), post: Post })
  .meta({ id: 'DemonstrationAccount' });
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>;

/** What the sign-in screen may know before anybody signed in. `demonstration` is null on a real installation. */
export const Welcome = z
  .object({
    demonstration: z.object({ password: z.string(), accounts: z.array(DemonstrationAccount) }).nullable(),
    /** Nobody is there yet: the first administrator has to be made. */
    setupNeeded: z.boolean(),
    /** What the agency's identity server is called; null where people sign in here alone. */
    identityServer: z.string().nullable(),
    today: IsoDate,
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof Welcome>;

export const Clock = z.object({ today: IsoDate, kind: z.enum(['demonstration', 'real']) }).meta({ id: 'Clock' });
export type Clock = z.infer<typeof Clock>;

export const StepClock = z
  .object({ days: z.number().int().min(1).max(31) })
  .meta({ id: 'StepClock', example: { days: 1 } });
export type StepClock = z.infer<typeof StepClock>;

export const ClockStepped = Clock.extend({ fired: z.number().int() }).meta({ id: 'ClockStepped' });
export type ClockStepped = z.infer<typeof ClockStepped>;
