import { load } from 'cheerio';

const blockTags = new Set(['p', 'li', 'ul', 'ol', 'div', 'br', 'tr', 'table', 'h1', 'h2', 'h3', 'h4']);

interface MarkupNode {
  type: string;
  name?: string;
  data?: string;
  children?: MarkupNode[];
}

function collectText(nodes: readonly MarkupNode[], parts: string[]): void {
  const pending = nodes.toReversed();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'text') parts.push(node.data ?? '');
    const isBlock = node.name !== undefined && blockTags.has(node.name);
    if (isBlock) parts.push('\n');
    if (isBlock && node.children?.length) pending.push({ type: 'text', data: '\n' });
    if (node.type !== 'comment') pending.push(...(node.children ?? []).toReversed());
  }
}

/**
 * The words of a cell without markup: HTML lists and paragraphs become lines, bold and italic marks go, runs of spaces become
 * one, and a word broken at its hyphen ("VssID- BHXH") is joined. This text is what anchors count characters in.
 */
export function readCellText(raw: string): string {
  const parts: string[] = [];
  if (/[<&]/.test(raw))
    collectText(
      load(raw, { xml: { xmlMode: false } }, false)
        .root()
        .toArray(),
      parts,
    );
  else parts.push(raw);
  return parts
    .join('')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1')
    .replace(/~~(.*?)~~/g, '$1')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
    .replace(/(?<=\p{L})- (?=\p{Lu})/gu, '-')
    .normalize('NFC');
}
