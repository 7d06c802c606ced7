import { beginsDuty } from '@phancong/units';

import type { Block, BlockPlace } from '../../formats/blocks.js';
import { comesNext, readMark } from './marks.js';
import type { Mark } from './marks.js';
import { isNoiseLine, tidyLine } from './tidy-line.js';

/** A paragraph as the author meant it: wraps, false breaks and page breaks inside it are healed. `text` keeps the mark. */
export type Paragraph = {
  text: string;
  line: number;
  lastLine: number;
  mark: Mark | null;
  row: number;
  place: BlockPlace;
};

type Line = { text: string; line: number; afterGap: boolean; own: boolean; place: BlockPlace };

/** No clause of a plan is longer; the bound keeps the reading of any input short, and what is beyond it stands by itself. */
const longestParagraph = 5000;

function cutLong(line: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < Math.max(1, line.length); start += longestParagraph)
    parts.push(line.slice(start, start + longestParagraph));
  return parts;
}

/** Lines of all blocks; a cell of a table that lays out a letterhead or signatures stands for lines of its own. */
function listLines(blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  const add = (raw: string, { line, page, sheet }: Block, own: boolean) => {
    const place = { ...(page === undefined ? {} : { page }), ...(sheet === undefined ? {} : { sheet }) };
    for (const part of raw.split('\n').flatMap(cutLong)) {
      const text = tidyLine(part);
      if (text === '' || isNoiseLine(text)) afterGap ||= text === '' || text.length < 6;
      else {
        lines.push({ text, line, afterGap, own, place });
        afterGap = false;
      }
    }
  };
  for (const block of blocks) {
    if (block.kind === 'blank') afterGap = true;
    else if (block.kind === 'text') add(block.text, block, false);
    else
      for (const cell of block.cells) {
        afterGap = true;
        add(cell.text, block, true);
        afterGap = true;
      }
  }
  return lines;
}

/** The width at which the lines were broken by hand or by a scan; null for text whose lines are whole paragraphs. */
function findWrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map(({ text }) => text.length).toSorted((a, b) => a - b);
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
  const isWrapped = lengths.length >= 8 && at(1) <= 150 && at(0.95) <= at(0.6) * 1.45 && at(0.95) >= 40;
  return isWrapped ? at(0.9) : null;
}

const openEnd =
  /(?:[,(/–-]|(?<![\p{L}])(?:và|của|các|về|với|cho|tại|theo|số|là|từ|đến|trong|trên|bằng|để|do|hoặc|những|ngày|Luật|Điều|khoản|Việt))$/u;

function hasOpenBracket(text: string): boolean {
  const last = text.lastIndexOf('(');
  return last >= 0 && text.length - last < 300 && !text.slice(last).includes(')');
}

/** Does this line go on with the paragraph before it? */
function goesOn(before: string, previous: Line, next: Line, fits: boolean, width: number | null): boolean {
  if (next.own || previous.own || before.length >= longestParagraph) return false;
  const firstWord = next.text.split(' ')[0] ?? '';
  const isFull = width !== null && previous.text.length + 1 + firstWord.length >= width * 0.93;
  const isNearlyFull = width !== null && previous.text.length + 1 + firstWord.length >= width * 0.86;
  const isEnded = /[.!?:;…]["”)]?$|\.\/\.$/u.test(before);
  const mark = readMark(next.text);
  if (mark && fits) {
    const isTail = isFull && !isEnded && !next.afterGap;
    return isTail && (mark.style === 'dash' || mark.style === 'plus') && /^\S\s+\p{Ll}/u.test(next.text);
  }
  if (hasOpenBracket(before)) return true;
  if (/^[\p{Ll}\d(,;.)%/…]/u.test(next.text)) {
    if (!isEnded) return !next.text.startsWith('(') || !next.afterGap || isFull || /\p{L}$/u.test(before);
    if (before.endsWith(':')) return true;
    return before.endsWith(';') ? isFull || next.afterGap : isFull && !next.afterGap;
  }
  if (isEnded) return isFull && !next.afterGap;
  return (
    openEnd.test(before) ||
    isFull ||
    (isNearlyFull && !beginsDuty(next.text.charAt(0).toLowerCase() + next.text.slice(1)))
  );
}

function join(before: string, next: string): string {
  return /[\p{L}\d/]-$/u.test(before) ? before + next : `${before} ${next}`;
}

function healWords(text: string): string {
  return text.replace(/(?<=[\p{L}\d])- (?=\p{Lu}{2})/gu, '-');
}

/** Heals the lines of a text into paragraphs, each with the mark that opens it. */
export function joinLines(blocks: readonly Block[]): Paragraph[] {
  const lines = listLines(blocks);
  const width = findWrapWidth(lines);
  const paragraphs: Paragraph[] = [];
  const last = new Map<string, readonly number[]>();
  let previous: Line | undefined;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const mark = readMark(line.text);
    const key = mark ? `${mark.style}${mark.steps.length}` : '';
    const fits = mark !== null && comesNext(mark, last.get(key));
    if (current && previous && goesOn(current.text, previous, line, fits, width)) {
      current.text = join(current.text, line.text);
      current.lastLine = line.line;
    } else {
      if (mark) last.set(key, mark.steps);
      paragraphs.push({
        text: line.text,
        line: line.line,
        lastLine: line.line,
        mark,
        row: paragraphs.length,
        place: line.place,
      });
    }
    previous = line;
  }
  for (const paragraph of paragraphs) paragraph.text = healWords(paragraph.text);
  return paragraphs;
}
