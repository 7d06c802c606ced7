import { cameBackLate, exemplary, forgetful, provinceOf, withReturnedReport } from './cast.js';
import type { Chances } from './random.js';

/** How an office works; drawn once and kept through the whole demonstration. */
export interface Character {
  /** Working days from the assignment to the acknowledgement; three are allowed before a reminder. */
  acknowledgesAfter: number;
  /** Of a hundred records that could be kept, how many are. */
  diligence: number;
  /** When it hands in the report of a quarter. */
  reports: 'early' | 'inTime' | 'late' | 'partly';
  /** Tasks that it never acknowledges. */
  forgets: number;
  /** Acknowledges a few tasks only, and in March. */
  cameBackLate: boolean;
}

function drawReports(chances: Chances): Character['reports'] {
  const lot = chances.between(1, 100);
  if (lot <= 30) return 'early';
  if (lot <= 92) return 'inTime';
  return lot <= 97 ? 'late' : 'partly';
}

function drawSpeed(chances: Chances): number {
  const lot = chances.between(1, 100);
  if (lot <= 82) return chances.between(1, 2);
  return lot <= 95 ? chances.between(3, 6) : chances.between(8, 13);
}

export function drawCharacter(unitId: string, chances: Chances): Character {
  const office = provinceOf(unitId);
  const drawn: Character = {
    acknowledgesAfter: drawSpeed(chances),
    diligence: chances.between(62, 97),
    reports: drawReports(chances),
    forgets: forgetful.includes(office) ? chances.between(1, 2) : 0,
    cameBackLate: office === cameBackLate,
  };
  if (office === exemplary) return { ...drawn, acknowledgesAfter: 1, diligence: 100, reports: 'early' };
  if (office === withReturnedReport.office) return { ...drawn, acknowledgesAfter: 2, diligence: 82, reports: 'inTime' };
  return drawn;
}
