import type { EvidenceKind, IsoDate, RecordEvidence } from '@phancong/contracts';

import type { Chances } from './random.js';

/** Where and by whom something is recorded. */
export interface Scene {
  chances: Chances;
  unitId: string;
  unitName: string;
  /** The last day of the stretch that the record is about. */
  day: IsoDate;
  commune(): string;
  enterprise(): string;
  district(): string;
}

export type Words = Pick<RecordEvidence, 'title'> &
  Partial<Pick<RecordEvidence, 'place' | 'participants' | 'quantity' | 'link' | 'note'>>;

/** What was recorded so far, for the report of the period. */
export interface Tally {
  times: number;
  quantity: number;
  participants: number;
  lastPlace: string | null;
  lastDay: IsoDate;
}

/** One kind of record that offices keep for a row of the plan. */
export interface Habit {
  kind: EvidenceKind;
  rhythm: 'weekly' | 'monthly' | { timesByMay: readonly [number, number] } | { on: readonly IsoDate[] };
  /** Position of the target in the row that the record counts toward. */
  target?: number;
  describe(scene: Scene): Words;
  /** Its part of the sentence in the report. */
  tell(tally: Tally): string;
  /** What the figure of the report counts. */
  figure?: 'times' | 'quantity';
}
