export interface TextPart {
  start: number;
  text: string;
  marked: boolean;
}

/** Cuts a text into marked and unmarked parts; overlapping ranges join, ranges beyond the text are cut off. */
export function markWords(text: string, ranges: readonly { start: number; end: number }[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}

/** A cell of the source as a person reads it: list items on lines of their own, no tags. */
export function plainCell(text: string): string {
  return text
    .replace(/<li[^>]*>\s*/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[ \t]{2,}/g, ' ');
}

/** The duties of a row one below the other, as the document has them: reading joins the lines of a cell into one. */
export function unfoldDuties(text: string): string {
  return plainCell(text)
    .trim()
    .replace(/(?<=[.;:…])\s+(?=[-+*•]\s+\p{L})/gu, '\n');
}
