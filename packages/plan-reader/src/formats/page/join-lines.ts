import { bottomOf, median, rightOf } from './page.js';
import type { Piece } from './page.js';

/** Pieces that stand beside each other on one line of print. */
export type Line = { text: string; left: number; right: number; top: number; bottom: number; pieces: Piece[] };

const numberStart = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]+[.)])\s*\S/u;
const dashStart = /^[-–+•*]\s*\S/u;

function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let end = Number.NaN;
  for (const piece of pieces) {
    const gap = piece.x - end;
    const isApart = gap > piece.height * 0.15 && !text.endsWith(' ') && !piece.text.startsWith(' ');
    text += isApart ? ` ${piece.text}` : piece.text;
    end = rightOf(piece);
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Sorts pieces into lines of print: those that overlap in height by half stand on one line. */
export function sortIntoLines(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of pieces
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const middle = piece.y + piece.height / 2;
    const line = lines.findLast((candidate, index) => {
      const [first] = candidate;
      return index >= lines.length - 4 && first !== undefined && middle > first.y && middle < bottomOf(first);
    });
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    const sorted = line.toSorted((one, other) => one.x - other.x);
    return {
      text: joinPieces(sorted),
      left: Math.min(...sorted.map(({ x }) => x)),
      right: Math.max(...sorted.map(rightOf)),
      top: Math.min(...sorted.map(({ y }) => y)),
      bottom: Math.max(...sorted.map(bottomOf)),
      pieces: sorted,
    };
  });
}

/** How wide letters are beside each other, roughly, in any font of print. */
function weigh(text: string): number {
  let weight = 0;
  for (const letter of text.normalize('NFD').replaceAll(/\p{M}/gu, '')) {
    if (/[\sijltfrI.,;:'|()1-]/u.test(letter)) weight += 0.55;
    else weight += /[mwMW]/u.test(letter) ? 1.5 : /\p{Lu}/u.test(letter) ? 1.25 : 1;
  }
  return weight;
}

function widthOfFirstWord(line: Line): number {
  const [word = ''] = line.text.replace(/^[-–+•*]\s+/u, '').split(' ');
  return ((line.right - line.left) * weigh(word)) / Math.max(1, weigh(line.text));
}

/** "28-" and "NQ/TW" are one word that the edge has cut at its hyphen. */
function joinTexts(above: string, below: string): string {
  return /[\p{L}\d]-$/u.test(above) ? above + below : `${above} ${below}`;
}

/**
 * Joins lines of print into paragraphs. A line ends its paragraph when the first word of the next one would still have fitted beside
 * it, when the next begins as a list does, or when more white than usual stands between. A dash begins a list only where the first
 * line has one too: names of offices hold dashes.
 */
export function joinLines(lines: readonly Line[], width: number): string[] {
  const steps = lines.slice(1).map((line, index) => line.top - (lines[index]?.top ?? 0));
  const usualStep = median(steps.filter((step) => step > 0));
  const isList = dashStart.test(lines[0]?.text ?? '');
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const before = paragraphs.at(-1);
    const room = above ? width - (above.right - above.left) : 0;
    const hasRoom = above !== undefined && room > widthOfFirstWord(line) * 1.15 + (line.bottom - line.top) * 0.45;
    const isFar = above !== undefined && usualStep > 0 && line.top - above.top > usualStep * 1.45;
    const beginsList = numberStart.test(line.text) || (isList && dashStart.test(line.text));
    if (before === undefined || hasRoom || isFar || beginsList) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinTexts(before, line.text);
  }
  return paragraphs;
}
