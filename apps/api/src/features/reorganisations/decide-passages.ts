import type { IsoDate, PassageDecision, Unit, Words } from '@phancong/contracts';
import { endedOnEveOf, heirsOf, isInBeing } from '@phancong/units';

/** An ended unit, the successors that the registry names, and the one that takes over. */
export interface DecidedPassage {
  from: Unit;
  heirs: Unit[];
  to: Unit | null;
}

/** Work of one plan row that goes elsewhere than the rest of its unit. */
export interface RowPassage {
  fromId: string;
  itemId: string;
  toId: string;
}

export interface DecidedPassages {
  passages: DecidedPassage[];
  rows: RowPassage[];
  /** Decisions that cannot be followed, by their place in the list. */
  faults: { place: number; words: Words }[];
}

const faults = {
  notEnded: (id: string): Words => ({
    vi: `«${id}» không phải đơn vị kết thúc vào ngày này; hãy bỏ quyết định hoặc chọn ngày khác.`,
    en: `“${id}” did not end on this day; remove the decision or choose another day.`,
  }),
  notThere: (id: string): Words => ({
    vi: `Đơn vị nhận «${id}» không tồn tại vào ngày này; hãy chọn đơn vị đang hoạt động.`,
    en: `The receiving unit “${id}” is not in being on this day; choose one that is.`,
  }),
};

/**
 * Who takes over from whom when the units that ended on the eve of `on` pass their work: a person's decision first, else the
 * only successor of the registry. A unit without a successor, or with several, waits for a decision: nothing is guessed.
 * `today` matters where a successor has ended in the meantime.
 */
export function decidePassages(
  units: ReadonlyMap<string, Unit>,
  { on, today, decisions }: { on: IsoDate; today: IsoDate; decisions: readonly PassageDecision[] },
): DecidedPassages {
  const day = today > on ? today : on;
  const ended = endedOnEveOf(units.values(), on);
  const endedIds = new Set(ended.map(({ id }) => id));
  const found: DecidedPassages['faults'] = [];
  const chosen = new Map<string, string>();
  const rows: RowPassage[] = [];
  for (const [place, { unitId, itemId, toUnitId }] of decisions.entries()) {
    const receiver = units.get(toUnitId);
    if (!endedIds.has(unitId)) found.push({ place, words: faults.notEnded(unitId) });
    else if (!receiver || !isInBeing(receiver, day)) found.push({ place, words: faults.notThere(toUnitId) });
    else if (itemId) rows.push({ fromId: unitId, itemId, toId: toUnitId });
    else chosen.set(unitId, toUnitId);
  }
  const passages = ended.map((from): DecidedPassage => {
    const heirs = heirsOf(from.id, units, day).flatMap((id) => units.get(id) ?? []);
    const only = heirs.length === 1 && from.passOn !== 'ask' ? heirs[0] : undefined;
    return { from, heirs, to: units.get(chosen.get(from.id) ?? '') ?? only ?? null };
  });
  return { passages, rows, faults: found };
}
