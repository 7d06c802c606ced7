import { readNames } from '@phancong/units';
import type { NamesInText } from '@phancong/units';

export type Receivers = { handsOffTo: string[]; approvers: string[] };

const toWhom: readonly { pattern: RegExp; approves: boolean }[] = [
  {
    pattern:
      /(?<![\p{L}])(?:[Tt]rình|[Đđ]ề xuất|[Bb]áo cáo và đề xuất|[Bb]áo cáo, đề xuất|[Xx]in ý kiến)(?: với)? (?=\p{Lu}|các|cấp|lãnh đạo)/gu,
    approves: true,
  },
  { pattern: /(?<![\p{L}])[Tt]ham mưu(?: cho| với)? (?=\p{Lu}|các|cấp|chính)/gu, approves: true },
  {
    pattern:
      /(?<![\p{L}])[Bb]áo cáo(?: kết quả| tình hình| số liệu)?(?:[^.;]{0,100}? với|[^.;,]{0,80}?(?: cho| về| gửi)?) (?=(?:\p{Lu}|các (?:cơ quan|cấp)|cấp|lãnh đạo))/gu,
    approves: false,
  },
  { pattern: /(?<![\p{L}])[Gg]ửi(?: báo cáo)?(?: về| cho| tới| đến)? (?=\p{Lu}|các|cấp)/gu, approves: false },
  { pattern: /(?<![\p{L}])[Cc]ung cấp [^.;]{0,140}? (?:cho|đến|tới) (?=\p{Lu}|các|cấp|cơ quan)/gu, approves: false },
  { pattern: /(?<![\p{L}])[Cc]ung cấp cho (?=\p{Lu}|các)/gu, approves: false },
  {
    pattern:
      /(?<![\p{L}])(?:[Bb]àn giao|[Cc]huyển giao|[Cc]huyển)(?: [^.;,]{0,80}?)? (?:cho|đến|tới|về) (?=\p{Lu}|các)/gu,
    approves: false,
  },
  {
    pattern:
      /(?<![\p{L}])(?:thông )?qua (?=Trung tâm|Sở|Ban|Vụ|Cục|Văn phòng|Phòng|BHXH|UBND|Cơ quan|Chi cục|Bộ|Ủy ban)/gu,
    approves: false,
  },
];

/** Offices of one's own house that are advised every day: to advise them hands nothing over. */
const ownLeaders = /^(?:Lãnh đạo|Tổng Giám đốc|Giám đốc)/u;

function isSentToDesk(text: string, index: number): boolean {
  return /(?:gửi|báo cáo|phản ánh|về)[^.;]{0,120}\(?$/iu.test(text.slice(Math.max(0, index - 160), index));
}

/** To whom a duty hands its product or report, and who decides on it: "trình Lãnh đạo Ngành phê duyệt", "gửi về … qua …". */
export function findReceiversInProse(text: string): Receivers {
  const found: { name: string; at: number; approves: boolean }[] = [];
  const addAll = (names: NamesInText['names'], approves: boolean) => {
    for (const { name, start } of names) {
      const known = found.find((entry) => entry.name === name);
      if (known) known.approves ||= approves;
      else found.push({ name, at: start, approves });
    }
  };
  for (const { pattern, approves } of toWhom) {
    for (const match of text.matchAll(pattern)) {
      if (match[0].endsWith('qua ') && !isSentToDesk(text, match.index)) continue;
      const read = readNames(text, match.index + match[0].length);
      const [first] = read?.names ?? [];
      if (!read || !first) continue;
      const isAdvice = /ham mưu/u.test(match[0]);
      if (isAdvice && ownLeaders.test(first.name)) continue;
      const rest = text.slice(read.end);
      const decides =
        isAdvice || /^(?: xem xét| phê duyệt| quyết định| ban hành| cho ý kiến| tổ chức| về|,|\.|$)/u.test(rest);
      addAll(read.names, approves && decides);
    }
  }
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  return {
    handsOffTo: inOrder.map(({ name }) => name),
    approvers: inOrder.filter((entry) => entry.approves).map(({ name }) => name),
  };
}

/** Whose product or money a duty starts from: "nguồn kinh phí được BHXH Việt Nam cấp", "trên cơ sở đề xuất của các đơn vị". */
export function findGiversInProse(text: string): string[] {
  const givers: string[] = [];
  for (const match of text.matchAll(/(?:(?:được|do) (?=\p{Lu})|(?:đề xuất|báo cáo) của (?=các |\p{Lu}))/gu)) {
    const found = readNames(text, match.index + match[0].length);
    if (!found) continue;
    const isPassive = /^(?:được|do)/u.test(match[0]);
    if (isPassive && !/^ (?:cấp|cung cấp|gửi|chuyển|bàn giao)(?![\p{L}])/u.test(text.slice(found.end))) continue;
    for (const { name } of found.names) if (!givers.includes(name)) givers.push(name);
  }
  return givers;
}
