import type { TableRow } from '../grid/table-rows.js';
import { wordsOf } from '../grid/table-rows.js';

/** A row with its place in the outline. Headings hold other rows and are never tasks. */
export type OutlinedRow = {
  row: TableRow;
  kind: 'heading' | 'item';
  ref: string;
  title: string;
  parentRef: string | null;
  headingTitles: string[];
  /** Rows of one block follow each other without a heading between them; merged cells never reach beyond. */
  block: number;
};

/** Letters as Vietnamese outlines count them: đ follows d, there is no f, j, w or z. */
const letters = 'abcdđeghiklmnopqrstuvxy'.split('');

export function letterAt(index: number): string {
  return letters[index] ?? `x${index - letters.length + 1}`;
}

const unnumberedLevel = 8;
const letterLevel = 7;

function readMark(mark: string): { level: number; label: string } {
  const text = mark.trim().replace(/[.)]$/, '');
  if (/^[IVX]+$/.test(text)) return { level: 1, label: text };
  if (/^[A-ZĐ]$/.test(text)) return { level: 0, label: text };
  if (/^\d{1,3}(?:\.\d{1,3})*$/.test(text)) return { level: 1 + text.split('.').length, label: text };
  // A code: "A1", "A.1", "NV-03"; of "A.1" below "A" the letter is not said twice.
  if (/^[A-ZĐ]{1,3}[.-]?\d{1,3}(?:\.\d{1,3})*$/.test(text)) return { level: 1 + text.split('.').length, label: text };
  if (/^[a-zđ]$/.test(text)) return { level: letterLevel, label: text };
  return { level: unnumberedLevel, label: '' };
}

const contentColumns = ['leads', 'coordinators', 'timing', 'text', 'unitOfMeasure', 'deliverable', 'budget'] as const;

function isBare(row: TableRow): boolean {
  return contentColumns.every((column) => wordsOf(row, column) === '' && row.covered[column] === undefined);
}

/** A group with nothing but the sum of its rows: "I | Giao thông | 120.000". */
function holdsSum(row: TableRow): boolean {
  return contentColumns.every(
    (column) => column === 'budget' || (wordsOf(row, column) === '' && row.covered[column] === undefined),
  );
}

/** A bare row is a heading when deeper rows follow; among its equals it is an item whose cells are merged with the ones above. */
function isHeading(row: TableRow, next: TableRow | undefined): boolean {
  if (!next || !(isBare(row) || holdsSum(row))) return false;
  if (row.isBand) return true;
  return readMark(wordsOf(next, 'mark')).level > readMark(wordsOf(row, 'mark')).level;
}

type OpenLevel = { level: number; ref: string; title: string; kind: 'heading' | 'item'; unnumbered: number };

function countUnnumbered(rows: readonly TableRow[], after: number): number {
  let count = 0;
  for (const row of rows.slice(after + 1)) {
    if (readMark(wordsOf(row, 'mark')).level !== unnumberedLevel) return count;
    count += 1;
  }
  return count;
}

/** A table that numbers nothing is counted row by row, its groups by letters; otherwise each row has the number that it writes. */
function marksOf(rows: readonly TableRow[]): string[] {
  const marks = rows.map((row) => wordsOf(row, 'mark'));
  if (marks.some((mark) => mark !== '')) return marks;
  let [groups, items] = [-1, 0];
  return rows.map((row) => {
    if (row.isBand) return letterAt((groups += 1)).toUpperCase();
    return String((items += 1));
  });
}

/** A ref that a careless document uses twice is lettered: 1, 1.b, 1.c …; `used` counts how often each was asked for. */
function findFreeRef(ref: string, used: Map<string, number>): string {
  for (let index = used.get(ref) ?? 0; ; index += 1) {
    const candidate = index === 0 ? ref : `${ref}.${letterAt(index)}`;
    if (index > 0 && used.has(candidate)) continue;
    used.set(ref, index + 1);
    if (index > 0) used.set(candidate, 1);
    return candidate;
  }
}

/**
 * Gives every row its ref: "I" + "1.1" = "I.1.1"; rows with a dash are lettered a, b, c, d, đ … under their heading; a single
 * row without number under a heading takes the heading's ref, several are lettered. Refs never repeat.
 */
export function outlineRows(rows: readonly TableRow[]): OutlinedRow[] {
  const open: OpenLevel[] = [];
  const used = { heading: new Map<string, number>(), item: new Map<string, number>() };
  const outlined: OutlinedRow[] = [];
  let block = 0;
  let loneUnnumbered = false;
  const marks = marksOf(rows);

  for (const [index, row] of rows.entries()) {
    const mark = marks[index] ?? '';
    const { level, label } = readMark(mark);
    const kind = isHeading(row, rows[index + 1]) ? 'heading' : 'item';
    if (kind === 'heading') block += 1;
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const parent = open.at(-1);
    const prefix = level >= letterLevel ? parent?.ref : open.findLast((entry) => entry.level < 2)?.ref;
    let ref = prefix && label.startsWith(`${prefix}.`) ? label : [prefix, label].filter(Boolean).join('.');
    if (level === unnumberedLevel) {
      const takesParent = parent?.kind === 'heading' && loneUnnumbered && mark === '';
      ref = takesParent ? parent.ref : [prefix, letterAt(parent?.unnumbered ?? index)].filter(Boolean).join('.');
      if (parent) parent.unnumbered += 1;
    }
    ref = findFreeRef(ref || String(index + 1), used[kind]);
    const title = wordsOf(row, 'title').replaceAll('\n', ' ');
    outlined.push({
      row,
      kind,
      ref,
      title,
      parentRef: parent?.kind === 'item' ? parent.ref : null,
      headingTitles: open.filter((entry) => entry.kind === 'heading').map((entry) => entry.title),
      block,
    });
    if (level < unnumberedLevel) {
      open.push({ level, ref, title, kind, unnumbered: 0 });
      loneUnnumbered = countUnnumbered(rows, index) === 1;
    }
  }
  return outlined;
}
