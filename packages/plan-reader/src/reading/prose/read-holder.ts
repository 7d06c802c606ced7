import { beginsDuty, opensLooseName, opensName, readNames } from '@phancong/units';
import type { NameInList } from '@phancong/units';

import { findSubject } from './find-subject.js';
import type { Paragraph } from './join-lines.js';
import type { Clause } from './outline-prose.js';
import type { SectionRole } from './recognise-section.js';

/** The offices that a heading makes answerable for what stands below it. */
export type Holder = {
  names: NameInList[];
  paragraph: Paragraph;
  /** Asked, and not ordered: "Đề nghị Liên đoàn Lao động …". */
  request: boolean;
  /** The heading itself goes on with a duty: "1. Sở Y tế: Chủ trì …". */
  duty: boolean;
};

const request = /^(?:[Đđ]ề nghị|[Kk]iến nghị|[Mm]ời)\s+/u;
const order =
  /^(?:(?:[Tt]rách nhiệm|[Nn]hiệm vụ|[Pp]hân công(?: trách nhiệm| nhiệm vụ)?)(?: của| đối với| cho)?|[Gg]iao(?: cho| nhiệm vụ cho| trách nhiệm cho)?|[Đđ]ối với|[Yy]êu cầu|[Vv]ề phía|[Cc]ấp)\s+/u;

/** "1. Công an xã có trách nhiệm:" */
const ownsWhatFollows =
  /^(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|thực hiện(?: các nhiệm vụ| các nội dung)?(?: sau(?: đây)?)?|như sau)?[\s.:;–-]*$/u;

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Offices named in a heading, with the place of each in the paragraph. */
function namesIn(clause: Clause, from: number, sure: boolean): NameInList[] | null {
  const { text } = clause.paragraph;
  const found = readNames(text, from);
  const rest = found ? text.slice(found.end).trim() : text;
  if (found && ownsWhatFollows.test(rest)) return found.names;
  if (found && /^(?:\(|[-–] )/u.test(rest) && !/[.;]\s+\p{Lu}/u.test(rest)) return found.names;
  if (!sure) return null;
  const words = text.slice(from).replace(/[\s:.;]+$/u, '');
  if (
    words.length > 160 ||
    beginsDuty(lowerFirst(words)) ||
    /^(?:công tác|các (?:giải pháp|nhiệm vụ|nội dung|hoạt động)|về|nguồn|kinh phí|chế độ|thời gian|nội dung|mục|kế hoạch)(?![\p{L}])/iu.test(
      words,
    )
  )
    return null;
  if (!opensLooseName(words)) return null;
  return [{ name: words.charAt(0).toUpperCase() + words.slice(1), start: from, end: from + words.length }];
}

/** Reads a heading as the name of who answers for what stands below; null for a heading that is about a matter. */
export function readHolder(clause: Clause, place: { role: SectionRole }): Holder | null {
  if (place.role === 'context' && clause.children.length === 0) return null;
  const { paragraph, mark } = clause;
  const hasBelow = clause.children.length > 0 || clause.more.length > 0;
  if (!hasBelow) return null;
  const body = paragraph.text.slice(mark.length);
  const asks = request.exec(body);
  const orders = asks ?? order.exec(body);
  const from = mark.length + (orders?.[0].length ?? 0);
  const isSure = place.role === 'assignment' || orders !== null;
  const names = opensName(paragraph.text.slice(from)) || isSure ? namesIn(clause, from, isSure) : null;
  const holder = { paragraph, request: asks !== null };
  if (names && place.role !== 'context') return { ...holder, names, duty: false };
  const subject = mark.style === 'number' || mark.style === 'roman' ? findSubject(paragraph.text, mark.length) : null;
  if (subject && body.endsWith(':')) return { ...holder, names: subject.names, duty: false };
  return null;
}
