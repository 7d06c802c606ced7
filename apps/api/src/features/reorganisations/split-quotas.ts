import type { Target } from '@phancong/contracts';

/** A successor and its weight: one each where the key is "equal", else the number that a person typed. */
export interface Share {
  toUnitId: string;
  number: number;
}

/** What a successor owes of the targets of one task. */
export interface QuotaPart {
  toUnitId: string;
  targets: Target[];
}

/** Hundred per cent of something is hundred per cent of each part of it. */
const isRate = ({ unit }: Target) => /%|phần trăm/iu.test(unit);

/** Finest unit of an amount: 12 is counted in ones, 2.5 in tenths. */
const scaleOf = (amount: number) => 10 ** (String(amount).split('.')[1]?.length ?? 0);

/**
 * An amount cut by weights without a rest: each part is its exact share rounded down, and what is left goes one by one to the largest
 * remainders, the earlier successor first. The parts add up to the amount.
 */
export function cutAmount(amount: number, weights: readonly number[]): number[] {
  const scale = scaleOf(amount);
  const whole = Math.round(amount * scale);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (whole * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = whole - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder) {
    if (left <= 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => part / scale);
}

/** The range of a target by successor. What lies between least and most is cut by itself, so that no part owes more at least than at most. */
function cutRange({ min, max }: Target, weights: readonly number[]): { min: number | null; max: number | null }[] {
  const least = min === null ? null : cutAmount(min, weights);
  if (max === null) return weights.map((_, place) => ({ min: least?.[place] ?? null, max: null }));
  const scale = Math.max(scaleOf(max), scaleOf(min ?? 0));
  const between = cutAmount(Math.round((max - (min ?? 0)) * scale) / scale, weights);
  return between.map((part, place) => ({
    min: least?.[place] ?? null,
    max: Math.round(((least?.[place] ?? 0) + part) * scale) / scale,
  }));
}

/** The targets of one task, re-split among the successors. Amounts add up to what they were; rates bind each successor alike. */
export function splitTargets(targets: readonly Target[], shares: readonly Share[]): QuotaPart[] {
  const weights = shares.map(({ number }) => number);
  const cut = targets.map((target) => (isRate(target) ? null : cutRange(target, weights)));
  return shares.map(({ toUnitId }, place) => ({
    toUnitId,
    targets: targets.map((target, at) => ({ ...target, ...cut[at]?.[place] })),
  }));
}

/** Nothing of an amount fell to this successor. */
export const isNothing = ({ min, max }: Target) => (min ?? max ?? 1) === 0 && (max ?? 0) === 0;
