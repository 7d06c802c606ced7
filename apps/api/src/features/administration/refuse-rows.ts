import type { Person, Unit } from '@phancong/contracts';
import { isInBeing } from '@phancong/units';

import type { Caller } from '../people/request-actor.js';
import { comparePeople } from './compare-people.js';
import { rowWords, type ReadPost, type TableFault } from './people-table.js';

interface Ground {
  caller: Pick<Caller, 'actor' | 'today'>;
  /** Null: all. */
  kept: readonly string[] | null;
  units: ReadonlyMap<string, Unit>;
  posts: readonly ReadPost[];
  known: readonly Person[];
}

/** Rows that are well written and still may not be taken: of the administrator himself, of people of others, in units that are gone. */
export function refuseRows({ caller, kept, units, posts, known }: Ground): TableFault[] {
  const { today, actor } = caller;
  const byName = new Map(known.map((person) => [person.username, person]));
  return [...Map.groupBy(posts, ({ username }) => username)].flatMap(([username, rows]): TableFault[] => {
    const [first] = rows;
    const person = byName.get(username);
    const changes = comparePeople(rows, person ? [person] : [], { today, unitNames: String });
    const at = (words: TableFault['words']) => [{ row: first?.row ?? 1, column: 'Tên đăng nhập' as const, words }];
    if (kept !== null && person?.posts.some(({ unitId }) => !kept.includes(unitId))) return at(rowWords.elsewhere);
    const { corrected, given, moved, left } = changes;
    const ownChanges = corrected.length + given.length + moved.length + left.length;
    if (person?.id === actor.personId && ownChanges > 0) return at(rowWords.own);
    // Posts that are held already may stand in a unit that is gone; new ones may not.
    return given.flatMap(({ unitId, post, validFrom }) => {
      const unit = units.get(unitId);
      const from = validFrom && validFrom > today ? validFrom : today;
      if (!unit || isInBeing(unit, from)) return [];
      const row = rows.find((one) => one.unitId === unitId && one.post === post)?.row ?? 1;
      return [{ row, column: 'Mã đơn vị' as const, words: rowWords.endedUnit }];
    });
  });
}
