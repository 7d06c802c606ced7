/** How often a move is decided anew because something that it stands on moved, or was held, between read and write. */
export const MOST_TRIES = 40;

const LONGEST_PAUSE_MS = 100;

/** Nothing before the first tries, then a little longer each time: about three seconds in all. */
export function pauseBefore(tries: number): Promise<void> | undefined {
  if (tries < 3) return undefined;
  return new Promise((resolve) => setTimeout(resolve, Math.min(2 ** (tries - 3), LONGEST_PAUSE_MS)));
}
