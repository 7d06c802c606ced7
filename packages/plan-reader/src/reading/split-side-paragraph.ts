import { resolveUnitName } from '@phancong/units';

import type { Piece } from '../grid/table-rows.js';

/** A paragraph inside a work cell that gives a duty of its own to a unit of its own: in truth a row that lost its borders. */
export type SideParagraph = {
  title: string;
  subject: string;
  subjectStart: number;
  piece: Piece;
  start: number;
  end: number;
};

const opening = /(?<=^|\n)(?:\*{2,}\s*(?:[Rr]iêng\s)?|Riêng\s)/u;

function findSubject(body: string, asOf: string): string | null {
  const words = body.split(' ').slice(0, 12);
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const { kind } = resolveUnitName(name, { asOf });
    if ((kind === 'unit' || kind === 'class') && !/[.,;:]$/.test(name)) return name;
  }
  return null;
}

function readTitle(heading: string): string {
  const words = heading
    .replace(/^\*+\s*/, '')
    .replace(
      /^[Rr]iêng\s+(?:đối với\s+)?(?:việc\s+)?(?:(?:tổ chức|thực hiện|triển khai)\s+)?(?:(?:các|những)\s+)?(?:(?:hoạt động|nội dung|nhiệm vụ)\s+)?/u,
      '',
    )
    .replace(/[\s:]+$/, '')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Finds a paragraph set apart by asterisks or "Riêng …" that names its own unit as subject ("*** Riêng việc …: BHXH tỉnh bảo
 * đảm …"). A mere note ("* Lưu ý: …") has no such subject and stays where it is.
 */
export function findSideParagraph(piece: Piece, asOf: string): SideParagraph | null {
  const match = opening.exec(piece.text);
  if (!match) return null;
  const start = match.index;
  const rest = piece.text.slice(start);
  const colon = rest.indexOf(':');
  if (colon < 0 || colon > 200) return null;
  const bodyStart = colon + 1 + (/^\s*/.exec(rest.slice(colon + 1))?.[0].length ?? 0);
  const subject = findSubject(rest.slice(bodyStart), asOf);
  if (!subject) return null;
  const nextPoint = /\n(?=[-+•*])/.exec(rest.slice(bodyStart));
  const end = nextPoint ? start + bodyStart + nextPoint.index : piece.text.length;
  return { title: readTitle(rest.slice(0, colon)), subject, subjectStart: start + bodyStart, piece, start, end };
}
