import type { BlockCell } from '../blocks.js';
import { joinLines, sortIntoLines } from './join-lines.js';
import type { Line } from './join-lines.js';
import { median, rightOf } from './page.js';
import type { Piece } from './page.js';

/** A table without drawn lines: its rows, where each begins, and the pieces that stand in them. */
export type UnruledTable = { top: number; rows: BlockCell[][]; tops: number[]; pieces: Piece[] };

const fewestRows = 3;

/** Parts of a line with white between them wider than any blank between words. */
function countParts(line: Line): number {
  let parts = 1;
  for (const [index, piece] of line.pieces.entries()) {
    const before = line.pieces[index - 1];
    if (before && piece.x - rightOf(before) > piece.height * 0.9) parts += 1;
  }
  return parts;
}

/** Behind the last line with several parts the rest of its cells may follow, as close below each other as lines of one cell. */
function endOfTable(lines: readonly Line[]): number {
  let end = lines.findLastIndex((line) => countParts(line) >= 2) + 1;
  const left = Math.min(...lines.slice(0, end).map((line) => line.left));
  for (let line = lines[end]; line; line = lines[end]) {
    const above = lines[end - 1];
    const isClose = above !== undefined && line.top - above.bottom < (line.bottom - line.top) * 0.6;
    if (!isClose || line.left < left + 5) return end;
    end += 1;
  }
  return end;
}

/** Stretches of lines in most of which at least three parts stand beside each other. */
function findStretches(lines: readonly Line[]): Line[][] {
  const stretches: Line[][] = [];
  let open: Line[] = [];
  let single = 0;
  const close = () => {
    const stretch = open.slice(0, endOfTable(open));
    if (stretch.filter((line) => countParts(line) >= 3).length >= fewestRows) stretches.push(stretch);
    open = [];
    single = 0;
  };
  for (const line of lines) {
    const parts = countParts(line);
    if (open.length === 0 && parts < 3) continue;
    single = parts === 1 ? single + 1 : 0;
    if (single > 4) close();
    else open.push(line);
  }
  close();
  return stretches;
}

/** The places where white runs through nearly all lines of a stretch: between its columns. */
function findGutters(lines: readonly Line[], height: number): number[] {
  const left = Math.floor(Math.min(...lines.map((line) => line.left)));
  const right = Math.ceil(Math.max(...lines.map((line) => line.right)));
  const taken = Array.from({ length: Math.min(5000, right - left + 1) }, () => 0);
  for (const line of lines) {
    const covered = new Set<number>();
    for (const piece of line.pieces)
      for (let x = Math.floor(piece.x); x < rightOf(piece); x += 1) covered.add(x - left);
    for (const x of covered) taken[x] = (taken[x] ?? 0) + 1;
  }
  const most = Math.floor(lines.length * 0.08);
  const gutters: number[] = [];
  let start: number | null = null;
  for (const [x, count] of taken.entries()) {
    if (count <= most) start ??= x;
    else if (start !== null) {
      if (start > 0 && x - start >= height * 0.55) gutters.push(left + (start + x) / 2);
      start = null;
    }
  }
  return gutters;
}

/** Cuts a stretch into rows: where the first column says something, or where more white than between lines of a cell stands. */
function cutRows(lines: readonly Line[], firstGutter: number): Line[][] {
  const steps = lines.slice(1).map((line, index) => line.top - (lines[index]?.top ?? 0));
  const usual = median(steps);
  const smallest = Math.min(...steps.filter((step) => step > 1), usual);
  const tellsByWhite = steps.filter((step) => step > smallest * 1.3).length >= 2 && usual < smallest * 1.3;
  const rows: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const step = steps[index - 1] ?? Number.POSITIVE_INFINITY;
    const isMarked = line.left < firstGutter;
    if (rows.length === 0 || (tellsByWhite ? step > smallest * 1.3 : isMarked)) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  return rows;
}

/** Finds tables that only white space holds together: stretches of lines with the same gutters, cut into rows and columns. */
export function findUnruledTables(pieces: readonly Piece[]): UnruledTable[] {
  const lines = sortIntoLines(pieces);
  const height = median(lines.map((line) => line.bottom - line.top));
  return findStretches(lines).flatMap((stretch): UnruledTable[] => {
    const gutters = findGutters(stretch, height);
    const [first] = gutters;
    const [firstLine] = stretch;
    if (gutters.length < 2 || first === undefined || !firstLine) return [];
    const right = Math.max(...stretch.map((line) => line.right));
    const cut = cutRows(stretch, first);
    const rows = cut.map((row) =>
      [...gutters, right + 1].map((end, column): BlockCell => {
        const start = gutters[column - 1] ?? Number.NEGATIVE_INFINITY;
        const inside = row
          .flatMap((line) => line.pieces)
          .filter(
            (piece) =>
              piece.x + Math.min(piece.width / 2, height) > start && piece.x + Math.min(piece.width / 2, height) <= end,
          );
        const left = Math.min(
          ...stretch
            .flatMap((line) => line.pieces)
            .filter(({ x }) => x > start && x <= end)
            .map(({ x }) => x),
        );
        const widest = Math.max(
          ...stretch
            .flatMap((line) => line.pieces)
            .filter((piece) => piece.x > start && piece.x <= end)
            .map(rightOf),
        );
        return { text: joinLines(sortIntoLines(inside), Math.min(end, widest) - left).join('\n') };
      }),
    );
    return [
      {
        top: firstLine.top,
        rows,
        tops: cut.map((row) => row[0]?.top ?? 0),
        pieces: stretch.flatMap((line) => line.pieces),
      },
    ];
  });
}
