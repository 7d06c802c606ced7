import { z } from 'zod';

import { IsoDate, UnitId } from './primitives.js';
import { StatusCounts } from './instances.js';

export const UnitKind = z
  .enum(['agency', 'leadership', 'centralUnit', 'provincialOffice', 'regionalOffice', 'external'])
  .meta({ id: 'UnitKind' });
export type UnitKind = z.infer<typeof UnitKind>;

/** How a unit was called and where it stood until a day, before the change of the day after. */
export const UnitVersion = z
  .object({
    until: IsoDate,
    name: z.string(),
    shortName: z.string(),
    nameEn: z.string().nullable(),
    parentId: UnitId.nullable(),
    code: z.string().nullable(),
  })
  .meta({ id: 'UnitVersion' });
export type UnitVersion = z.infer<typeof UnitVersion>;

export const UnitContact = z
  .object({
    phone: z.string().max(50).nullable().default(null),
    email: z.email().max(200).nullable().default(null),
    address: z.string().max(300).nullable().default(null),
  })
  .meta({ id: 'UnitContact' });
export type UnitContact = z.infer<typeof UnitContact>;

export const Unit = z
  .object({
    id: UnitId,
    name: z.string(),
    shortName: z.string(),
    nameEn: z.string().nullable(),
    kind: UnitKind,
    parentId: UnitId.nullable(),
    validFrom: IsoDate.nullable(),
    validTo: IsoDate.nullable(),
    /** Official statistics code; an attribute with validity, never a key: seven codes changed owner on 1/7/2025. */
    code: z.string().nullable(),
    aliases: z.array(z.string()),
    successorIds: z.array(UnitId),
    confirmed: z.boolean(),
    /** Oldest first. */
    earlier: z.array(UnitVersion).optional(),
    contact: UnitContact.nullish(),
    /** What happens to open work at its end: to the only successor by itself, or a person decides. */
    passOn: z.enum(['successor', 'ask']).optional(),
  })
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

export const UnitsQuery = z.object({
  asOf: IsoDate.optional(),
  kind: UnitKind.optional(),
  q: z.string().max(100).optional(),
});
export type UnitsQuery = z.infer<typeof UnitsQuery>;

export const UnitList = z
  .object({
    items: z.array(Unit),
    asOf: IsoDate.nullable(),
    /** Those of the list in which nobody holds a post today: what is sent to them, nobody sees. */
    unstaffed: z.array(UnitId),
  })
  .meta({ id: 'UnitList' });
export type UnitList = z.infer<typeof UnitList>;

/** A unit and its work as of an earlier day; today when left out. */
export const UnitPageQuery = z.object({ asOf: IsoDate.optional() });
export type UnitPageQuery = z.infer<typeof UnitPageQuery>;

/** `counts` is null where the reader's unit may not see the other unit's work. */
export const UnitPage = z
  .object({
    unit: Unit,
    predecessors: z.array(Unit),
    successors: z.array(Unit),
    /** The day that the counts are of. */
    countsOn: IsoDate,
    counts: StatusCounts.nullable(),
  })
  .meta({ id: 'UnitPage' });
export type UnitPage = z.infer<typeof UnitPage>;
