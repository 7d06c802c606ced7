import { beginsDuty, isKnownName, readNames } from '@phancong/units';
import type { NamesInText } from '@phancong/units';

import { isLabelLine } from './find-role-labels.js';

/** Who is said to do it, and where the doing begins. */
export type Subject = NamesInText & { duty: number };

/** "Trên cơ sở …, BHXH tỉnh phân bổ": what may stand before the doer of a sentence. */
const opening =
  /^\s*(?:Trên cơ sở|Căn cứ|Ngoài|Bên cạnh|Để|Nhằm|Trong|Hàng năm|Hằng năm|Định kỳ|Đối với|Khi|Sau khi|Trước|Theo|Từ|Đồng thời|Riêng)(?![\p{L}])[^.;:]{0,400}?, /u;
const asked =
  /^\s*(?:-\s*)?(?:[Đđ]ề nghị|[Gg]iao(?: cho| nhiệm vụ cho)?|[Yy]êu cầu|[Pp]hân công|[Đđ]ối với|[Rr]iêng|[Mm]ời)\s+/u;
const modal =
  /^\s*(?:\([^)]{0,80}\)\s*)?(?:(?:sẽ|phải|cần|có nhiệm vụ|có trách nhiệm|chịu trách nhiệm(?: trước [^:;.]{3,80})?|thì|cùng|là đơn vị|là cơ quan|là đầu mối|được giao|tự)(?![\p{L}]))/u;

const noVerb = /^\s*(?:và|của|về|trong|trên|tại|theo|để|với|cho|từ|do|là|nhằm|khi|như|hoặc|-|–)(?![\p{L}])/u;

function dutyAfter(text: string, end: number): number | null {
  const rest = text.slice(end);
  const colon = /^\s*(?:\([^)]{0,120}\)\s*)?[:–-]\s+/u.exec(rest);
  if (colon && !/^\s*[–-]/u.test(rest)) return end + colon[0].length;
  if (modal.test(rest)) return end + (/^\s*(?:\([^)]{0,120}\)\s*)?/u.exec(rest)?.[0].length ?? 0);
  const words = rest.replace(/^\s*\([^)]{0,120}\)/u, '').trimStart();
  if (/^(?:chính|toàn diện)/u.test(words)) return null;
  // "lấy 600 mẫu": a small word before a number is done.
  if (
    /^\p{Ll}+ \d/u.test(words) &&
    !noVerb.test(words) &&
    !/^(?:số|khu|tổ|cấp|thứ|năm|quý|tháng|ngày|có|gồm|đạt|còn|hơn|tăng|giảm|khoảng|trên|dưới|chiếm|bằng|được|bị|thuộc|khóa|lần|đợt|ít|tối)\s/u.test(
      words,
    )
  )
    return end + rest.length - words.length;
  return beginsDuty(words) && !/^(?:thông tin|truyền thông|đào tạo|giao|nhận)(?! (?:cho|với|kịp|đầy))/u.test(words)
    ? end + rest.length - words.length
    : null;
}

/** "Ban Quản lý xây dựng nông thôn mới: Lập hồ sơ …": a verb inside a name that a colon ends. */
function extendToColon(text: string, found: NamesInText | null): NamesInText | null {
  const [only, ...more] = found?.names ?? [];
  if (!found || !only || more.length > 0) return found;
  const rest = /^(?: (?!và |với )\p{Ll}[\p{L}-]*){1,8}(?=: \p{Lu})/u.exec(text.slice(found.end))?.[0] ?? '';
  if (rest === '' || noVerb.test(rest) || /^ (?:có|chịu|chủ trì|phối hợp|sẽ|phải|cần) /u.test(`${rest} `)) return found;
  const end = found.end + rest.length;
  return { names: [{ name: only.name + rest, start: only.start, end }], end };
}

function subjectAt(text: string, from: number): Subject | null {
  const found = extendToColon(text, readNames(text, from));
  if (!found) return null;
  const rest = text.slice(found.end);
  const isKnown = found.names.every(({ name }) => isKnownName(name)) && /^ \p{Ll}/u.test(rest) && !noVerb.test(rest);
  const duty = dutyAfter(text, found.end) ?? (isKnown ? found.end + 1 : null);
  return duty === null ? null : { ...found, duty };
}

/**
 * The office that a sentence itself makes the doer: at its start ("Sở Y tế chủ trì …", "Giao Sở Y tế …", "Sở Y tế: …") or after
 * the words that lead into it ("Trên cơ sở nguồn kinh phí được cấp, BHXH tỉnh phân bổ …"). Null where the sentence names none.
 */
export function findSubject(text: string, from = 0): Subject | null {
  if (isLabelLine(text.slice(from))) return null;
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const request = asked.exec(text.slice(start))?.[0].length ?? 0;
  const direct = subjectAt(text, start + request);
  const passedOn = direct
    ? /^\s*(?:yêu cầu|đề nghị|giao|phân công)(?: cho| nhiệm vụ cho)? (?=\p{Lu}|các |những )/u.exec(
        text.slice(direct.end),
      )
    : null;
  if (direct && passedOn) return subjectAt(text, direct.end + passedOn[0].length) ?? direct;
  if (direct) return direct;
  if (request > 0) {
    const found = readNames(text, start + request);
    if (found && /^\s*(?:[,.:;]|$)/u.test(text.slice(found.end))) return null;
  }
  const titled = /^\s*(?:[^:;.]|\.(?=\S)){3,160}: (?=\p{Lu}|các |những )/u.exec(text.slice(start));
  const below = start + (titled?.[0].length ?? 0);
  const ofTitle = titled ? subjectAt(text, below + (asked.exec(text.slice(below))?.[0].length ?? 0)) : null;
  if (ofTitle) return ofTitle;
  const lead = opening.exec(text.slice(start));
  if (!lead) return null;
  for (const comma of text.slice(start, start + 600).matchAll(/, (?=\p{L})/gu)) {
    const at = start + comma.index + 2;
    if (at < start + 10) continue;
    if (!/^\p{Lu}|^(?:các|những) /u.test(text.slice(at))) continue;
    const subject = subjectAt(text, at);
    if (subject) return subject;
  }
  return null;
}
