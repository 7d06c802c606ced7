import { joinLines, sortIntoLines } from './join-lines.js';
import type { Line } from './join-lines.js';
import { median, rightOf } from './page.js';
import type { Box, Page, Piece } from './page.js';

/** A line whose parts stand far apart holds two columns, as the head of a letter does. */
function splitAtGaps(line: Line): Line[] {
  const parts: Piece[][] = [];
  for (const piece of line.pieces) {
    const last = parts.at(-1)?.at(-1);
    if (last && piece.x - rightOf(last) < piece.height * 2) parts.at(-1)?.push(piece);
    else parts.push([piece]);
  }
  return parts.length === 1 ? [line] : parts.flatMap((pieces) => sortIntoLines(pieces));
}

/** A bare number at the edge of the page; further in only the number of this very page. */
function isPageNumber(line: Line, page: Page): boolean {
  const number = /^[-–\s]*(?:trang\s*)?(\d{1,4})(?:\s*\/\s*\d{1,4})?[-–\s]*$/iu.exec(line.text)?.[1];
  if (number === undefined) return false;
  const edge = Number(number) === page.number ? 0.15 : 0.09;
  return line.bottom < page.height * edge || line.top > page.height * (1 - edge);
}

/**
 * The text of a page outside its tables, in paragraphs from top to bottom. Numbers of pages are left out. Parts of a line that stand
 * far apart stay apart; the lines of a head of two columns are not joined.
 */
export function readPageText(
  page: Page,
  pieces: readonly Piece[],
  tables: readonly Box[],
): { text: string; top: number }[] {
  const lines = sortIntoLines(pieces).filter((line) => !isPageNumber(line, page));
  const bodyWidth =
    Math.max(0, ...lines.map((line) => line.right)) - Math.min(page.width, ...lines.map((line) => line.left));
  const usualHeight = median(lines.map((line) => line.bottom - line.top));
  const texts: { text: string; top: number }[] = [];
  let open: Line[] = [];
  const close = () => {
    const [first] = open;
    if (first)
      for (const text of joinLines(open, bodyWidth)) texts.push({ text, top: first.top + texts.length * 1e-6 });
    open = [];
  };
  for (const line of lines) {
    const parts = splitAtGaps(line);
    const last = open.at(-1);
    const isBroken =
      last &&
      (line.top - last.bottom > usualHeight * 1.2 || tables.some(({ top }) => top > last.top && top < line.top));
    if (parts.length > 1 || isBroken) close();
    if (parts.length > 1)
      for (const part of parts) texts.push({ text: part.text, top: line.top + texts.length * 1e-6 });
    else open.push(line);
  }
  close();
  return texts;
}
