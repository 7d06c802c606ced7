import { makeDate } from '@phancong/calendar';
import type { Doubt, ReadDocument, SourceRow } from '@phancong/contracts';

import { doubtBlank } from './doubts.js';
import { readMark } from './prose/marks.js';

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

/** "CHƯƠNG TRÌNH CÔNG TÁC", "LỊCH TUẦN", "DANH MỤC NHIỆM VỤ …": the kind of document begins a line of capitals. */
const opensTitle = (line: string) =>
  titleStart.test(line) ||
  (line === line.toUpperCase() &&
    /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|LỊCH|DANH MỤC|BẢNG PHÂN CÔNG|PHÂN CÔNG)(?!\p{L})/u.test(line));

/** The name of the document and the capital lines below it: "PHỤ LỤC II" + "HÌNH THỨC …" → "Phụ lục II - Hình thức …". */
function readTitle(lines: readonly string[]): string | null {
  const start = lines.findIndex(opensTitle);
  if (start < 0) return lines.find((line) => line.length > 10 && line === line.toUpperCase()) ?? null;
  const head = lines[start] ?? '';
  const body: string[] = [];
  const isWhole = /năm 20\d{2}$/iu.test(head);
  for (const line of isWhole ? [] : lines.slice(start + 1, start + 5)) {
    if (/^\(|^căn cứ|^số:/iu.test(line) || readMark(line) || (body.length > 0 && line !== line.toUpperCase())) break;
    body.push(line);
    if (/năm (?:học )?20\d{2}(?: ?[-–] ?20\d{2})?$/iu.test(line)) break;
  }
  return [toSentenceCase(head), body.length ? toSentenceCase(body.join(' ')) : null].filter(Boolean).join(' - ');
}

function readYear(text: string): number | null {
  const year = /năm\s+(20\d{2})/iu.exec(text)?.[1] ?? /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : null;
}

const numberOf = '(\\d+\\s*\\/[A-ZĐ\\d]+(?:-[A-ZĐ\\d&]+)*)';
const ownNumber = new RegExp(`^Số\\s*:?\\s*${numberOf}`, 'u');
const anyNumber = new RegExp(`[Ss]ố\\s*:?\\s*${numberOf}`, 'u');
const date = /ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(20\d{2})/iu;

/** What an annex says of the document that it belongs to: "(Ban hành kèm theo Kế hoạch số …)". Acts cited elsewhere are not its own. */
const withPlan = (opening: string) => /kèm theo[^\n]*(?:\n[^\n]*)?/iu.exec(opening)?.[0] ?? '';

/** The document number as printed, only when it has digits: "Kế hoạch số /KH-BHXH" is a blank to fill, not a number. */
function readNumber(lines: readonly string[]): string | null {
  const own = lines.flatMap((line) => ownNumber.exec(line)?.[1] ?? [])[0];
  const found = own ?? anyNumber.exec(withPlan(lines.join('\n')))?.[1];
  return found?.replace(/\s+/g, '') ?? null;
}

/** The day in the letterhead ("Hà Nội, ngày …", or beside the number), else that of the plan which an annex belongs to. */
function readIssuedOn(lines: readonly string[]): string | null {
  const letterhead = lines.filter((line) => /^(?:[^.,]{2,40},\s*)?ngày\s/iu.test(line) || ownNumber.test(line));
  const match = date.exec(letterhead.join('\n')) ?? date.exec(withPlan(lines.join('\n')));
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
  const { sheet } = source[firstTable] ?? {};
  // Other sheets have titles of their own.
  const before = source
    .slice(0, firstTable < 0 ? source.length : firstTable)
    .filter((row) => row.kind === 'text' && (sheet === undefined || row.sheet === sheet))
    .map((row) => (row.cells[0] ?? '').replace(/^#+\s+|\*\*/g, '').trim());
  const opening = before.join('\n');
  const document: ReadDocument = {
    title: readTitle(before),
    number: readNumber(before),
    issuedOn: readIssuedOn(before) ?? readIssuedOn(lines.filter((line) => /kèm theo/iu.test(line))),
    issuer: readIssuer(opening),
    year: year ?? readYear(opening) ?? readYear(lines.join('\n')),
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
