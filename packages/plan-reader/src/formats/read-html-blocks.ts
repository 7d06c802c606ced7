import { load } from 'cheerio';
import type { Cheerio, CheerioAPI } from 'cheerio';

import type { Block, BlockCell } from './blocks.js';

type Elements = ReturnType<CheerioAPI>;
type AnyNode = Elements extends Cheerio<infer Node> ? Node : never;

const mostColumns = 60;

function lineOf(node: AnyNode): number {
  const place = (node as { sourceCodeLocation?: { startLine?: number } | null }).sourceCodeLocation;
  return place?.startLine ?? 1;
}

function readSpan(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span > 1 ? Math.min(span, most) : 1;
}

/** Lays the cells of a table on a grid: a cell over several rows leaves a covered cell in each row below it. */
function readTable($: CheerioAPI, table: Elements): Block[] {
  const rows = table
    .find('tr')
    .filter((_, row) => $(row).closest('table').is(table))
    .toArray();
  const spansKnown = table.find('[rowspan]').length > 0;
  const open: { rowsLeft: number; rowsAbove: number }[] = [];
  return rows.map((row): Block => {
    const cells: BlockCell[] = [];
    const own = $(row).children('td, th').toArray();
    const takeCovered = () => {
      for (let span = open[cells.length]; span && span.rowsLeft > 0; span = open[cells.length]) {
        span.rowsLeft -= 1;
        span.rowsAbove += 1;
        cells.push({ text: '', covered: { rowsAbove: span.rowsAbove } });
      }
    };
    for (const cell of own) {
      takeCovered();
      if (cells.length >= mostColumns) break;
      const width = readSpan($(cell).attr('colspan'), mostColumns - cells.length);
      const height = readSpan($(cell).attr('rowspan'), 10_000);
      for (let column = 0; column < width; column += 1) {
        open[cells.length] = { rowsLeft: height - 1, rowsAbove: 0 };
        cells.push({ text: column === 0 ? ($(cell).html() ?? '') : '' });
      }
    }
    takeCovered();
    return { kind: 'row', line: lineOf(row), cells, spansKnown };
  });
}

/** Reads an HTML page: its tables with true row and column spans, its other blocks as lines of text. Scripts are not run, links not followed. */
export function readHtmlBlocks(html: string): Block[] {
  const $ = load(html, { sourceCodeLocationInfo: true });
  $('script, style, head').remove();
  const blocks: Block[] = [];
  $('table, p, h1, h2, h3, h4, h5, h6, li, div').each((_, node) => {
    const element = $(node);
    if (element.is('table')) {
      if (element.parents('table').length === 0) blocks.push(...readTable($, element));
      return;
    }
    if (element.parents('table').length > 0 || element.find('table, p, div').length > 0) return;
    const text = element.text().replace(/\s+/g, ' ').trim();
    if (text) blocks.push({ kind: 'text', line: lineOf(node), text });
  });
  return blocks;
}
