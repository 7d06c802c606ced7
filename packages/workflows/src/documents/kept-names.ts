/** Names that the system keeps for itself: what happens to every flow, or beside it. */
export const keptNames: readonly string[] = [
  'start',
  'remind',
  'deadlinePassed',
  'extended',
  'parentEnded',
  'amended',
  'reorganised',
  'upgraded',
  'repaired',
];
