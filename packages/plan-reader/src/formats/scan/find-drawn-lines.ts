import type { Rule, Rules } from '../page/page.js';

/** A page as black and white: `dark[y * width + x]` is 1 where there is ink. */
export type InkedPage = { width: number; height: number; dark: Uint8Array };

/** A line of a table is longer than any letter and thinner than any picture; both in points. */
const shortest = 18;
const thickest = 4;

/** Runs of ink along one row or column of points; gaps of two points are faults of the scanner. */
function findRuns(isDark: (at: number) => boolean, length: number, fewest: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  let last = -1;
  for (let at = 0; at <= length; at += 1) {
    if (at < length && isDark(at)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at === length || at - last > 2)) {
      if (last - from >= fewest) runs.push({ from, to: last + 1 });
      from = -1;
    }
  }
  return runs;
}

function findAlong(
  length: number,
  across: number,
  isDark: (across: number, along: number) => boolean,
  pointsPerPixel: number,
): Rule[] {
  const fewest = shortest / pointsPerPixel;
  const reach = Math.ceil(thickest / pointsPerPixel);
  const rules: Rule[] = [];
  for (let line = 0; line < across; line += 1) {
    for (const { from, to } of findRuns((at) => isDark(line, at), length, fewest)) {
      // A surface of ink is dark on both sides too; a line is not.
      let thick = 0;
      for (let at = from; at < to; at += 4) if (isDark(line - reach, at) || isDark(line + reach, at)) thick += 4;
      if (thick < (to - from) * 0.5)
        rules.push({ at: line * pointsPerPixel, from: from * pointsPerPixel, to: to * pointsPerPixel });
    }
  }
  return rules;
}

/** The upright and level lines that stand on a scanned page, in points; a line several dots thick comes several times. */
export function findDrawnLines({ width, height, dark }: InkedPage, pointsPerPixel: number): Rules {
  const at = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] === 1;
  return {
    level: findAlong(width, height, (y, x) => at(x, y), pointsPerPixel),
    upright: findAlong(height, width, (x, y) => at(x, y), pointsPerPixel),
  };
}
