import type { Anchor, ItemField, ReadItem } from '@phancong/contracts';

import type { Piece } from '../grid/table-rows.js';

/** The words of a field in one line. */
export function joinWords(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The place of a piece, or of some of its characters. */
export function anchorOf(piece: Piece, start = 0, end = piece.text.length): Anchor {
  const { line, row, cell, from = 0 } = piece;
  return { line, row, cell, start: start + from, end: end + from };
}

/** Anchors by field, without the fields that have none. */
export function anchorsOf(entries: Partial<Record<ItemField, Anchor[]>>): ReadItem['anchors'] {
  return Object.fromEntries(Object.entries(entries).filter(([, anchors]) => anchors.length > 0));
}
