import { makeDate } from '@phancong/calendar';
import type { Doubt, ReadDocument, SourceRow } from '@phancong/contracts';

import { doubtBlank } from './doubts.js';

const acronyms = ['BHXH', 'BHYT', 'BHTN', 'UBND', 'HĐND', 'TP', 'CNTT', 'HSSV'];

/** "HÌNH THỨC TRUYỀN THÔNG" is set in capitals only for show; official abbreviations keep theirs. */
export function toSentenceCase(words: string): string {
  if (words !== words.toUpperCase()) return words;
  const lower = words.toLowerCase();
  const sentence = lower.charAt(0).toUpperCase() + lower.slice(1);
  return sentence.replace(/\p{L}+/gu, (word) => (acronyms.includes(word.toUpperCase()) ? word.toUpperCase() : word));
}

const titleStart =
  /^(?:phụ lục|kế hoạch|quyết định|chương trình|phương án|đề án|thông báo|công văn)(?:\s+(?:số\s+)?[IVX\d]+)?[\s:.]*$/iu;

/** The name of the document and the capital lines below it: "PHỤ LỤC II" + "HÌNH THỨC …" → "Phụ lục II - Hình thức …". */
function readTitle(lines: readonly string[]): string | null {
  const start = lines.findIndex((line) => titleStart.test(line));
  if (start < 0) return lines.find((line) => line.length > 10 && line === line.toUpperCase()) ?? null;
  const head = lines[start] ?? '';
  const body: string[] = [];
  for (const line of lines.slice(start + 1, start + 5)) {
    if (/^\(|^căn cứ|^số:/iu.test(line) || (body.length > 0 && line !== line.toUpperCase())) break;
    body.push(line);
  }
  return [toSentenceCase(head), body.length ? toSentenceCase(body.join(' ')) : null].filter(Boolean).join(' - ');
}

function readYear(text: string): number | null {
  const year = /năm\s+(20\d{2})/iu.exec(text)?.[1] ?? /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : null;
}

/** The document number as printed, only when it has digits: "Kế hoạch số /KH-BHXH" is a blank to fill, not a number. */
function readNumber(text: string): string | null {
  return /số:?\s*(\d+\s*\/[A-ZĐ\d]+(?:-[A-ZĐ\d&]+)*)/u.exec(text)?.[1]?.replace(/\s+/g, '') ?? null;
}

function readIssuedOn(text: string): string | null {
  const match = /ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(20\d{2})/iu.exec(text);
  return match ? makeDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

function readIssuer(text: string): string | null {
  return /ban hành kèm theo[^)]*\scủa\s+([^)]+)\)/iu.exec(text)?.[1]?.trim() ?? null;
}

/** The addressees below "Nơi nhận:", one for each dash. */
function readRecipients(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => /^nơi nhận\s*:?/iu.test(line));
  if (start < 0) return [];
  const recipients: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!/^[-–+]/.test(line)) break;
    recipients.push(line.replace(/^[-–+]\s*/, '').replace(/[;.]$/, ''));
  }
  return recipients;
}

/** What the words around the table say of the document. What they do not say stays null. */
export function readDocumentFacts(
  source: readonly SourceRow[],
  year: number | null,
): { document: ReadDocument; doubts: Doubt[] } {
  const lines = source.filter((row) => row.kind === 'text').map((row) => (row.cells[0] ?? '').trim());
  const firstTable = source.findIndex((row) => row.kind === 'header');
  const before = source
    .slice(0, firstTable < 0 ? source.length : firstTable)
    .filter((row) => row.kind === 'text')
    .map((row) => (row.cells[0] ?? '').trim());
  const opening = before.join('\n');
  const document: ReadDocument = {
    title: readTitle(before),
    number: readNumber(opening),
    issuedOn: readIssuedOn(opening),
    issuer: readIssuer(opening),
    year: year ?? readYear(opening),
    signer: null,
    recipients: readRecipients(lines),
  };
  return { document, doubts: doubtBlanks(document, opening) };
}

function doubtBlanks(document: ReadDocument, opening: string): Doubt[] {
  const doubts: Doubt[] = [];
  if (document.number === null) {
    doubts.push(
      doubtBlank(
        null,
        'number',
        'Số văn bản để trống trong bản này. Hãy nhập số nếu đã ban hành.',
        'The document number is blank here. Enter it if the plan is issued.',
      ),
    );
  }
  if (document.issuedOn === null) {
    doubts.push(
      doubtBlank(
        null,
        'issuedOn',
        'Ngày ban hành để trống trong bản này. Hãy nhập ngày nếu đã ký.',
        'The date of issue is blank here. Enter it if the plan is signed.',
      ),
    );
  }
  if (document.year === null) {
    doubts.push(
      doubtBlank(
        null,
        'year',
        'Không rõ năm của kế hoạch nên các mốc thời gian không ghi năm chưa được đọc.',
        'The year of the plan is not known, so times without a year stay unread.',
      ),
    );
  }
  const parent = /ban hành kèm theo\s+(kế hoạch|quyết định|công văn)/iu.exec(opening)?.[1];
  if (parent) {
    doubts.push({
      code: 'MISSING_ATTACHMENT',
      ref: null,
      field: null,
      message: {
        vi: `Đây là phụ lục ban hành kèm theo một ${parent.toLowerCase()}; văn bản chính không có trong tệp.`,
        en: 'This is an annex; the document that it belongs to is not in the file.',
      },
      choices: [{ value: null, words: { vi: 'Đã biết', en: 'Noted' } }],
      confidence: 0.9,
    });
  }
  return doubts;
}
