import { makeDate } from '@phancong/calendar';
import type { Doubt, ReadDocument } from '@phancong/contracts';
import { caseOfficeName, readNames } from '@phancong/units';

import { doubtBlank } from '../doubts.js';
import { toSentenceCase } from '../read-document-facts.js';
import type { DividedDocument } from './divide-document.js';
import type { Paragraph } from './join-lines.js';

const kinds =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|CÔNG VĂN|THÔNG BÁO|HƯỚNG DẪN|CHỈ THỊ|CÔNG ĐIỆN|NGHỊ QUYẾT)(?:\s|$)/iu;
const preamble = /^(?:Thực hiện|Căn cứ|Để |Nhằm|Ngày|Triển khai|Tiếp tục|Trên cơ sở|Theo|Năm|Xét|Kính gửi|Số:|\()/u;
const date = /ngày\s+(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(20\d{2})/iu;

function readDate(text: string): string | null {
  const match = date.exec(text);
  return match ? makeDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

function readTitle(head: readonly Paragraph[]): string | null {
  const start = head.findIndex(({ text }) => kinds.test(text) && text.length < 200);
  const kind = head[start];
  if (!kind) return null;
  const lines = [kind.text];
  for (const { text } of head.slice(start + 1, start + 6)) {
    if (
      preamble.test(text) ||
      /^(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|ỦY BAN|CỤC TRƯỞNG|THỦ TƯỚNG|TỔNG GIÁM ĐỐC|TRƯỞNG BAN)/u.test(text) ||
      /^[-–_]+$/u.test(text) ||
      text.length > 300
    )
      break;
    lines.push(text);
  }
  const [first = '', ...rest] = lines.map((line) => toSentenceCase(line.trim()));
  return [first, ...rest]
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s-]+$/u, '');
}

/** "Số: 4057/KH-BHXH" of the letterhead, or the number by which an annex names the plan that it belongs to. */
function readNumberAndDate(
  head: readonly Paragraph[],
  annexes: DividedDocument['annexes'],
): { number: string | null; issuedOn: string | null } {
  const letterhead = head.findIndex(({ text }) => preamble.test(text) && !/^(?:Số:|Ngày|\()/u.test(text));
  const above = head.slice(0, letterhead < 0 ? head.length : letterhead).map(({ text }) => text);
  const own = above.flatMap(
    (text) => /^Số\s*:?\s*(\d+\s*\/[\p{L}\d]+(?:-[\p{L}\d&]+)*)/u.exec(text)?.[1]?.replace(/\s+/gu, '') ?? [],
  );
  const ownDate = above.filter((text) => /^[^.]{0,40},\s*ngày\s/u.test(text) || text.startsWith('Số')).map(readDate);
  const issuedWith =
    annexes.flatMap(({ paragraphs }) => paragraphs.slice(0, 4)).find(({ text }) => /kèm theo/iu.test(text))?.text ?? '';
  const part = issuedWith.slice(Math.max(0, issuedWith.search(/kèm theo/iu)));
  return {
    number: own[0] ?? /số\s*:?\s*(\d+\/[\p{L}\d]+(?:-[\p{L}\d&]+)*)/u.exec(part)?.[1] ?? null,
    issuedOn: ownDate.find((day) => day !== null) ?? readDate(part),
  };
}

const office =
  /^(?:BẢO HIỂM XÃ HỘI|BHXH|ỦY BAN NHÂN DÂN|UBND|SỞ|BỘ|BAN|TRUNG TÂM|CỤC|CHI CỤC|TỔNG CỤC|VIỆN|TRƯỜNG|HỘI|ĐẢNG ỦY|TỈNH ỦY|THÀNH ỦY|LIÊN ĐOÀN|TỈNH ĐOÀN|THÀNH ĐOÀN|ĐOÀN|PHÒNG|CÔNG AN|THỐNG KÊ)(?![\p{L}])/u;

/** The lowest office of the letterhead issues; "ỦY BAN NHÂN DÂN" goes on with the place below it. */
function readLetterhead(head: readonly Paragraph[]): string | null {
  const kind = head.findIndex(({ text }) => kinds.test(text));
  const lines = head
    .slice(0, kind < 0 ? 0 : kind)
    .map(({ text }) => text)
    .filter((text) => text === text.toUpperCase() && text.length < 120 && !text.startsWith('CỘNG HÒA'));
  const at = lines.findLastIndex((text) => office.test(text));
  const own = lines[at];
  if (!own) return null;
  const below = lines[at + 1] ?? '';
  return caseOfficeName(
    /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|ĐẶC KHU) /u.test(below) ? `${own} ${below}` : own,
  );
}

/** "…, BHXH Việt Nam xây dựng Kế hoạch …", "Ủy ban nhân dân (UBND) thành phố Hà Nội ban hành Kế hoạch …", else the letterhead. */
function readIssuer(head: readonly Paragraph[]): string | null {
  const words = head
    .map(({ text }) => text)
    .join('\n')
    .replace(/\((?:viết tắt là |sau đây gọi (?:tắt )?là )?[\p{Lu}&]{2,8}\) ?/gu, '');
  for (const match of words.matchAll(/(?:,|\n|^|\.)\s*(?=\p{Lu})/gu)) {
    const at = match.index + match[0].length;
    const found = readNames(words, at);
    const [first] = found?.names ?? [];
    if (
      found &&
      first &&
      found.names.length === 1 &&
      /^,? (?:xây dựng|ban hành|triển khai xây dựng|lập|đề ra|tổ chức triển khai|triển khai|phát động)(?: và (?:ban hành|triển khai))? (?:Kế hoạch|kế hoạch|Chương trình|Phương án|Đề án)/u.test(
        words.slice(found.end),
      )
    )
      return /^(?:Ủy ban nhân dân|UBND)(?: (?:tỉnh|thành phố|xã|phường|huyện))?$/iu.test(first.name)
        ? (readLetterhead(head) ?? first.name)
        : first.name;
  }
  return readLetterhead(head);
}

function readRecipients(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs
    .slice(1)
    .filter(({ text }) => /^[-–+•]/u.test(text))
    .map(({ text }) => text.replace(/^[-–+•]\s*/u, '').replace(/[;.,\s]+$/u, ''));
}

const personName = /^(?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+$/u;

function readSigner(signature: readonly Paragraph[]): string | null {
  const names = signature
    .map(({ text }) => text.replace(/^(?:TS|ThS|PGS|GS|BS|CKII|CKI)\.?\s*/gu, '').trim())
    .filter((text) => personName.test(text));
  return names.at(-1) ?? null;
}

function readYear(
  document: { title: string | null; issuedOn: string | null },
  head: readonly Paragraph[],
): number | null {
  const inTitle = /(?<!\d)(20\d{2})(?!\d)/u.exec(document.title ?? '')?.[1];
  if (inTitle) return Number(inTitle);
  if (document.issuedOn) return Number(document.issuedOn.slice(0, 4));
  const stated = [
    ...head
      .map(({ text }) => text)
      .join(' ')
      .matchAll(/năm (20\d{2})/giu),
  ].at(-1)?.[1];
  return stated ? Number(stated) : null;
}

export type ProseFacts = { document: ReadDocument; doubts: Doubt[] };

/** Title, number, day, issuer, year, signer and addressees of a plan in prose. What the document does not say stays null. */
export function readProseFacts(parts: DividedDocument, year: number | null): ProseFacts {
  const title = readTitle(parts.head);
  const { number, issuedOn } = readNumberAndDate(parts.head, parts.annexes);
  const document: ReadDocument = {
    title,
    number,
    issuedOn,
    issuer: readIssuer(parts.head),
    year: year ?? readYear({ title, issuedOn }, parts.head),
    signer: readSigner(parts.signature),
    recipients: readRecipients(parts.recipients),
  };
  const doubts: Doubt[] = [];
  const blank = (field: string, vi: string, en: string) => doubts.push(doubtBlank(null, field, vi, en));
  if (number === null)
    blank(
      'number',
      'Văn bản này không ghi số. Hãy nhập số nếu đã ban hành.',
      'The document states no number. Enter it if the plan is issued.',
    );
  if (issuedOn === null)
    blank(
      'issuedOn',
      'Văn bản này không ghi ngày ban hành. Hãy nhập ngày nếu đã ký.',
      'The document states no date of issue. Enter it if the plan is signed.',
    );
  if (document.year === null)
    blank(
      'year',
      'Không rõ năm của kế hoạch nên các mốc thời gian không ghi năm chưa được đọc.',
      'The year of the plan is not known, so times without a year stay unread.',
    );
  return { document, doubts };
}
