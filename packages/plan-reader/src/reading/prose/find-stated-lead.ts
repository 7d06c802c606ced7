import { opensLooseName, readNames } from '@phancong/units';
import type { NameInList } from '@phancong/units';

export type StatedRoles = { leads: NameInList[]; coordinators: NameInList[] };

/** "Vá ổ gà: do các nhà thầu thực hiện", "Thay khe co giãn: giao Ban Quản lý …": who does it stands behind a stop. */
const handsOver = /(?:[:,;(–-] ?)(?:do |giao(?: cho| nhiệm vụ cho)? |phân công(?: cho)? )/gu;
const carriesOut =
  /^,? tổ chức\s*(?:[.;)]|$)|^,? (?:tổ chức )?(?:thực hiện|triển khai|đảm nhận|đảm nhiệm|phụ trách|làm chủ đầu tư|là chủ đầu tư|chịu trách nhiệm)(?=\s*(?:[,.;)]|$|quanh |cả |suốt |hàng |hằng |trước |trong |từ |vào |xong |thường xuyên))/u;
const ends = /^\s*(?:[,.;)]|$|chủ trì|thực hiện|làm chủ đầu tư|phụ trách)/u;

/** "(Sở Y tế chủ trì, Sở Tài chính phối hợp)", "… do Sở Y tế chủ trì": roles that are said behind the duty. */
export function findStatedRoles(text: string): StatedRoles {
  const roles: StatedRoles = { leads: [], coordinators: [] };
  if (!/chủ trì|đầu mối|chịu trách nhiệm chính|do |[Gg]iao|[Pp]hân công|phối hợp|trưởng/u.test(text)) return roles;
  for (const match of text.matchAll(/(?<!\p{L})(?:đồng chí|đ\/c|ông|bà) (?=\p{Lu})/gu)) {
    const found = readNames(text, match.index + match[0].length);
    if (
      found &&
      /^ (?:làm|là) (?:trưởng đoàn|tổ trưởng|trưởng ban|đầu mối|trưởng tiểu ban)/u.test(text.slice(found.end))
    )
      roles.leads.push(...found.names);
  }
  for (const match of text.matchAll(/[:;,] (?=\p{Lu})/gu)) {
    const found = readNames(text, match.index + match[0].length);
    const joined = found && /^ phối hợp (?:với|cùng) /u.exec(text.slice(found.end));
    if (!found || !joined) continue;
    const partners = readNames(text, found.end + joined[0].length);
    if (partners && carriesOut.test(text.slice(partners.end))) roles.leads.push(...found.names);
  }
  if (roles.leads.length > 0) return roles;
  for (const match of text.matchAll(handsOver)) {
    const start = match.index + match[0].length;
    const found = readNames(text, start);
    const isDo = match[0].includes('do ');
    const whole = isDo
      ? /^[^.;:()]{3,60}?(?=,? (?:thực hiện|đảm nhận|phụ trách|làm chủ đầu tư)(?![\p{L}]))/u.exec(
          text.slice(start),
        )?.[0]
      : null;
    if (
      isDo &&
      whole &&
      opensLooseName(whole) &&
      carriesOut.test(text.slice(start + whole.length)) &&
      found?.end !== start + whole.length
    ) {
      roles.leads.push({
        name: whole.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
        start,
        end: start + whole.length,
      });
      continue;
    }
    if (found && (match[0].includes('do ') ? carriesOut : ends).test(text.slice(found.end)))
      roles.leads.push(...found.names);
  }
  if (roles.leads.length > 0) return roles;
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
