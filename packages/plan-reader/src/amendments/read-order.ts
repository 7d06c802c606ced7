import type { AmendmentChange, TableField } from '@phancong/contracts';

import { anchorsBetween, findQuotes, hideQuotes, placeText, type PlacedText } from './amendment-text.js';
import { findFields, readLabelled } from './field-names.js';
import { findRefs } from './find-refs.js';
import { namesIn } from './read-new-row.js';
import type { NewRow } from './read-new-row.js';
import { orders, type Clause } from './read-clauses.js';

const deletes =
  /(?<!\p{L})(?:bãi bỏ|hủy bỏ|huỷ bỏ|hủy|huỷ|lược bỏ|không (?:tiếp tục )?(?:thực hiện|triển khai)|dừng (?:thực hiện|triển khai)|bỏ)(?!\p{L})/iu;
const adds = /(?<!\p{L})bổ sung(?: thêm)?(?!\p{L})/iu;
const phrases =
  /(?:cụm từ|từ ngữ|thay(?: thế)? (?:các )?từ)\s*["“«]\s+["”»]\s*(?:(?:tại|ở|trong|của)\s[^“"«;]{1,80}?\s)?(?:được )?(?:thay thế bằng|(?:thay )?(?:bằng|thành))\s*(?:các )?(?:cụm từ|từ(?: ngữ)?)?\s*["“«]/giu;

/** Where the new words of an order begin. */
const contentBegins = /(?:như sau|nội dung sau|nhiệm vụ sau|mục sau|dòng sau|sau đây)\s*:/iu;

/** What an order says about where it applies: its own rows, else those of the paragraph above it. */
type Scope = { refs: string[]; own: PlacedText; said: string; context: string };

type Draft = Pick<AmendmentChange, 'op' | 'field' | 'from' | 'to' | 'how'> & {
  refs: (string | null)[];
  after?: string | null;
  start: number;
  end: number;
};

const unitFields: ReadonlySet<TableField> = new Set([
  'leads',
  'coordinators',
  'handsOffTo',
  'receivesFrom',
  'approvers',
]);

/** Without the marks of an outline, list dashes, quotation marks and a closing full stop. */
const strip = (words: string) =>
  words
    .replace(/^[\s“"«]+|[\s”"».;,]+$/gu, '')
    .replace(/\n\s*[-+•]?$/u, '')
    .replace(/^[-–+•]\s+/u, '')
    .replace(/^(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+/u, '')
    .trim();

/** "Thay thế cụm từ “A” bằng cụm từ “B”", once or several times in one order; "Bỏ cụm từ “A”". */
function readPhrases({ own, said, refs }: Scope): Draft[] {
  const quotes = findQuotes(own.text);
  const after = (place: number) => quotes.findIndex((quote) => quote.start >= place);
  const drafts: Draft[] = [...said.matchAll(phrases)].flatMap((match): Draft[] => {
    const first = quotes[after(match.index)];
    const second = quotes[after(match.index) + 1];
    if (!first || !second) return [];
    const { start } = first;
    return [
      { op: 'change', field: null, from: first.text, to: second.text, how: 'phrase', refs, start, end: second.end },
    ];
  });
  if (drafts.length > 0) return drafts;
  const dropped = /(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ)\s+(?:các )?(?:cụm từ|từ(?: ngữ)?|nội dung|đoạn|câu)\s*["“«]/iu.exec(
    said,
  );
  if (!dropped) return [];
  return quotes.slice(after(dropped.index)).map(({ text, start, end }) => ({
    op: 'change',
    field: null,
    from: text,
    to: '',
    how: 'phrase',
    refs,
    start,
    end,
  }));
}

/** Quotations that only name a column ("cột “Đơn vị chủ trì”") tell the field; the others are the words themselves. */
function sortQuotes(text: string): { field: TableField | null; words: ReturnType<typeof findQuotes> } {
  const quotes = findQuotes(text).map((quote) => {
    const [named] = findFields(quote.text);
    return { quote, names: named?.start === 0 && named.end === quote.text.length ? named.field : null };
  });
  return {
    field: quotes.find(({ names }) => names !== null)?.names ?? null,
    words: quotes.filter(({ names }) => names === null).map(({ quote }) => quote),
  };
}

const turnsInto =
  /["”»][\s,;:]*(?:nay )?(?:được )?(?:(?:sửa(?: đổi)?|đính chính|điều chỉnh|thay|đổi|đọc)(?: lại)? )?(?:thành|sang|bằng|đến|lùi đến|là|xuống(?: còn)?|lên)(?: là)?[^“"«]{0,40}["“«]/iu;
const betweenTimes = 'sang|lùi đến|chuyển sang|đến hết|xuống(?: còn)?|lên';

/** "từ “X” thành “Y”", "đã in “X”, nay sửa là “Y”", also without quotation marks where the words are about time or a lead. */
function readExchange(scope: Scope): Draft[] {
  const { own, said, refs, context } = scope;
  const quoted = sortQuotes(own.text);
  const field = (findFields(said)[0] ?? findFields(context)[0])?.field ?? quoted.field;
  const [first, second] = quoted.words;
  if (first && second && turnsInto.test(said.slice(first.end))) {
    const everywhere = /(?:toàn bộ|toàn văn|trong|tại) (?:các nội dung của )?(?:kế hoạch|phụ lục|chương trình)/iu.test(
      said,
    );
    if (refs.length === 0 && !everywhere) return [];
    const how = field === null || refs.length === 0 ? 'phrase' : 'replace';
    const of = how === 'phrase' ? null : field;
    const { start } = first;
    return [{ op: 'change', field: of, from: first.text, to: second.text, how, refs, start, end: second.end }];
  }
  if (first || refs.length === 0) return [];
  const handed =
    /(?<!\p{L})từ\s+(\p{Lu}.+?)\s+(?:sang|cho|về)\s+(\p{Lu}.+?)\s+(?:làm |là đơn vị )?(?:chủ trì|đầu mối)/su.exec(said);
  const bare =
    handed ??
    (field === null
      ? null
      : new RegExp(
          String.raw`(?<!\p{L})từ\s+(.+?)\s+(?:(?<!hoàn )thành|${betweenTimes})\s+(.+?)(?=[.;]?\s*$|[.;]\n|\s+tại\s+(?:mục|điểm|khoản))`,
          'isu',
        ).exec(said));
  if (!bare) return [];
  const [, from = '', to = ''] = bare;
  const start = own.text.indexOf(from, bare.index);
  const end = own.text.indexOf(to, start + from.length) + to.length;
  return [
    {
      op: 'change',
      field: handed ? 'leads' : field,
      from: strip(from),
      to: strip(to),
      how: 'replace',
      refs,
      start,
      end,
    },
  ];
}

/** "Bổ sung “Văn phòng” là đơn vị phối hợp tại mục I.2", "Bỏ “Văn phòng” khỏi đơn vị phối hợp": names that come or go. */
function readMembers({ own, said, refs, context }: Scope): Draft[] {
  const field = (findFields(said)[0] ?? findFields(context)[0])?.field;
  const how = adds.test(said) ? 'append' : deletes.test(said) || /không giao/iu.test(said) ? 'remove' : null;
  if (!how || !field || !unitFields.has(field) || refs.length === 0 || /như sau\s*:/iu.test(said)) return [];
  const quotes = findQuotes(own.text);
  const bare =
    /(?:bổ sung(?: thêm)?|bỏ|không giao)\s+(.+?)\s+(?:là|làm|vào|khỏi|ra khỏi|trong)\s+(?:danh sách )?(?:các )?(?:đơn vị|cơ quan)/iu.exec(
      said,
    );
  const words = quotes[0]?.text ?? bare?.[1] ?? null;
  if (words === null || words.trim() === '') return [];
  const start = own.text.indexOf(words);
  const [from, to] = how === 'append' ? [null, words] : [words, null];
  return [{ op: 'change', field, from, to, how, refs, start, end: start + words.length }];
}

/** Where the new words of an order stand: between quotation marks, else behind "như sau:" or "thành". */
function findContent({ own, said }: Scope): { start: number; end: number } | null {
  const lead = contentBegins.exec(said) ?? /(?:thành|là|thay bằng|sang|đến hết|đến)\s*:?\s*(?=["“«])/iu.exec(said);
  const from = lead ? lead.index + lead[0].length : null;
  const quotes = findQuotes(own.text).filter(({ start }) => from === null || start >= from);
  const [first] = quotes;
  const last = quotes.at(-1);
  if (first && last && from !== null) return { start: first.start, end: last.end };
  if (from === null) return null;
  const rest = own.text.slice(from);
  const start = from + (rest.length - rest.trimStart().length);
  return rest.trim() === '' ? null : { start, end: own.text.trimEnd().length };
}

/** "Sửa đổi mục I.2.3 như sau: …": the fields that the new words state; without labels, the work itself. */
function readNewWords(scope: Scope): Draft[] {
  const { own, said, refs } = scope;
  if (refs.length === 0) return [];
  const content = findContent(scope);
  const before = said.slice(0, content?.start ?? said.length);
  const field = findFields(before)[0]?.field ?? null;
  const change = (of: TableField, start: number, end: number): Draft => ({
    op: 'change',
    field: of,
    from: null,
    to: strip(own.text.slice(start, end)),
    how: 'replace',
    refs,
    start,
    end,
  });
  const labelled = readLabelled(own.text.slice(content?.start ?? 0)).map((part) => ({
    ...part,
    start: part.start + (content?.start ?? 0),
    end: part.end + (content?.start ?? 0),
  }));
  if (labelled.length > 0) {
    const named = findFields(own.text).find(({ start }) => start >= (content?.start ?? 0));
    const titled = content && field === null && named && /\p{L}{2}/u.test(own.text.slice(content.start, named.start));
    const heading = titled ? [change('title', content.start, named.start)] : [];
    return [...heading, ...labelled.map((part) => change(part.field, part.start, part.end))];
  }
  // Two quotations that nothing ties together are an order that is not understood, and no new text.
  if (content && field === null && !contentBegins.test(said) && sortQuotes(own.text).words.length > 1) return [];
  if (content) return [change(field ?? 'text', content.start, content.end)];
  if (!field) return [];
  // "đến hết ngày 30/9" is a deadline, "Quý III" after "thành" a time: the preposition is part of the words where it says so.
  const bare =
    /(?<!\p{L})(?:(?<!hoàn )thành|sang|là)\s+(.+?)[.;]?\s*$|(?<!\p{L})((?:đến hết|đến|tới|trước|chậm nhất|xuống)\s+(?:là |hết )?(?:ngày|tháng|quý|\d)[^.;]*?)[.;]?\s*$/isu.exec(
      said,
    );
  const words = bare?.[1] ?? bare?.[2];
  if (!bare || !words) return [];
  const start = bare.index + bare[0].indexOf(words);
  return [change(field, start, start + words.length)];
}

/** "điểm h vào sau điểm g khoản 1 Mục III" is III.1.h: a new row that names no part of its own stands beside the row above. */
function besideRow(ref: string | null, after: string | null): string | null {
  if (ref === null || after === null || /^[IVX]/u.test(ref) || ref.includes('.')) return ref;
  return [...after.split('.').slice(0, -1), ref].join('.');
}

/** "Bổ sung mục I.7 vào sau mục I.6 như sau: …": a row that was not there. */
function readAddition(scope: Scope, readRow: (text: string) => NewRow): Draft[] {
  const { own, said } = scope;
  const content = findContent(scope);
  if (!adds.test(said) || !content) return [];
  const head = said.slice(0, content.start);
  if (/sửa đổi\s*,\s*bổ sung/iu.test(head)) return [];
  const rows = findRefs(head);
  const behind = /(?:vào )?(?:phía )?(?:sau|tiếp theo|dưới)\s+$/iu;
  const after = rows.find(({ start }) => behind.test(head.slice(0, start)))?.refs.at(-1) ?? null;
  const [born] = rows.filter(({ start }) => !behind.test(head.slice(0, start)));
  const isField = findFields(head.slice(0, rows[0]?.start ?? head.length)).length > 0;
  const isNewRow =
    born !== undefined || after !== null || /(?:nội dung|nhiệm vụ|dòng|mục|đầu việc)\s*(?:mới|sau)?/iu.test(head);
  if (isField || !isNewRow) return [];
  const item = readRow(own.text.slice(content.start, content.end));
  const ref = besideRow(born?.refs[0] ?? item.ref, after);
  return [
    {
      op: 'add',
      field: null,
      from: null,
      to: { ...item, ref: ref ?? '' },
      how: 'replace',
      refs: [ref ?? null],
      after,
      start: content.start,
      end: content.end,
    },
  ];
}

/** "Giao Văn phòng chủ trì mục I.6 thay Trung tâm Truyền thông": another unit leads. */
function readHandover({ own, said, refs }: Scope): Draft[] {
  const match =
    /(?<!\p{L})giao\s+(?:cho\s+)?(.+?)\s+(?:là đơn vị\s+|làm đơn vị\s+)?(chủ trì|phối hợp)(?!\p{L})(?:.*?(?<!\p{L})thay(?: thế)?(?: cho)?\s+(.+?))?[.;]?\s*$/isu.exec(
      said,
    );
  if (!match || refs.length === 0) return [];
  const [, bare = '', role, gone = null] = match;
  const quotes = findQuotes(own.text);
  const to = quotes[0]?.text ?? strip(bare);
  const from = quotes[1]?.text ?? (gone === null ? null : strip(gone));
  const start = own.text.indexOf(to);
  const leads = role?.toLowerCase() === 'chủ trì';
  return [
    {
      op: 'change',
      field: leads ? 'leads' : 'coordinators',
      from,
      to,
      how: leads || from !== null ? 'replace' : 'append',
      refs,
      start,
      end: start + to.length,
    },
  ];
}

function readDeletion({ said, refs, own }: Scope, deleting: boolean): Draft[] {
  if (!deleting || refs.length === 0) return [];
  const start = own.text.length - own.text.trimStart().length;
  return refs.map((ref) => ({
    op: 'delete',
    field: null,
    from: null,
    to: null,
    how: 'replace',
    refs: [ref],
    start,
    end: said.trimEnd().length,
  }));
}

/** The rows that an order is about. In "sau mục I.6" the row only tells the place. */
function scopeOf(clause: Clause): Scope {
  const own = placeText(clause.lines);
  const said = hideQuotes(own.text);
  const context = clause.parents
    .map((parent) => hideQuotes(parent.lines.map(({ text }) => text).join('\n')))
    .join('\n');
  const content = contentBegins.exec(said);
  const refsIn = (text: string) => findRefs(text).flatMap(({ refs }) => refs);
  const ownRefs = refsIn(content ? said.slice(0, content.index) : said);
  const above = clause.parents.toReversed().map((parent) => refsIn(hideQuotes(parent.lines[0]?.text ?? '')));
  const root = above.find((refs) => refs.length === 1 && /^[IVX]+$/u.test(refs[0] ?? ''))?.[0];
  const completed = ownRefs.map((ref) => (root && !/^[IVX]/u.test(ref) ? `${root}.${ref}` : ref));
  const inherited = above.find((refs) => refs.length > 0) ?? [];
  return { refs: completed.length > 0 ? completed : inherited, own, said, context };
}

/**
 * The changes that one order makes. An order that says nothing by itself ("a) Mục I.3.4") is read with the paragraph above it
 * ("Bãi bỏ các nội dung sau:"). Empty when the order is not understood.
 */
export function readOrder(clause: Clause, readRow: (text: string) => NewRow): AmendmentChange[] {
  const scope = scopeOf(clause);
  const { own, said, context } = scope;
  const lastParent = hideQuotes(
    clause.parents
      .at(-1)
      ?.lines.map(({ text }) => text)
      .join('\n') ?? '',
  );
  const verb = orders.test(said) ? said : lastParent;
  const head = verb.slice(0, contentBegins.exec(verb)?.index ?? verb.length);
  const deleting = deletes.test(head) && !/sửa đổi|bổ sung|thay/iu.test(head);
  const attempts: (() => Draft[])[] = [
    () => readPhrases(scope),
    () => readAddition(scope, readRow),
    () => readMembers(scope),
    () => readHandover(scope),
    () => readExchange(scope),
    () => (deleting && findFields(said).length === 0 ? readDeletion(scope, true) : []),
    () => (orders.test(verb) || context !== '' ? readNewWords(scope) : []),
  ];
  for (const attempt of attempts) {
    const drafts = attempt();
    if (drafts.length > 0) return drafts.flatMap((draft) => toChanges(draft, clause.label, own));
  }
  return [];
}

function toChanges({ refs, start, end, after, ...change }: Draft, clause: string, own: PlacedText): AmendmentChange[] {
  const anchors = anchorsBetween(own, start, end);
  const rows = refs.length > 0 ? refs : [null];
  const value = (words: unknown) =>
    typeof words === 'string' && change.field !== null && unitFields.has(change.field) ? namesIn(words) : words;
  const { from, to } = change;
  return rows.map((ref) => ({
    ...change,
    from: value(from),
    to: value(to),
    ref,
    after: after ?? null,
    clause,
    anchors,
  }));
}
