import type { DateWindow, IsoDate } from '../dates.js';

export type Frequency =
  | 'WEEKLY'
  | 'MONTHLY'
  | 'QUARTERLY'
  | 'HALF_YEARLY'
  | 'YEARLY'
  | 'PER_EVENT'
  | 'PER_PLAN'
  | 'CONTINUOUS'
  | 'UNSPECIFIED';

/** How often. `dueDay`, `covers` and the other extras stand only where the words give them; see the fixture for each shape. */
export type TimingRecurrence = {
  freq: Frequency;
  interval: number;
  count?: { min: number | null; max: number | null };
  unit?: string;
  per?: string[];
  [extra: string]: unknown;
};

/** `lastDay` is the last day on which the work is still in time: "trước ngày 15/01" has the 14th. */
export type TimingDeadline =
  | { date: IsoDate; inclusive: boolean; lastDay: IsoDate; time?: string }
  | { relative: { anchor: string; offset: number; unit: string; direction: string; preferred?: string } };

/** What words about time mean. Nothing is invented: vague words give no window and no deadline. */
export type TimingReading = {
  windows: DateWindow[];
  periods: string[];
  deadline: TimingDeadline | null;
  recurrence: TimingRecurrence[];
  asNeeded: boolean;
};

/** `deadline`: the column asks by when ("Thời hạn hoàn thành"), so that "6/2025" is its last day and no window. */
export type TimingContext = { year: number | null; column: 'time' | 'deadline' };

export type Finding = Partial<TimingReading>;

/** One kind of expression: where it stands in the normalised text, and what it means there (null: not this kind after all). */
export type Recogniser = { pattern: RegExp; read: (match: RegExpExecArray, context: TimingContext) => Finding | null };
