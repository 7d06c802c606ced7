import { z } from 'zod';

/** A sentence or label in the two languages of the product; Vietnamese is the first. */
export const Words = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Words' });
export type Words = z.infer<typeof Words>;

/** A calendar day of Asia/Ho_Chi_Minh, `YYYY-MM-DD`. A deadline is a day, never an instant. */
export const IsoDate = z.iso.date().meta({ id: 'IsoDate', example: '2025-05-20' });
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment, ISO 8601 in UTC. Screens show it in Asia/Ho_Chi_Minh. */
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });
export type Instant = z.infer<typeof Instant>;

/** Whole đồng as a string of digits: 64 bits do not fit a JSON number. */
export const Money = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ id: 'Money', example: '450000000' });
export type Money = z.infer<typeof Money>;

/** Key of a unit in the registry, stable through renames: "ttt", "bac-giang-truoc-2025-07". */
export const UnitId = z.string().min(1).max(80).meta({ id: 'UnitId', example: 'ttt' });
export type UnitId = z.infer<typeof UnitId>;

export const Id = z.uuid().meta({ id: 'Id' });
export type Id = z.infer<typeof Id>;

/** Text that a person typed: trimmed, Unicode NFC, never empty. */
export const typedText = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));

/** One page of a keyset list; `next` is opaque and null on the last page. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const PageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;
