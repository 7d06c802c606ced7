import type { Language } from '../../lib/dates.js';
import { formatNumber } from '../../lib/numbers.js';

/** "10-12", "12" where both ends are the same or one is missing, "-" without any. */
export function rangeOf({ min, max }: { min: number | null; max: number | null }, language: Language): string {
  const [low, high] = [min ?? max, max ?? min];
  if (low === null || high === null) return '-';
  return low === high ? formatNumber(low, language) : `${formatNumber(low, language)}-${formatNumber(high, language)}`;
}
