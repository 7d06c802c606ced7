import { z } from 'zod';

import { Post } from './people.js';
import { Id, Instant, IsoDate, UnitId, typedText } from './primitives.js';

export const DelegationState = z.enum(['coming', 'running', 'over', 'ended']).meta({ id: 'DelegationState' });
export type DelegationState = z.infer<typeof DelegationState>;

const Who = z.object({ personId: Id, personName: z.string() });

/** One person lets another one of the unit act in his post. `ended` means before its last day. */
export const Delegation = z
  .object({
    id: Id,
    from: Who,
    to: Who,
    unitId: UnitId,
    unitName: z.string(),
    post: Post,
    /** Null: for all work of the post. */
    plan: z.object({ id: Id, title: z.string() }).nullable(),
    validFrom: IsoDate,
    validTo: IsoDate,
    reason: z.string(),
    state: DelegationState,
    createdAt: Instant,
    endedBy: Who.nullable(),
    /** The reader may end it. */
    mayEnd: z.boolean(),
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;

/** Somebody of the unit who can be asked to act. */
export const Colleague = Who.extend({ post: Post }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

/** Delegations that concern the reader, and what a new one can be made of; `mayGive` is false in a delegated seat. */
export const DelegationList = z
  .object({
    items: z.array(Delegation),
    colleagues: z.array(Colleague),
    plans: z.array(z.object({ id: Id, title: z.string() })),
    mayGive: z.boolean(),
  })
  .meta({ id: 'DelegationList' });
export type DelegationList = z.infer<typeof DelegationList>;

export const GiveDelegation = z
  .object({
    toPersonId: Id,
    planId: Id.nullable().default(null),
    validFrom: IsoDate,
    validTo: IsoDate,
    reason: typedText(500),
  })
  .meta({
    id: 'GiveDelegation',
    example: {
      toPersonId: '01a1fc7f-45a6-7c08-b8cf-48dd904fd772',
      planId: null,
      validFrom: '2025-05-19',
      validTo: '2025-05-23',
      reason: 'Đi công tác theo Quyết định số 123/QĐ-BHXH',
    },
  });
export type GiveDelegation = z.infer<typeof GiveDelegation>;
