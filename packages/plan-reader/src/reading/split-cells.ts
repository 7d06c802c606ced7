import type { Doubt } from '@phancong/contracts';

import type { Column } from '../grid/recognise-columns.js';
import type { Piece } from '../grid/table-rows.js';
import { doubtSplit } from './doubts.js';
import { letterAt } from './outline.js';
import type { OutlinedRow } from './outline.js';

const bullet = /(?:^|\n)\s*(?:[-–+•*]|[a-zđ][.)]|\d{1,2}[.)])\s+(?=\S)/gu;
const inline = /(?<=[;.]\s*)[-–+•]\s+(?=\p{Lu})/gu;

/**
 * The points of a cell that holds a list of duties, each with its place. Empty where the cell is no list: fewer than two points, or words
 * before the first that the points only explain.
 */
function cutPoints(pieces: readonly Piece[]): Piece[] {
  const [piece, ...more] = pieces;
  if (!piece || more.length > 0) return [];
  const { text } = piece;
  const marks = [...text.matchAll(bullet), ...text.matchAll(inline)].toSorted((a, b) => a.index - b.index);
  if (marks.length < 2 || text.slice(0, marks[0]?.index).trim() !== '') return [];
  return marks.map((mark, index) => {
    const start = mark.index + mark[0].length;
    const end = marks[index + 1]?.index ?? text.length;
    const words = text.slice(start, end).replace(/[\s;.]+$/u, '');
    return { ...piece, text: words, from: (piece.from ?? 0) + start };
  });
}

/** What each point of the work has in another column: its own point where that lists as many, else the whole cell. */
function pieceAt(pieces: readonly Piece[], count: number, index: number): Piece[] {
  const points = cutPoints(pieces);
  const own = points[index];
  return points.length === count && own ? [own] : [...pieces];
}

const paired = ['timing', 'leads', 'coordinators', 'deliverable', 'text'] as const;

/**
 * Divides rows whose cell of work lists several duties: where the table has no column of times, so that each duty says its own, or where
 * another column lists as many points. Any other such row stays one, and a doubt asks about it.
 */
export function splitLists(
  rows: readonly OutlinedRow[],
  columns: ReadonlySet<Column>,
): { rows: OutlinedRow[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const refs = new Set(rows.map(({ ref }) => ref));
  const split = rows.flatMap((entry): OutlinedRow[] => {
    const points = cutPoints(entry.row.fields.title ?? []);
    const count = points.length;
    if (entry.kind !== 'item' || count < 2) return [entry];
    const isPaired = paired.some((column) => cutPoints(entry.row.fields[column] ?? []).length === count);
    const partRefs = points.map((_, index) => `${entry.ref}.${letterAt(index)}`);
    const { ref } = entry;
    if ((columns.has('timing') && !isPaired) || partRefs.some((part) => refs.has(part))) {
      doubts.push(
        doubtSplit(
          ref,
          `Mục ${ref} liệt kê ${count} ý trong một ô và được đọc thành một việc. Nếu là ${count} việc riêng, hãy tách dòng. Giữ một việc?`,
          `Row ${ref} lists ${count} points in one cell and was read as one piece of work. Split it where they are ${count}. Keep it as one?`,
          0.7,
        ),
      );
      return [entry];
    }
    for (const part of partRefs) refs.add(part);
    doubts.push(
      doubtSplit(
        partRefs[0] ?? ref,
        `Ô nhiệm vụ của mục ${ref} liệt kê ${count} việc nên đã tách thành ${partRefs[0]} - ${partRefs.at(-1)}. Đúng không?`,
        `The cell of row ${ref} lists ${count} duties and was divided into ${partRefs[0]} - ${partRefs.at(-1)}. Right?`,
        0.8,
      ),
    );
    return points.map((point, index) => {
      const fields = { ...entry.row.fields, title: [point] };
      for (const column of paired) {
        const pieces = entry.row.fields[column];
        if (pieces) fields[column] = pieceAt(pieces, count, index);
      }
      const words = point.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
      return { ...entry, ref: partRefs[index] ?? ref, title: words, row: { ...entry.row, fields } };
    });
  });
  return { rows: split, doubts };
}
