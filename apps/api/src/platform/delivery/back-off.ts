/** How long to wait after each failure, and how often to try. */
export interface BackOff {
  firstSeconds: number;
  factor: number;
  mostSeconds: number;
  mostAttempts: number;
}

/** Up to a fifth more or less, so that what failed together does not come back together. */
const SPREAD = 0.2;

/**
 * Seconds until the next try after so many failures; undefined when it was tried often enough and waits for a person. The spread comes
 * from the row itself: the same row waits the same time, whoever works it out.
 */
export function secondsUntilRetry(failures: number, row: string, backOff: BackOff): number | undefined {
  if (failures >= backOff.mostAttempts) return undefined;
  const plain = Math.min(backOff.mostSeconds, backOff.firstSeconds * backOff.factor ** (failures - 1));
  return plain * (1 + SPREAD * (2 * fractionOf(`${row}/${failures}`) - 1));
}

/** A number from 0 to 1 that is always the same for a text (FNV-1a, its bits mixed once more). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffffffff;
}
