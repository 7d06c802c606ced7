import { findHeader } from '../grid/find-header.js';
import type { Block } from './blocks.js';
import { findUnruledTables } from './page/find-unruled-tables.js';
import type { Piece } from './page/page.js';

/** A character of plain text as if it were printed: all as wide, one line every 16 points, letters 10 high. */
const characterWidth = 6;
const lineStep = 16;
const letterHeight = 10;

/** A wider text is no plan; the bound keeps the reading of any input short. */
const mostLines = 20_000;

function printLine(text: string, index: number): Piece[] {
  return [...text.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({
    text: match[0],
    x: match.index * characterWidth,
    y: index * lineStep,
    width: match[0].length * characterWidth,
    height: letterHeight,
  }));
}

/**
 * Rows of a table whose columns somebody set apart by runs of blanks, as programs and mails do; `line` counts the lines of the text
 * from 1. Only what begins with the header of a responsibility table is taken: elsewhere blanks set apart a letterhead.
 */
export function readAlignedRows(lines: readonly string[]): (Extract<Block, { kind: 'row' }> & { lastLine: number })[] {
  if (lines.length > mostLines || !lines.some((line) => /\S {2,}\S.* {2,}\S/u.test(line))) return [];
  const pieces = lines.flatMap((line, index) => (/^\s*[-=_ ]*$/u.test(line) ? [] : printLine(line, index)));
  return findUnruledTables(pieces).flatMap(({ rows, tops, pieces: inside }, table) => {
    const lineAt = (top: number) => Math.round(top / lineStep) + 1;
    const last = Math.max(...inside.map(({ y }) => lineAt(y)));
    const blocks = rows.map((cells, index) => ({
      kind: 'row' as const,
      line: lineAt(tops[index] ?? 0),
      lastLine: index + 1 < rows.length ? lineAt(tops[index + 1] ?? 0) - 1 : last,
      table: table + 1,
      cells,
      spansKnown: false,
    }));
    const header = blocks.findIndex((_, index) => index < 5 && findHeader(blocks, index) !== null);
    return header < 0 ? [] : blocks.slice(header);
  });
}
