import type { Unit } from '@phancong/contracts';

type Living = Pick<Unit, 'id' | 'validFrom' | 'validTo' | 'successorIds'>;

const hasEnded = (unit: Living, day: string) => unit.validTo !== null && unit.validTo < day;

/**
 * Who answers on `day` ('YYYY-MM-DD') for what a unit held: the unit itself while it has not ended, else its successors, followed
 * through successors that ended too. Empty when nobody took over; several after a split. A successor that begins later than
 * `day` counts: work can wait for it, it cannot go back.
 */
export function heirsOf(unitId: string, units: ReadonlyMap<string, Living>, day: string): string[] {
  const heirs = new Set<string>();
  const seen = new Set<string>();
  const follow = (id: string) => {
    const unit = units.get(id);
    if (!unit || seen.has(id)) return;
    seen.add(id);
    if (!hasEnded(unit, day)) heirs.add(id);
    else unit.successorIds.forEach(follow);
  };
  follow(unitId);
  return [...heirs];
}

/** The day so many days later, or earlier when negative. */
export const shiftDay = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day on which the successors of a unit with this last day begin. */
export const dayAfter = (lastDay: string): string => shiftDay(lastDay, 1);

/** Units whose last day was the eve of `day`, in the order given. */
export function endedOnEveOf<Given extends Living>(units: Iterable<Given>, day: string): Given[] {
  const eve = shiftDay(day, -1);
  return [...units].filter((unit) => unit.validTo === eve);
}
