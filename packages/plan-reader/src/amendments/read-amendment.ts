import { makeDate } from '@phancong/calendar';
import type { AmendedDocument, AmendmentChange, Doubt, ReadDocument, SourceRow } from '@phancong/contracts';

import type { Block } from '../formats/blocks.js';
import { tidyWords } from '../grid/tidy-words.js';
import type { Line } from './amendment-text.js';
import { readDocumentFacts } from '../reading/read-document-facts.js';
import { orders, readClauses, type Clause } from './read-clauses.js';
import { readNewRow } from './read-new-row.js';
import { readOrder } from './read-order.js';
import { readTableItems } from './read-table-items.js';
import { readTableOrder } from './read-table-order.js';

export type AmendmentReading = {
  amends: AmendedDocument;
  changes: AmendmentChange[];
  document: ReadDocument;
  doubts: Doubt[];
  source: SourceRow[];
};

const kinds = String.raw`(?:kế hoạch|phụ lục|chương trình|bảng phân công|phương án|đề án|quyết định|lịch)`;

/** "Về việc sửa đổi, bổ sung một số nội dung của Kế hoạch …": the subject of a document that changes a plan. */
const subject = new RegExp(
  String.raw`(?:về việc|v\/v|quyết định|thông báo|công văn)?[\s:]*(?:sửa đổi|điều chỉnh|bãi bỏ|bổ sung|đính chính|thay thế)[^.;]{0,160}?(?<!\p{L})${kinds}(?!\p{L})`,
  'iu',
);

/** Laws are amended too, and plans tell people about it: that is no amendment of a plan. */
const aboutLaw = /(?:của|một số điều)\s+(?:các\s+)?(?:bộ\s+)?(?:luật|nghị định|thông tư|pháp lệnh)(?!\p{L})/iu;

type SourceLines = { source: SourceRow[]; lines: (Line | { table: number })[] };

function readSource(blocks: readonly Block[]): SourceLines {
  const source: SourceRow[] = [];
  const lines: SourceLines['lines'] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'blank') continue;
    const cells = block.kind === 'text' ? [tidyWords(block.text)] : block.cells.map(({ text }) => tidyWords(text));
    if (cells.every((cell) => cell === '')) continue;
    const row = source.length;
    source.push({ line: block.line, row, kind: block.kind === 'text' ? 'text' : 'item', cells, refs: [] });
    if (block.kind === 'row') lines.push({ table: index });
    else lines.push({ text: cells[0] ?? '', line: block.line, row, cell: 0 });
  }
  return { source, lines };
}

const textLines = (lines: SourceLines['lines']) => lines.flatMap((line) => ('text' in line ? [line.text] : []));

/** Whether the opening of a document says that it changes a plan. */
function isAmendment(lines: SourceLines['lines']): boolean {
  const texts = textLines(lines);
  const article = texts.findIndex((text) => /^Điều\s+1(?!\d)/u.test(text));
  const opening = texts.slice(0, article < 0 ? 25 : article + 1).filter((text) => !/^căn cứ/iu.test(text));
  const title = opening.slice(0, article < 0 ? 25 : article).join(' ');
  const first = article < 0 ? '' : (texts[article] ?? '');
  const says = (text: string) => subject.test(text) && !aboutLaw.test(text);
  return article < 0 ? says(title) && /như sau\s*:/iu.test(texts.join(' ')) : says(title) || says(first);
}

function readAmended(lines: SourceLines['lines']): AmendedDocument {
  const text = readSubject(lines) ?? textLines(lines).slice(0, 60).join(' ');
  const found = new RegExp(subject.source + String.raw`[^.;]{0,200}`, 'iu').exec(text)?.[0] ?? text;
  const number = /số:?\s*(\d+\s*\/[A-ZĐ\d]+(?:-[A-ZĐ\d&]+)*)/u.exec(found)?.[1]?.replace(/\s+/g, '') ?? null;
  const day = /ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(20\d{2})/iu.exec(found);
  const issuedOn = day ? `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : null;
  const title = new RegExp(
    String.raw`(?<!\p{L})(${kinds}(?!\p{L}).{0,160}?)(?=\s+(?:như sau|ban hành kèm)|[.;:]|$)`,
    'iu',
  ).exec(found)?.[1];
  return { number, issuedOn, title: title?.trim() ?? null };
}

/** "Về việc sửa đổi, bổ sung …", with the lines on which it goes on. */
function readSubject(lines: SourceLines['lines']): string | null {
  const texts = textLines(lines);
  const start = texts.findIndex((text) => /^(?:về việc|v\/v)\s/iu.test(text));
  if (start < 0) return null;
  const more = texts.slice(start + 1, start + 4);
  const end = more.findIndex(
    (text) => text === text.toUpperCase() || /^(?:căn cứ|kính gửi|số:|điều|[^,]{2,40}, ngày\s)/iu.test(text),
  );
  return [texts[start], ...more.slice(0, end < 0 ? 0 : end)].join(' ');
}

/** Number and day of the amendment itself; the document that it changes has others. */
function readOwnFacts(source: readonly SourceRow[]): Pick<ReadDocument, 'number' | 'issuedOn'> {
  const cells = source.slice(0, 40).flatMap((row) => row.cells);
  const number = cells.flatMap((cell) => /^Số:?\s*(\d+\s*\/[A-ZĐ\d]+(?:-[A-ZĐ\d&]+)*)/u.exec(cell)?.[1] ?? [])[0];
  const day = cells.flatMap((cell) => {
    const found = /^[^,;:]{2,40},\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(20\d{2})/iu.exec(cell);
    return found ? [makeDate(Number(found[3]), Number(found[2]), Number(found[1]))] : [];
  })[0];
  return { number: number?.replace(/\s+/g, '') ?? null, issuedOn: day ?? null };
}

/** Closing articles: when it takes effect, who carries it out. */
const closes =
  /có hiệu lực|hiệu lực (?:kể từ|thi hành)|chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)|căn cứ quyết định (?:thi hành|thực hiện)|các nội dung khác[^.]*(?:giữ nguyên|không thay đổi|vẫn)/iu;

function doubtOrder({ label, lines }: Clause): Doubt {
  const words = lines
    .map(({ text }) => text.trim())
    .join(' ')
    .slice(0, 200);
  return {
    code: 'AMBIGUOUS',
    ref: null,
    field: null,
    message: {
      vi: `${label}: chưa hiểu nội dung sửa đổi «${words}». Hãy tự sửa các dòng liên quan.`,
      en: `${label}: the order “${words}” was not understood. Change the rows concerned by hand.`,
    },
    choices: [{ value: null, words: { vi: 'Đã tự xử lý', en: 'Done by hand' } }],
    confidence: 0.2,
  };
}

/**
 * Reads a document that changes a plan into the list of changes that it orders, each with its clause and place. Null when the
 * document is no amendment. No order is lost in silence: one that is not understood becomes a doubt. Pure.
 */
export function readAmendment(blocks: readonly Block[], askedYear: number | null): AmendmentReading | null {
  const { source, lines } = readSource(blocks);
  if (!isAmendment(lines)) return null;
  const facts = readDocumentFacts(source, askedYear).document;
  const amends = readAmended(lines);
  const year = askedYear ?? facts.year;
  const document = { ...facts, ...readOwnFacts(source), title: readSubject(lines) ?? facts.title, year };
  const changes: AmendmentChange[] = [];
  const doubts: Doubt[] = [];
  for (const clause of readClauses(lines)) {
    const rows = clause.tableRows.flatMap((index) => blocks[index] ?? []);
    const items = rows.length > 0 ? readTableItems(rows, source, document) : [];
    const fromTable = readTableOrder(clause, items);
    const found = fromTable.length > 0 ? fromTable : readOrder(clause, (text) => readNewRow(text, { year }));
    changes.push(...found);
    const text = clause.lines.map((line) => line.text).join(' ');
    const context = clause.parents.map((parent) => parent.lines[0]?.text ?? '').join(' ');
    const isOrder =
      clause.isLeaf && !closes.test(clause.lines[0]?.text ?? '') && (orders.test(text) || orders.test(context));
    if (found.length === 0 && (isOrder || rows.length > 0)) doubts.push(doubtOrder(clause));
  }
  return { amends, changes, document, doubts, source };
}
