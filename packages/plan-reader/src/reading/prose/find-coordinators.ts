import { beginsDuty, readNames } from '@phancong/units';
import type { NameInList } from '@phancong/units';

/** "phối hợp với", "phối hợp chặt chẽ với", "phối hợp X": the names of the partners follow. */
const withWhom =
  /(?<![\p{L}])(?:[Pp]hối(?: kết)? hợp|[Pp]hối, kết hợp|[Cc]ùng với|[Hh]iệp đồng)(?: (?:chặt chẽ|thường xuyên|đồng bộ|hiệu quả|tốt|kịp thời|liên ngành|trực tiếp|tích cực|triển khai|thực hiện|công tác))*(?:,? (?:cùng với|với|cùng))?(?= )/gu;
const parties = /(?<![\p{L}])(?:ký kết|ký)(?: (?:các|những))?(?: [^.;]{0,100}?)? với(?= )/gu;
/** Behind these words somebody else coordinates: whoever is directed, or the receiver of what is given. */
const ofOthers = /(?<![\p{L}])(?:để|nhằm)(?: [\p{L}]+){0,3} $/u;

function readAt(text: string, from: number): { names: NameInList[]; end: number } | null {
  const direct = readNames(text, from);
  if (!direct) return null;
  return direct;
}

/** "Sở Văn hóa và Thể thao tham mưu, giúp UBND Thành phố về …, Đài … xây dựng": a remark on a partner stands inside the list. */
function afterRemark(text: string, end: number): { names: NameInList[]; end: number } | null {
  const remark = /^ ?(?:\([^)]{0,150}\)|tham mưu,? giúp [^,.;]{3,120})(?:,| và) /u.exec(text.slice(end));
  return remark ? readNames(text, end + remark[0].length) : null;
}

/** The partners that a duty names ("phối hợp với X, Y", "X phối hợp"), each with its place. */
export function findCoordinators(text: string, from = 0): NameInList[] {
  const found: NameInList[] = [];
  const add = (names: readonly NameInList[]) => {
    for (const name of names) if (!found.some((other) => other.name === name.name)) found.push(name);
  };
  for (const match of text.matchAll(withWhom)) {
    if (match.index < from || ofOthers.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const after = match.index + match[0].length;
    const rest = text.slice(after).trimStart();
    if (beginsDuty(rest) || /^(?:giữa|trong|thông tin|về|liên ngành|để)/u.test(rest)) continue;
    const names = readAt(text, after);
    if (!names) continue;
    add(names.names);
    const more = afterRemark(text, names.end);
    if (more) add(more.names);
  }
  for (const match of text.matchAll(parties)) {
    if (match.index < from) continue;
    const names = readAt(text, match.index + match[0].length);
    if (names) add(names.names);
  }
  return found;
}
