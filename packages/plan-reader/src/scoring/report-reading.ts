import type { PlanReading } from '@phancong/contracts';

import { scoreReading } from './score-reading.js';
import type { ExpectedReading } from './score-reading.js';

/** What a later reading of the same document is held to: how well it was found, what was missed, what was doubted. */
export type ReadingReport = {
  found: Record<
    'itemPrecision' | 'itemRecall' | 'leads' | 'coordinators' | 'timing' | 'targets' | 'otherFields',
    number
  >;
  missed: string[];
  doubted: Record<string, number>;
};

const round = (share: number) => Math.round(share * 1000) / 1000;

/** Holds a reading against the one that a person wrote down. */
export function reportReading(reading: PlanReading, expected: ExpectedReading): ReadingReport {
  const score = scoreReading(reading, expected);
  const doubted: Record<string, number> = {};
  for (const { code } of reading.doubts) doubted[code] = (doubted[code] ?? 0) + 1;
  return {
    found: {
      itemPrecision: round(score.items.precision),
      itemRecall: round(score.items.recall),
      leads: round(score.leads),
      coordinators: round(score.coordinators),
      timing: round(score.timing),
      targets: round(score.targets),
      otherFields: round(score.otherFields),
    },
    missed: score.misses,
    doubted: Object.fromEntries(Object.entries(doubted).toSorted(([a], [b]) => a.localeCompare(b))),
  };
}
