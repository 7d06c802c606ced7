/** The numbers under which processes wait for each other in one database: all in one place, so that no two things share one. */
export const advisoryLocks = {
  migrations: 7_002_025,
  demonstration: 7_002_026,
  reorganisations: 63_342_025,
  liveOrder: 7_002_030,
  outboxOrder: 7_002_031,
  ownReleases: 7_002_032,
} as const;
