import type { BudgetLine, IsoDate, Post, RecordEvidence, StartRequest } from '@phancong/contracts';

/** Who acts: the person that holds this post in this unit. */
export interface Seat {
  unitId: string;
  post: Post;
}

/** On what: an instance of the activated plan, one that an earlier deed started, or a part of the latter. */
export type Place = { id: string } | { born: string } | { partOf: string; unitId: string };

interface Dated {
  day: IsoDate;
  by: Seat;
}

/** Something that a person of the demonstration does on a day, through the same services as a person on screen. */
export type Deed = Dated &
  (
    | { kind: 'move'; on: Place[]; event: string; payload: Record<string, unknown> }
    | { kind: 'start'; born: string; request: Omit<StartRequest, 'parentId'> & { parentId?: string } }
    | { kind: 'evidence'; on: Place; evidence: RecordEvidence }
    | { kind: 'estimate'; on: Place; lines: BudgetLine[] }
  );

export const officerOf = (unitId: string): Seat => ({ unitId, post: 'officer' });
export const headOf = (unitId: string): Seat => ({ unitId, post: 'head' });

export const moveDeed = (
  day: IsoDate,
  by: Seat,
  event: string,
  on: readonly Place[],
  payload: Record<string, unknown> = {},
): Deed => ({ kind: 'move', day, by, event, on: [...on], payload });

export const onId = (id: string): Place => ({ id });

export const seatKey = ({ unitId, post }: Seat): string => `${post} ${unitId}`;
