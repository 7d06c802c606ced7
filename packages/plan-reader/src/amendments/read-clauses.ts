import { endsInsideQuote, findQuotes, hideQuotes, type Line } from './amendment-text.js';
import { findRefs } from './find-refs.js';

/** One numbered paragraph of the deciding part, with the paragraphs above it that it belongs to. */
export type Clause = {
  /** "Điều 1 khoản 2 điểm a". */
  label: string;
  lines: Line[];
  parents: Clause[];
  isLeaf: boolean;
  /** Rows of a table that follows the clause, by their place among the blocks. */
  tableRows: number[];
};

/** Words with which an order begins, or names what it is about. */
const begins =
  /^(?:sửa(?: đổi)?|bổ sung|bãi bỏ|h[uủ][ỷy]?(?: bỏ)?|hủy|huỷ|bỏ|lược bỏ|thay(?: thế| đổi)?|điều chỉnh|gia hạn|kéo dài|rút ngắn|lùi|chuyển|giao|đính chính|tăng|giảm|không|dừng|tại|đối với|ở|tách|gộp)(?!\p{L})/iu;
const namesRow =
  /^(?:các )?(?:mục|điểm|khoản|tiểu mục|dòng|hàng|số thứ tự|STT|nhiệm vụ|nội dung)(?: số| thứ)?\s+[IVX\da-zđ]/iu;
export const orders =
  /(?<!\p{L})(?:sửa(?: đổi)?|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|hủy|huỷ|lược bỏ|bỏ|thay thế|thay đổi|thay|điều chỉnh|gia hạn|kéo dài|rút ngắn|lùi|chuyển|giao|tách|gộp|đính chính|dừng|không (?:giao|thực hiện|triển khai|tiếp tục))(?!\p{L})/iu;

type Mark = { level: number; name: string; rest: string };

function readMark(text: string): Mark | null {
  const article = /^Điều\s+(\d+[a-z]?)\s*[.:]?\s*(.*)$/su.exec(text);
  if (article) return { level: 0, name: `Điều ${article[1]}`, rest: article[2] ?? '' };
  const number = /^(\d{1,2})\s*[.)]\s+(.*)$/su.exec(text);
  if (number) return { level: 1, name: `khoản ${number[1]}`, rest: number[2] ?? '' };
  const letter = /^([a-zđ])\s*[.)]\s+(.*)$/su.exec(text);
  if (letter) return { level: 2, name: `điểm ${letter[1]}`, rest: letter[2] ?? '' };
  const dash = /^[-–+•]\s+(.*)$/su.exec(text);
  return dash && (begins.test(dash[1] ?? '') || namesRow.test(dash[1] ?? ''))
    ? { level: 3, name: 'gạch đầu dòng', rest: dash[1] ?? '' }
    : null;
}

const textOf = (clause: Clause) => clause.lines.map(({ text }) => text).join('\n');

/** A clause that orders something about a named row and now gives the new words: what follows is content, not another order. */
function awaitsWords(clause: Clause): boolean {
  const text = textOf(clause);
  const said = hideQuotes(text);
  const opening = /như sau\s*:/iu.exec(said);
  if (!opening || findRefs(said.slice(0, opening.index)).length === 0) return false;
  return !findQuotes(text).some(({ start }) => start > opening.index);
}

/** Lines of the deciding part; everything before the first "Điều", or before the first "như sau:" of a letter, is no order. */
function decidingPart(lines: readonly (Line | { table: number })[]): readonly (Line | { table: number })[] {
  const article = lines.findIndex((line) => 'text' in line && /^Điều\s+\d/u.test(line.text));
  if (article >= 0) return lines.slice(article);
  const opening = lines.findIndex((line) => 'text' in line && /như sau\s*:\s*$/iu.test(line.text));
  return opening < 0 ? [] : lines.slice(opening + 1);
}

/**
 * Cuts the deciding part of an amendment into its orders. Numbers inside quotation marks, and numbered paragraphs after "… như
 * sau:", belong to the new words and begin no order.
 */
export function readClauses(lines: readonly (Line | { table: number })[]): Clause[] {
  const clauses: Clause[] = [];
  const open: { level: number; clause: Clause }[] = [];
  for (const line of decidingPart(lines)) {
    const current = open.at(-1)?.clause;
    if ('table' in line) {
      current?.tableRows.push(line.table);
      continue;
    }
    if (/^Nơi nhận\s*:?/iu.test(line.text)) break;
    const seen = readMark(line.text);
    // An article ends a quotation that somebody forgot to close: it must not swallow the orders below.
    const mark = seen && seen.level > 0 && current && endsInsideQuote(textOf(current)) ? null : seen;
    const isContent =
      mark !== null && mark.level > 0 && current !== undefined && awaitsWords(current) && !begins.test(mark.rest);
    if (!mark || isContent) {
      current?.lines.push(line);
      continue;
    }
    while ((open.at(-1)?.level ?? -1) >= mark.level) open.pop();
    const parents = open.map(({ clause }) => clause);
    const start = line.text.length - mark.rest.length;
    for (const parent of parents) parent.isLeaf = false;
    const clause: Clause = {
      label: [...parents.slice(-1).map(({ label }) => label), mark.name].join(' '),
      lines: [{ ...line, text: ' '.repeat(start) + mark.rest }],
      parents,
      isLeaf: true,
      tableRows: [],
    };
    clauses.push(clause);
    open.push({ level: mark.level, clause });
  }
  return clauses;
}
