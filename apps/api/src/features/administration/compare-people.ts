import type { IsoDate, PeopleWorkbookRead, Person } from '@phancong/contracts';

import type { TablePost } from './people-table.js';

type Comparison = Pick<PeopleWorkbookRead, 'people' | 'corrected' | 'given' | 'moved' | 'left' | 'unchanged'>;

const keyOf = ({ unitId, post }: { unitId: string; post: string }) => `${unitId} ${post}`;

const byName = (one: { username: string }, other: { username: string }) => (one.username < other.username ? -1 : 1);

/**
 * What has to happen for the people who are kept to become those of the table. The table speaks for the units that it names and for no
 * other: whoever holds a post there, and does not stand in it with that post, has left it. Comparing again finds nothing to do.
 */
export function comparePeople(
  table: readonly TablePost[],
  known: readonly Person[],
  { today, unitNames }: { today: IsoDate; unitNames: (unitId: string) => string },
): Comparison {
  const listed = Map.groupBy(table, ({ username }) => username);
  const knownByName = new Map(known.map((person) => [person.username, person]));
  const spokenFor = new Set(table.map(({ unitId }) => unitId));
  const result: Comparison = { people: [], corrected: [], given: [], moved: [], left: [], unchanged: 0 };

  for (const [username, rows] of listed) {
    const person = knownByName.get(username);
    const [{ fullName, email } = { fullName: '', email: null }] = rows;
    if (!person) result.people.push({ username, fullName, email });
    else if (person.fullName !== fullName || person.email !== email) {
      result.corrected.push({ id: person.id, username, fullName, email, version: person.version });
    }
    const held = new Map(
      (person?.posts ?? []).filter((post) => isOpen(post, today)).map((post) => [keyOf(post), post]),
    );
    for (const row of rows) {
      const { unitId, unitName, post, validFrom, validTo } = row;
      const now = held.get(keyOf(row));
      const listedPost = { username, fullName, unitId, unitName, post, validTo };
      if (now && now.validTo === validTo) result.unchanged += 1;
      else if (now) result.moved.push({ ...listedPost, validFrom: now.validFrom, holdingId: now.id });
      // A post that is over already would be written again with every import.
      else if (validTo === null || validTo >= today)
        result.given.push({ ...listedPost, validFrom: validFrom ?? today });
      else result.unchanged += 1;
    }
  }

  for (const { username, fullName, posts } of known) {
    const stays = new Set((listed.get(username) ?? []).map(keyOf));
    for (const post of posts) {
      if (!isOpen(post, today) || !spokenFor.has(post.unitId) || stays.has(keyOf(post))) continue;
      const { id, unitId, validFrom, validTo } = post;
      const unitName = unitNames(unitId);
      result.left.push({ username, fullName, unitId, unitName, post: post.post, validFrom, validTo, holdingId: id });
    }
  }
  for (const list of [result.people, result.corrected, result.given, result.moved, result.left]) list.sort(byName);
  return result;
}

const isOpen = ({ validTo }: { validTo: IsoDate | null }, today: IsoDate) => validTo === null || validTo >= today;
