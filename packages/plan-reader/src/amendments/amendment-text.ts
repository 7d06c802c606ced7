import type { Anchor } from '@phancong/contracts';

/** A paragraph of the document and its place in the source. */
export type Line = { text: string; line: number; row: number; cell: number };

/** Words of several paragraphs as one text that still knows where each character stands. */
export type PlacedText = { text: string; lines: readonly Line[] };

export const placeText = (lines: readonly Line[]): PlacedText => ({
  text: lines.map(({ text }) => text).join('\n'),
  lines,
});

/** The places of the characters from `start` to `end`, paragraph by paragraph. */
export function anchorsBetween({ lines }: PlacedText, start: number, end: number): Anchor[] {
  const anchors: Anchor[] = [];
  let from = 0;
  for (const { text, line, row, cell } of lines) {
    const to = from + text.length;
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    if (first < last) anchors.push({ line, row, cell, start: first - from, end: last - from });
    from = to + 1;
  }
  return anchors;
}

export type Quote = { text: string; start: number; end: number };

const marks: readonly RegExp[] = [/“([^”]*)”/gu, /«([^»]*)»/gu, /"([^"]*)"/gu];

/** What stands between quotation marks, in the order of the text; `start` and `end` are those of the words inside. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (const pattern of marks) {
    for (const match of text.matchAll(pattern)) {
      const inner = match[1] ?? '';
      const start = match.index + 1 + (inner.length - inner.trimStart().length);
      if (quotes.some((other) => start >= other.start && start < other.end)) continue;
      quotes.push({ text: inner.trim(), start, end: start + inner.trim().length });
    }
  }
  return quotes.filter((quote) => quote.text !== '').sort((a, b) => a.start - b.start);
}

/** Whether a quotation that began in the text is still open at its end. */
export function endsInsideQuote(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('“') > count('”') || count('«') > count('»') || count('"') % 2 === 1;
}

/** The text with what is quoted blanked out, place for place: rules about the order itself must not read the new words. */
export function hideQuotes(text: string): string {
  let hidden = text;
  for (const { start, end } of findQuotes(text)) {
    hidden = hidden.slice(0, start) + ' '.repeat(end - start) + hidden.slice(end);
  }
  return hidden;
}
