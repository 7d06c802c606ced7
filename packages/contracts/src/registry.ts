import { z } from 'zod';

import { Id, Instant, IsoDate, UnitId, Words, typedText } from './primitives.js';
import { Unit, UnitContact, UnitKind } from './units.js';

/** Key of a unit that is new to the registry: small letters without marks, digits and dashes. */
const NewUnitId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

const named = {
  name: typedText(200),
  shortName: typedText(200),
  nameEn: typedText(200).nullable().default(null),
};

/**
 * What happened to units on a day. Merged: several end on the eve and one, which is there already, goes on for them. Split: one ends
 * and several go on. `passOn` says whether open tasks with their targets, quotas, money and posts go to the successor by themselves or
 * wait for a person; after a split they always wait. Described: other names and contact points, written anew.
 */
export const RegistryChange = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('founded'),
      unit: z.object({
        id: NewUnitId,
        ...named,
        kind: UnitKind,
        parentId: UnitId.nullable(),
        code: z.string().trim().max(20).nullable().default(null),
        aliases: z.array(typedText(200)).max(50).default([]),
        contact: UnitContact.nullish(),
      }),
    }),
    z.object({ kind: z.literal('renamed'), unitId: UnitId, ...named, code: z.string().max(20).nullish() }),
    z.object({ kind: z.literal('moved'), unitId: UnitId, parentId: UnitId }),
    z.object({
      kind: z.literal('merged'),
      unitIds: z.array(UnitId).min(1).max(100),
      intoId: UnitId,
      passOn: z.enum(['successor', 'ask']).default('successor'),
    }),
    z.object({ kind: z.literal('split'), unitId: UnitId, intoIds: z.array(UnitId).min(2).max(100) }),
    z.object({ kind: z.literal('abolished'), unitId: UnitId }),
    z.object({
      kind: z.literal('described'),
      unitId: UnitId,
      aliases: z.array(typedText(200)).max(50),
      contact: UnitContact.nullable(),
    }),
  ])
  .meta({ id: 'RegistryChange' });
export type RegistryChange = z.infer<typeof RegistryChange>;

/** A change with its day and its ground. `on` null: as far back as the registry goes. */
export const RegistryEvent = z
  .object({
    on: IsoDate.nullable(),
    change: RegistryChange,
    /** Number and day of the document that orders it. */
    document: z.string().nullable(),
    /** False where no official text at hand states it. */
    confirmed: z.boolean(),
  })
  .meta({ id: 'RegistryEvent' });
export type RegistryEvent = z.infer<typeof RegistryEvent>;

/** An event as it stands in the registry; who recorded it is null for what the product brings along. */
export const RecordedEvent = RegistryEvent.extend({
  id: Id.nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: Instant.nullable(),
}).meta({ id: 'RecordedEvent' });
export type RecordedEvent = z.infer<typeof RecordedEvent>;

export const RegistryEvents = z.object({ items: z.array(RecordedEvent) }).meta({ id: 'RegistryEvents' });
export type RegistryEvents = z.infer<typeof RegistryEvents>;

const EventToRecord = z.object({
  on: IsoDate,
  change: RegistryChange,
  document: typedText(300).nullable().default(null),
  confirmed: z.boolean().default(true),
});

export const RecordEvents = z.object({ events: z.array(EventToRecord).min(1).max(500) }).meta({
  id: 'RecordEvents',
  example: {
    events: [
      {
        on: '2026-01-01',
        change: {
          kind: 'renamed',
          unitId: 'dong-nai-tu-2025-07',
          name: 'Bảo hiểm xã hội thành phố Đồng Nai',
          shortName: 'BHXH thành phố Đồng Nai',
        },
        document: 'Nghị quyết 30/2026/QH15',
      },
    ],
  },
});
export type RecordEvents = z.infer<typeof RecordEvents>;

/** Why an event cannot be: its place in what was sent, and a sentence. */
export const RegistryFault = z.object({ place: z.number().int(), words: Words }).meta({ id: 'RegistryFault' });
export type RegistryFault = z.infer<typeof RegistryFault>;

/** What recording would change: units before and after, and the open work that a reorganisation would then have to move. */
export const RegistryPreview = z
  .object({
    faults: z.array(RegistryFault),
    changes: z.array(z.object({ before: Unit.nullable(), after: Unit.nullable() })),
    openWork: z.number().int(),
    people: z.number().int(),
  })
  .meta({ id: 'RegistryPreview' });
export type RegistryPreview = z.infer<typeof RegistryPreview>;

/** What a workbook of units would do: cells that cannot be taken, or the events that turn the registry into it. */
export const RegistryTableRead = z
  .object({
    faults: z.array(z.object({ row: z.number().int(), column: z.string(), words: Words })),
    events: z.array(EventToRecord),
    /** Null where there is nothing to look at. */
    preview: RegistryPreview.nullable(),
  })
  .meta({ id: 'RegistryTableRead' });
export type RegistryTableRead = z.infer<typeof RegistryTableRead>;

/** The day on which changes of units that are there take place; today when left out. */
export const TableQuery = z.object({ on: IsoDate.optional() });
export type TableQuery = z.infer<typeof TableQuery>;
