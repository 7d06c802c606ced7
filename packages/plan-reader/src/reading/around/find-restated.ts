import type { ReadItem } from '@phancong/contracts';
import { foldName } from '@phancong/units';

/** From this share of the words of a row on, prose says the row again. */
const most = 0.75;
const fewestWords = 3;

const wordsOf = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** "Sở Y tế" in one place and "Sở Y tế tỉnh" in the other are one lead. */
function shareLead(one: ReadItem, other: ReadItem): boolean {
  const names = other.leads.map((name) => foldName(name));
  return one.leads
    .map((name) => foldName(name))
    .some((name) => names.some((own) => own.startsWith(name) || name.startsWith(own)));
}

/** The row of the table that a clause of the prose says again: the same lead and nearly all the words of its title. */
export function findRestated(clause: ReadItem, rows: readonly ReadItem[]): ReadItem | null {
  const said = new Set(wordsOf(`${clause.title} ${clause.text}`));
  return (
    rows.find((row) => {
      const title = wordsOf(row.title);
      if (title.length < fewestWords || !shareLead(clause, row)) return false;
      return title.filter((word) => said.has(word)).length >= title.length * most;
    }) ?? null
  );
}
