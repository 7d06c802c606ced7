import { z } from 'zod';

import { Invitation } from './accounts.js';
import { Post } from './people.js';
import { Id, IsoDate, UnitId, Words } from './primitives.js';

const Listed = z.object({ username: z.string(), fullName: z.string() });
const PostListed = Listed.extend({
  unitId: UnitId,
  unitName: z.string(),
  post: Post,
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
});

/** What a workbook of people would do: the cells that cannot be taken, or who is new, changed and gone. */
export const PeopleWorkbookRead = z
  .object({
    /** `row` as a spreadsheet numbers it. */
    faults: z.array(z.object({ row: z.number().int(), column: z.string(), words: Words })),
    people: z.array(Listed.extend({ email: z.string().nullable() })),
    /** Names and addresses that differ from what is kept. */
    corrected: z.array(Listed.extend({ id: Id, email: z.string().nullable(), version: z.number().int() })),
    given: z.array(PostListed),
    /** Posts whose last day differs. */
    moved: z.array(PostListed.extend({ holdingId: Id })),
    /** Posts in the units of the workbook that it does not name: they end the day before the import where that is asked for. */
    left: z.array(PostListed.extend({ holdingId: Id })),
    unchanged: z.number().int(),
    /** Of all this: what is carried out is what was looked at. */
    fingerprint: z.string(),
  })
  .meta({ id: 'PeopleWorkbookRead' });
export type PeopleWorkbookRead = z.infer<typeof PeopleWorkbookRead>;

const flag = z.enum(['0', '1']).transform((value) => value === '1');

export const PeopleWorkbookQuery = z.object({
  fingerprint: z.string().length(64),
  /** End the posts of whoever the workbook leaves out. */
  endLeft: flag.default(false),
  /** Make one-time links for the new people. */
  invite: flag.default(false),
});
export type PeopleWorkbookQuery = z.infer<typeof PeopleWorkbookQuery>;

export const PeopleWorkbookDone = z
  .object({
    added: z.number().int(),
    corrected: z.number().int(),
    given: z.number().int(),
    moved: z.number().int(),
    ended: z.number().int(),
    invitations: z.array(Invitation),
  })
  .meta({ id: 'PeopleWorkbookDone' });
export type PeopleWorkbookDone = z.infer<typeof PeopleWorkbookDone>;
