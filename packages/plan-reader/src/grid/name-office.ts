import { caseOfficeName, opensName, readNames } from '@phancong/units';

/** The title of a group as the name of an office, letter for letter as long as it stands there; null where it is about a matter. */
export function nameOffice(title: string): string | null {
  const words = title.replaceAll('\n', ' ').replace(/[\s:.;]+$/u, '');
  const name = words === words.toUpperCase() ? caseOfficeName(words) : words;
  if (name.length !== words.length || name.length > 120 || !opensName(name)) return null;
  return readNames(name, 0)?.end === name.length ? name : null;
}
