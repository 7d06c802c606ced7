/**
 * What the whole document tells each row: its year, the day for the registry, what its column of times asks, and whether its column
 * of leads names partners too, and the
 * words over its column of money.
 */
export type ReadingContext = {
  year: number | null;
  asOf: string;
  timingColumn: 'time' | 'deadline';
  sharedLeads?: boolean;
  budgetHeader?: string;
  /** The table has no column of times, so that its sentences say when. */
  timesInText?: boolean;
};
