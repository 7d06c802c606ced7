import { z } from 'zod';

import { Anchor, ReadItem, Target, Timing } from './reading.js';

/** What a row of a table says, whatever version it stands in. */
export const TableItem = ReadItem.pick({
  ref: true,
  title: true,
  text: true,
  unitOfMeasure: true,
  leads: true,
  coordinators: true,
  timing: true,
  targets: true,
  handsOffTo: true,
  receivesFrom: true,
  approvers: true,
}).meta({ id: 'TableItem' });
export type TableItem = z.infer<typeof TableItem>;

/** A field of a row that an amendment may change; the ref itself changes by moving the row. */
export const TableField = TableItem.omit({ ref: true }).keyof();
export type TableField = z.infer<typeof TableField>;

/**
 * One change that a deciding document orders. `from` and `to` are the words of the document: names for units, the words of the
 * timing, text for the rest; null where it states none. `how` says what is done with them:
 *
 * - `replace`: the field says `to` from now on;
 * - `append` / `remove`: `to` comes to the field, `from` leaves it, the rest stays;
 * - `phrase`: wherever the row (or, without `ref`, the plan) says `from`, it says `to`.
 *
 * A deleted row has no field; an added row is the value of `to`, below `after` where the document says so.
 */
export const AmendmentChange = z
  .object({
    op: z.enum(['change', 'delete', 'add']),
    ref: z.string().nullable(),
    field: TableField.nullable(),
    from: z.unknown(),
    to: z.unknown(),
    how: z.enum(['replace', 'append', 'remove', 'phrase']),
    after: z.string().nullable(),
    /** The clause that orders it: "Điều 1 khoản 2". */
    clause: z.string(),
    anchors: z.array(Anchor),
  })
  .meta({ id: 'AmendmentChange' });
export type AmendmentChange = z.infer<typeof AmendmentChange>;

/** Which document an amendment changes, as it names it. */
export const AmendedDocument = z
  .object({ number: z.string().nullable(), issuedOn: z.iso.date().nullable(), title: z.string().nullable() })
  .meta({ id: 'AmendedDocument' });
export type AmendedDocument = z.infer<typeof AmendedDocument>;

const about = { ref: z.string() };

/** How a row of one version differs in meaning from the row of another. `ref` is the row's ref in the earlier version. */
export const TableDifference = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('added'), ...about, position: z.number().int(), item: TableItem }),
    z.object({ kind: z.literal('dropped'), ...about, item: TableItem }),
    z.object({ kind: z.literal('moved'), ...about, toRef: z.string(), position: z.number().int() }),
    z.object({ kind: z.literal('retimed'), ...about, from: Timing, to: Timing }),
    z.object({
      kind: z.literal('reassigned'),
      ...about,
      field: z.enum(['leads', 'coordinators']),
      from: z.array(z.string()),
      to: z.array(z.string()),
    }),
    z.object({ kind: z.literal('retargeted'), ...about, from: z.array(Target), to: z.array(Target) }),
    /** Other words for the same time, units and targets, or a change of a field that moves no work. */
    z.object({ kind: z.literal('reworded'), ...about, field: TableField, from: z.unknown(), to: z.unknown() }),
  ])
  .meta({ id: 'TableDifference' });
export type TableDifference = z.infer<typeof TableDifference>;
