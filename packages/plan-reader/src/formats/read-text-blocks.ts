import type { Block } from './blocks.js';
import { readMarkupText } from './read-markup-text.js';

const markdownRow = /^\s*\|(.*)\|\s*$/;

function toCells(texts: readonly string[]) {
  return texts.map((text) => ({ text: readMarkupText(text) }));
}

/**
 * Reads text as OCR or an editor gives it: a line with tabs is a row of cells, and so is a Markdown row between bars; every
 * other line is text. Lines are counted from 1. Where cells were merged such text does not say, so spans are not known.
 */
export function readTextBlocks(text: string): Block[] {
  return text.split(/\r\n|\n|\r/).map((content, index): Block => {
    const line = index + 1;
    if (content.trim() === '') return { kind: 'blank', line };
    const bars = markdownRow.exec(content);
    if (bars) {
      const cells = (bars[1] ?? '').split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
      return { kind: 'row', line, cells: toCells(cells), spansKnown: false };
    }
    if (!content.includes('\t')) return { kind: 'text', line, text: readMarkupText(content) };
    return { kind: 'row', line, cells: toCells(content.split('\t')), spansKnown: false };
  });
}
