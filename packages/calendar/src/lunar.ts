import { addDays, makeDate } from './dates.js';
import type { IsoDate } from './dates.js';

/** A day of the Vietnamese lunar calendar. `leap`: in the second of two months with that number. */
export type LunarDay = { year: number; month: number; day: number; leap: boolean };

/**
 * The Vietnamese lunar calendar by its rules, which are those of the Chinese one in the time of Hà Nội (UTC+7; Decision 121-CP of
 * 08/8/1967): a month begins on the day of the new moon; the month of the winter solstice is the eleventh; of thirteen months between two
 * solstices the first in which the sun enters no sign is doubled. New moons after Meeus, Astronomical Algorithms, chapter 49; longitude of
 * the sun after chapter 25 (0.01 degrees). True for 1968-2100, where the difference of clock and ephemeris is below two minutes.
 */
const hanoi = 7 / 24;
const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Seconds by which the clock of the earth is behind that of the ephemeris: some 50 in 1980, 69 in 2020. */
const clockBehind = (years: number) => (years < 0 ? 64 + years * 0.7 : 64 + years * 0.3) / 86_400;

/** Largest first: [factor, moons, suns, nodes, power of the eccentricity] of sin(moons·M' + suns·M + nodes·F). */
const terms: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 1, 0, 0, 0],
  [0.17241, 0, 1, 0, 1],
  [0.01608, 2, 0, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, 1, -1, 0, 1],
  [-0.00514, 1, 1, 0, 1],
  [0.00208, 0, 2, 0, 2],
  [-0.00111, 1, 0, -2, 0],
  [-0.00057, 1, 0, 2, 0],
  [0.00056, 2, 1, 0, 1],
  [-0.00042, 3, 0, 0, 0],
  [0.00042, 0, 1, 2, 1],
  [0.00038, 0, 1, -2, 1],
  [-0.00024, 2, -1, 0, 1],
  [-0.00007, 1, 2, 0, 0],
  [0.00004, 2, 0, -2, 0],
  [0.00004, 0, 3, 0, 0],
];

/** Julian day, by the clock, of the new moon number `k` after that of 6 January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const periodic = terms.reduce(
    (sum, [factor, moons, suns, nodes, power]) =>
      sum + factor * eccentricity ** power * sine(moons * moon + suns * sun + nodes * node),
    0,
  );
  const planets =
    0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t * t) +
    0.000165 * sine(251.88 + 0.016321 * k) +
    0.000164 * sine(251.83 + 26.651886 * k) -
    0.00017 * sine(124.7746 - 1.56375588 * k);
  return 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t + periodic + planets - clockBehind(t * 100);
}

/** Number of the day in Hà Nội on which the moon is new. */
const newMoonDay = (k: number) => Math.floor(newMoon(k) + 0.5 + hanoi);

/** In which twelfth of its way, of thirty degrees each, the sun stands when that day begins in Hà Nội. */
function signAt(day: number): number {
  const t = (day - 0.5 - hanoi - 2451545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const longitude =
    280.46646 +
    36_000.76983 * t +
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    0.019993 * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly) -
    0.00569 -
    0.00478 * sine(125.04 - 1934.136 * t);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const epoch = '2000-01-01';
const julianOfEpoch = 2_451_545;
const toDate = (day: number): IsoDate => addDays(epoch, day - julianOfEpoch);

/** The winter solstice opens sign 9 (270 degrees). */
function monthOfSolstice(year: number): number {
  const nearDecember = Math.round((year + 0.97 - 2000) * 12.3685);
  let k = nearDecember + 1;
  while (signAt(newMoonDay(k)) >= 9 || signAt(newMoonDay(k)) < 3) k -= 1;
  // `k` begins before the solstice and `k + 1` after it, or on its day.
  return signAt(newMoonDay(k + 1)) >= 9 || signAt(newMoonDay(k + 1)) < 3 ? k : k + 1;
}

type Month = { k: number; month: number; leap: boolean };

/** The months from the eleventh of `year - 1` up to the tenth of `year`, with the doubled one where there is one. */
function monthsUpTo(year: number): Month[] {
  const [first, next] = [monthOfSolstice(year - 1), monthOfSolstice(year)];
  const isLong = next - first === 13;
  const months: Month[] = [];
  let doubled = false;
  let month = 11;
  for (let k = first; k < next; k += 1) {
    const hasNoSign = signAt(newMoonDay(k)) === signAt(newMoonDay(k + 1));
    const leap = isLong && !doubled && k > first && hasNoSign;
    if (leap) doubled = true;
    else if (k > first) month = (month % 12) + 1;
    months.push({ k, month, leap });
  }
  return months;
}

/** The months of a lunar year: from its first up to its twelfth, which reaches into the next year of the sun. */
function monthsOf(year: number): Month[] {
  const before = monthsUpTo(year);
  const start = before.findIndex(({ month }) => month === 1);
  const after = monthsUpTo(year + 1);
  const end = after.findIndex(({ month }) => month === 1);
  return [...before.slice(start), ...after.slice(0, end)];
}

const [firstYear, lastYear] = [1968, 2100];

/** The day of the sun calendar; null where the month has no such day, or the year is outside 1968-2100. */
export function fromLunar({ year, month, day, leap }: LunarDay): IsoDate | null {
  if (year < firstYear || year > lastYear || day < 1) return null;
  const found = monthsOf(year).find((one) => one.month === month && one.leap === leap);
  if (!found) return null;
  const [start, end] = [newMoonDay(found.k), newMoonDay(found.k + 1)];
  return start + day - 1 < end ? toDate(start + day - 1) : null;
}

/** The day of the lunar calendar; null outside 1969-2099. */
export function toLunar(date: IsoDate): LunarDay | null {
  const year = Number(date.slice(0, 4));
  if (makeDate(year, Number(date.slice(5, 7)), Number(date.slice(8, 10))) === null) return null;
  if (year <= firstYear || year >= lastYear) return null;
  for (const lunarYear of [year, year - 1]) {
    for (const { k, month, leap } of monthsOf(lunarYear)) {
      const [start, end] = [toDate(newMoonDay(k)), toDate(newMoonDay(k + 1))];
      if (date >= start && date < end)
        return {
          year: lunarYear,
          month,
          leap,
          day: Math.round((Date.parse(date) - Date.parse(start)) / 86_400_000) + 1,
        };
    }
  }
  return null;
}
