import { load } from 'cheerio';

const lineTags = new Set(['p', 'li', 'ul', 'ol', 'div', 'br', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const cellTags = new Set(['td', 'th']);

export interface MarkupNode {
  type: string;
  name?: string;
  data?: string;
  children?: MarkupNode[];
}

function collectText(nodes: readonly MarkupNode[], parts: string[]): void {
  const pending = nodes.toReversed();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'text') parts.push(node.data === '\n' ? '\n' : (node.data ?? '').replace(/\s+/g, ' '));
    const isLine = node.name !== undefined && lineTags.has(node.name);
    if (isLine) parts.push('\n');
    else if (node.name !== undefined && cellTags.has(node.name)) parts.push(' ');
    if (isLine && node.children?.length) pending.push({ type: 'text', data: '\n' });
    if (node.type !== 'comment') pending.push(...(node.children ?? []).toReversed());
  }
}

/** The words under some nodes of a page: lists, paragraphs and breaks become lines, cells of a table inside are set apart by blanks. */
export function wordsUnder(nodes: readonly MarkupNode[]): string {
  const parts: string[] = [];
  collectText(nodes, parts);
  return parts.join('');
}

/**
 * The words of a cell or line as optical recognition and editors write them: HTML lists and paragraphs become lines, bold and
 * italic marks go, and a word broken at its hyphen ("VssID- BHXH") is joined.
 */
export function readMarkupText(raw: string): string {
  const words = /[<&]/.test(raw)
    ? wordsUnder(
        load(raw, { xml: { xmlMode: false } }, false)
          .root()
          .toArray(),
      )
    : raw;
  return words
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1')
    .replace(/~~(.*?)~~/g, '$1')
    .replace(/(?<=\p{L})-[ \t]+(?=\p{Lu})/gu, '-');
}
