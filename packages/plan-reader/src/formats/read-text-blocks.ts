import type { Block } from './blocks.js';
import { readAlignedRows } from './read-aligned-text.js';
import { readMarkupText } from './read-markup-text.js';

const markdownRow = /^\s*\|(.*)\|\s*$/;

function toCells(texts: readonly string[]) {
  return texts.map((text) => ({ text: readMarkupText(text) }));
}

/**
 * Reads text as OCR or an editor gives it: a line with tabs is a row of cells, and so is a Markdown row between bars; every
 * other line is text, but for tables whose columns blanks set apart. Lines are counted from 1. Where cells were merged such text does not say, so spans are not known.
 */
export function readTextBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|\n|\r/);
  const aligned = text.includes('\t') ? [] : readAlignedRows(lines);
  const rows = new Map(aligned.map((row) => [row.line, row]));
  let coveredTo = 0;
  return lines.flatMap((content, index): Block[] => {
    const line = index + 1;
    const row = rows.get(line);
    if (!row) return line <= coveredTo ? [] : [readLine(content, line)];
    const { lastLine, ...block } = row;
    coveredTo = lastLine;
    return [block];
  });
}

function readLine(content: string, line: number): Block {
  if (content.trim() === '') return { kind: 'blank', line };
  const bars = markdownRow.exec(content);
  if (bars) {
    const cells = (bars[1] ?? '').split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
    return { kind: 'row', line, cells: toCells(cells), spansKnown: false };
  }
  if (!content.includes('\t')) return { kind: 'text', line, text: readMarkupText(content) };
  return { kind: 'row', line, cells: toCells(content.split('\t')), spansKnown: false };
}
