import { isDeepStrictEqual } from 'node:util';

import type { Target, Timing } from '@phancong/contracts';
import { resolveUnitName } from '@phancong/units';

/** The days and rhythms of a timing, without the words that say them. */
const daysOf = ({ windows, periods = [], deadline, recurrence, asNeeded }: Timing) => ({
  windows: windows.map(({ start, end }) => `${start} ${end}`).sort(),
  periods,
  lastDay: deadline?.lastDay ?? deadline?.date ?? null,
  relative: deadline?.relative ?? null,
  recurrence,
  asNeeded,
});

/** "Quý I-IV" and "Quý I đến Quý IV" ask for the same days. Two timings without any day differ by their words. */
export function sameTime(first: Timing, second: Timing): boolean {
  const [one, other] = [daysOf(first), daysOf(second)];
  if (!isDeepStrictEqual(one, other)) return false;
  const saysDays = one.windows.length > 0 || one.lastDay || one.relative || one.recurrence.length > 0 || one.asNeeded;
  return Boolean(saysDays) || (first.text === null) === (second.text === null);
}

/** The unit that a name means on a day; a name that the registry does not know means itself. */
function meantBy(name: string, asOf: string): string {
  const found = resolveUnitName(name, { asOf });
  return found.kind === 'unit' || found.kind === 'class' ? `${found.kind} ${found.key}` : name.trim().toLowerCase();
}

/** The same units, in whatever order and however their names are written. */
export function sameUnits(first: readonly string[], second: readonly string[], asOf: string): boolean {
  const meant = (names: readonly string[]) => [...new Set(names.map((name) => meantBy(name, asOf)))].sort();
  return isDeepStrictEqual(meant(first), meant(second));
}

/** The same amounts of the same things; the wording of what is counted is free. */
export function sameTargets(first: readonly Target[], second: readonly Target[]): boolean {
  const amounts = (targets: readonly Target[]) =>
    targets
      .map(({ min, max, unit, per, period, approx = false }) =>
        JSON.stringify([min, max, unit.toLowerCase(), per, period, approx]),
      )
      .sort();
  return isDeepStrictEqual(amounts(first), amounts(second));
}
