import { readNames } from '@phancong/units';
import type { NameInList } from '@phancong/units';

export type StatedRoles = { leads: NameInList[]; coordinators: NameInList[] };

/** "(Sở Y tế chủ trì, Sở Tài chính phối hợp)", "… do Sở Y tế chủ trì": roles that are said behind the duty. */
export function findStatedRoles(text: string): StatedRoles {
  const roles: StatedRoles = { leads: [], coordinators: [] };
  if (!/chủ trì|đầu mối|chịu trách nhiệm chính/u.test(text)) return roles;
  for (const match of text.matchAll(/(?<![\p{L}])do |\((?:giao )?|[,;] /gu)) {
    const found = readNames(text, match.index + match[0].length);
    if (!found) continue;
    const rest = text.slice(found.end);
    const inBrackets = text.lastIndexOf('(', match.index + 1) > text.lastIndexOf(')', match.index);
    const isDo = match[0].startsWith('do');
    if ((isDo || inBrackets) && /^ (?:làm đầu mối|là đầu mối|chủ trì|chịu trách nhiệm chính)(?![\p{L}])/u.test(rest))
      roles.leads.push(...found.names);
    else if (inBrackets && roles.leads.length > 0 && /^ phối hợp(?: thực hiện)?\s*[).;,]/u.test(rest))
      roles.coordinators.push(...found.names);
  }
  return roles;
}
