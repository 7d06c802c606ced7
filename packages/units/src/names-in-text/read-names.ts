import { isKnownName, mayBeginKnownName } from '../resolve-unit-name.js';
import type { NameInList } from '../split-unit-list.js';
import { beginsDuty, endsName } from './duty-words.js';
import { goesOnAsGroup, opensLooseName, opensName } from './office-words.js';

/** The names that stand together at one place of a sentence, and where the sentence goes on. */
export type NamesInText = { names: NameInList[]; end: number };

const longestName = 16;
const mostNames = 20;
const word = /(?:TP|Tp|T\.Ư)\.?(?= \p{Lu})|[^\s,;:.()“”"…]+(?:\.(?=\p{L}))?/uy;

type Word = { text: string; start: number; end: number };

function wordAt(text: string, from: number): Word | null {
  const start = from + (/^\s*/.exec(text.slice(from, from + 5))?.[0].length ?? 0);
  word.lastIndex = start;
  const match = word.exec(text);
  return match ? { text: match[0], start, end: start + match[0].length } : null;
}

/** The longest known name that begins here; names of the registry may hold commas, dashes and verbs. */
function endOfKnownName(text: string, start: number): number | null {
  if (!mayBeginKnownName(wordAt(text, start)?.text ?? '')) return null;
  let end: number | null = null;
  let at = start;
  for (let count = 0; count < longestName; count += 1) {
    const gap = /^[\s,]*/.exec(text.slice(at, at + 3))?.[0].length ?? 0;
    const next = wordAt(text, at + gap);
    if (!next || next.start - at > 3) break;
    at = next.end;
    if (isKnownName(text.slice(start, at))) end = at;
  }
  return end;
}

const isCapital = (words: string) => /^\p{Lu}/u.test(words);
const places =
  /^(?:tỉnh|thành phố|thành ủy|thành uỷ|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn|liên huyện|khu vực|trung ương|Trung ương|cấp (?:tỉnh|huyện|xã|trên|dưới))(?![\p{L}])/u;
const nounsLikeDuties =
  /^(?:quản lý|cung ứng|sử dụng|đào tạo|giáo dục|sản xuất|truyền thông|thông tin|kiểm soát|chuyên môn|phối hợp|thực hiện chính sách|cấp|tham mưu|chăm sóc|hỗ trợ|bảo vệ|điều tra|đầu tư|kiểm tra|chỉ đạo|phòng|khắc phục|ứng phó|nghiên cứu|tuyên truyền|phổ biến|thống kê|khuyến nông|giám sát|thu thập|tuần tra)(?![\p{L}])/u;
const nounBefore =
  /(?:cơ quan|đơn vị|cơ sở|doanh nghiệp|Ban Chỉ đạo|Ban chỉ đạo|Hội đồng|Tổ công tác|hội đồng|bộ phận|lực lượng|chính quyền|cấp ủy|Ban|ban|Cơ quan|Đơn vị|trung tâm|Trung tâm|khâu|người|tổ chức|viên|cán bộ|chiến sĩ|chủ|Chủ|Tổ|Đội|Chốt|tổ|đội|chốt)$/u;

function mayStandInName(text: string, start: number, at: Word): boolean {
  if (!endsName(text.slice(at.start, at.start + 40))) return true;
  const before = text.slice(start, at.start).trim();
  if (/(?:Tổng|Phòng|Hậu|Tham|Kiểm|Thanh)$/u.test(before)) return true;
  return nounBefore.test(before) && nounsLikeDuties.test(text.slice(at.start, at.start + 30));
}

const hasFields = /^(?:Phòng|Sở|Ban|Chi cục|Trung tâm|Cục|Vụ|Khoa) \p{Lu}/u;
const fieldsOn = /^\p{Ll}+(?: \p{Ll}+){0,3} và \p{Ll}+/u;

/** After "," or "và": does the same name go on, does another begin, or is the list over? */
function afterJoint(text: string, start: number, next: Word, joint: string): 'same' | 'new' | 'over' {
  const rest = text.slice(next.start, next.start + 60);
  const name = text.slice(start, next.start);
  if (
    /(?:báo chí|thông tấn)$/u.test(name.trimEnd().replace(/[,;]$/, '')) &&
    /^(?:truyền thông|báo chí)(?! \p{Ll}+ về)/u.test(rest)
  )
    return 'same';
  if (/^(?:phòng|sở|ban|trạm|hội|trường|đội|công an|đài|trung tâm|khoa|bệnh viện) \p{Lu}/u.test(rest)) return 'new';
  if (rest.startsWith('chính quyền')) return /^(?:các )?cấp (?:ủy|uỷ)/iu.test(name) ? 'same' : 'new';
  const isGroup = !isCapital(name) || /(?:^|\s)(?:[Cc]ác|[Nn]hững|Một số|Toàn thể) \p{Ll}/u.test(name);
  if (endsName(rest) && !(isGroup && goesOnAsGroup(rest) && !beginsDuty(rest))) return 'over';
  if (places.test(rest) || rest.startsWith('ngoài ')) return 'same';
  if (opensName(rest)) return 'new';
  if (isGroup && goesOnAsGroup(rest)) return 'same';
  if (opensLooseName(rest)) return 'new';
  if (!isGroup && isCapital(rest)) return 'same';
  // "Phòng Kỹ thuật, an toàn và môi trường": fields of one office, the last behind "và".
  if (!isGroup && joint === ',' && hasFields.test(name) && fieldsOn.test(rest)) return 'same';
  if (!isGroup && joint === 'và' && hasFields.test(name) && /, \p{Ll}[^,;]{2,30}$/u.test(name.replace(/ và $/u, '')))
    return 'same';
  if (!isGroup && joint === ',') return 'over';
  return joint === ',' && isGroup && /^\p{Ll}+(?: \p{Ll}+){0,2}(?= |,|$)/u.test(rest) ? 'same' : 'over';
}

/** "Phòng Quản lý dịch bệnh lấy 600 mẫu": what stands small before a number is done, unless it is what offices are numbered by. */
const verbBeforeNumber =
  / (?!số |khu |tổ |đội |khối |thôn |ấp |bản |phố |nhóm |khóa |khoá |cấp |phòng |trạm |vùng |cụm |tuyến |hạng |loại |đoàn |vực |dân )\p{Ll}+$/u;

type OneName = { end: number; next: number | null };

/** One name from `start`, and where the next of the list begins. */
function readOneName(text: string, start: number): OneName | null {
  const found = endOfKnownName(text, start);
  const after = found === null ? null : wordAt(text, found);
  const isWord = found !== null && !text.slice(start, found).includes(' ');
  const goesOn =
    after !== null && (isCapital(after.text) || (isWord && !endsName(text.slice(after.start, after.start + 40))));
  const isPart = found !== null && after !== null && goesOn && text.slice(found, after.start) === ' ';
  const known = isPart && !places.test(text.slice(start)) ? null : found;
  let end = known ?? start;
  let at = wordAt(text, end);
  if (known === null) {
    if (!at || !opensLooseName(text.slice(start, start + 60))) return null;
    end = at.end;
    at = wordAt(text, end);
  }
  for (let count = 1; count < longestName; count += 1) {
    const joint = /^\s*(,|;|(?<!\p{L})và(?!\p{L})|cùng với|\/)\s*/u.exec(text.slice(end, end + 12));
    if (joint) {
      const next = wordAt(text, end + joint[0].length);
      if (!next) return { end, next: null };
      const how =
        joint[1] === ';'
          ? opensLooseName(text.slice(next.start))
            ? 'new'
            : 'over'
          : afterJoint(text, start, next, joint[1] ?? '');
      if (how === 'over') return { end, next: null };
      if (how === 'new') return { end, next: next.start };
      end = next.end;
      continue;
    }
    at = wordAt(text, end);
    if (!at || /[.:()“”"…]/.test(text.slice(end, at.start))) return { end, next: null };
    if (/^[-–]$/u.test(at.text) && /^[-–] (?:[Cc]ơ quan|[Đđ]ơn vị) /u.test(text.slice(at.start, at.start + 12)))
      return { end, next: null };
    if (!mayStandInName(text, start, at)) return { end, next: null };
    if (/^\d/u.test(at.text) && count > 1) {
      const verb = verbBeforeNumber.exec(text.slice(start, end));
      if (verb) return { end: start + verb.index, next: null };
    }
    if (
      known !== null &&
      !isCapital(at.text) &&
      !places.test(text.slice(at.start, at.start + 20)) &&
      !/^(?:trực|khác|có|liên|trên|cùng|tại)$/u.test(at.text)
    )
      return { end, next: null };
    if (/^(?:của|ở)$/u.test(at.text) && count > 0) {
      const owner = /^(?:của|ở) (?:Thành phố|thành phố|tỉnh|Tỉnh|huyện|địa phương|đơn vị|Ngành)(?![\p{L}])/u.exec(
        text.slice(at.start),
      );
      if (owner) return { end, next: nextAfter(text, at.start + owner[0].length) };
    }
    end = at.end;
  }
  return { end, next: null };
}

function nextAfter(text: string, end: number): number | null {
  const joint = /^\s*(,|;|và|cùng với)\s+/u.exec(text.slice(end, end + 12));
  if (!joint) return null;
  const start = end + joint[0].length;
  return opensLooseName(text.slice(start, start + 60)) ? start : null;
}

function toName(text: string, start: number, end: number): NameInList {
  const name = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return { name: name.charAt(0).toUpperCase() + name.slice(1), start, end };
}

/** "Giám đốc các sở: Y tế, Tài chính; …": one head for several names, each of which comes out whole. */
function readShared(text: string, start: number, end: number): NamesInText | null {
  const head = /^(.*?)(?:các |Các )(sở|bộ|ban|phòng|Sở|Bộ|Ban|Phòng)$/u.exec(text.slice(start, end));
  const list =
    /^: ?(\p{Lu}[^;.:]*?)(?=[;.]| chịu | có | căn cứ | tổ chức | phối hợp | và (?:các|Chủ tịch|UBND|Thủ trưởng|thủ trưởng)|$)/u.exec(
      text.slice(end),
    );
  if (!head || !list?.[1]) return null;
  const noun = (head[2] ?? '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const from = end + list[0].length - list[1].length;
  const names: NameInList[] = [];
  for (const part of list[1].matchAll(/(?:^|, (?=\p{Lu}))((?:(?!, \p{Lu}).)+)/gu)) {
    const own = part[1] ?? '';
    const at = from + part.index + part[0].length - own.length;
    names.push({
      name: `${head[1] ?? ''}${noun} ${own}`.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
      start: at,
      end: at + own.length,
    });
  }
  return { names, end: end + list[0].length };
}

/**
 * The names of offices that stand from `from` on in running text ("Sở Y tế, các sở, ban, ngành liên quan và UBND các huyện tổ
 * chức …" gives three): a name ends before a verb, a word of grammar or the name of another office. Null where none stands.
 */
export function readNames(text: string, from: number): NamesInText | null {
  const names: NameInList[] = [];
  let start: number | null = from + (/^\s*/.exec(text.slice(from, from + 5))?.[0].length ?? 0);
  let end = from;
  while (start !== null && names.length < mostNames) {
    const one: OneName | null = readOneName(text, start);
    if (!one) break;
    const several = readShared(text, start, one.end);
    names.push(...(several?.names ?? [toName(text, start, one.end)]));
    end = several?.end ?? one.end;
    start = several ? nextAfter(text, several.end) : one.next;
  }
  return names.length === 0 ? null : { names, end };
}
