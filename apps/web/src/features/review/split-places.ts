/** A piece of the work of a row with the place where it begins. */
export interface TextPiece {
  from: number;
  text: string;
}

/** New lines, list dashes and ends of sentences: where one duty may end and another begin. */
const boundary = /\n+|(?<=[.;:!?])\s+(?=[\p{Lu}\d+*-])|\s+(?=[-+•*]\s+\p{L})/gu;

/** The places at which the work of a row may be cut in two, as the pieces between them. */
export function splitPlaces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  const add = (end: number) => {
    if (text.slice(from, end).trim() !== '') pieces.push({ from, text: text.slice(from, end).trim() });
  };
  for (const match of text.matchAll(boundary)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}
