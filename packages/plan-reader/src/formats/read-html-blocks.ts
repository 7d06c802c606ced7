import { load } from 'cheerio';
import type { Cheerio, CheerioAPI } from 'cheerio';

import type { Block } from './blocks.js';
import { CellLayout, mostColumns } from './lay-out-cells.js';
import { wordsUnder } from './read-markup-text.js';

type Elements = ReturnType<CheerioAPI>;
type AnyNode = Elements extends Cheerio<infer Node> ? Node : never;

function lineOf(node: AnyNode): number {
  const place = (node as { sourceCodeLocation?: { startLine?: number } | null }).sourceCodeLocation;
  return place?.startLine ?? 1;
}

function readSpan(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span > 1 ? Math.min(span, most) : 1;
}

function ownRows($: CheerioAPI, table: Elements): AnyNode[] {
  return table
    .find('tr')
    .filter((_, row) => $(row).closest('table').is(table))
    .toArray();
}

function readTable($: CheerioAPI, element: Elements, table: number): Block[] {
  const rows = ownRows($, element);
  const spansKnown = element.find('[rowspan]').length > 0;
  const layout = new CellLayout();
  return rows.map((row): Block => {
    const stated = $(row)
      .children('td, th')
      .toArray()
      .map((cell) => ({
        text: wordsUnder([cell]),
        columns: readSpan($(cell).attr('colspan'), mostColumns),
        rows: readSpan($(cell).attr('rowspan'), 10_000),
      }));
    return { kind: 'row', line: lineOf(row), table, cells: layout.layRow(stated), spansKnown };
  });
}

/** A table that only frames a page holds the real one in a cell of its own width. */
function isFrame($: CheerioAPI, element: Elements): boolean {
  return element.find('table').length > 0 && ownRows($, element).every((row) => $(row).children('td, th').length <= 1);
}

/**
 * Reads an HTML page, Word's own too: its tables with true row and column spans, its other blocks as lines of text. Scripts are not
 * run, links not followed, hidden parts and what an editor marks as deleted left out.
 */
export function readHtmlBlocks(html: string): Block[] {
  const $ = load(html, { sourceCodeLocationInfo: true });
  $('script, style, head, template, del, [hidden]').remove();
  $('[style]')
    .filter((_, node) => /display\s*:\s*none/i.test($(node).attr('style') ?? ''))
    .remove();
  const frames = new Set(
    $('table')
      .toArray()
      .filter((node) => isFrame($, $(node))),
  );
  const isInTable = (element: Elements) =>
    element
      .parents('table')
      .toArray()
      .some((parent) => !frames.has(parent));
  const blocks: Block[] = [];
  let tables = 0;
  $('table, p, h1, h2, h3, h4, h5, h6, li, div, td').each((_, node) => {
    const element = $(node);
    if (isInTable(element)) return;
    if (element.is('table')) {
      if (!frames.has(node)) blocks.push(...readTable($, element, (tables += 1)));
      return;
    }
    if (element.find('table, p, div, li, h1, h2, h3, h4, h5, h6').length > 0) return;
    const line = lineOf(node);
    for (const words of wordsUnder([node]).split('\n')) {
      const text = words.replace(/\s+/g, ' ').trim();
      if (text) blocks.push({ kind: 'text', line, text });
    }
  });
  return blocks;
}
