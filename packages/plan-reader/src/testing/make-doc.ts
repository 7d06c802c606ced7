import { CFB } from '@e965/xlsx';

/** Where the header of a Word file says what lies where (MS-DOC, section 2.5). */
const place = { flags: 0x0a, textStart: 0x18, textLength: 0x4c, charsAt: 0xfa, paragraphsAt: 0x102, piecesAt: 0x1a2 };
const sector = 512;
const rowEnd = 0x2417;

/** One page of paragraph properties: those at the given places end a row of a table. */
function paragraphPage(ends: readonly number[], from: number, to: number): Uint8Array {
  const page = new Uint8Array(sector);
  const view = new DataView(page.buffer);
  const bounds = [...new Set([from, ...ends.flatMap((end) => [end, end + 2]), to])].toSorted((a, b) => a - b);
  const runs = bounds.length - 1;
  const [plain, ending] = [480, 490];
  page.set([2, 0, 0, 0, 0], plain);
  page.set([3, 0, 0, rowEnd & 0xff, rowEnd >> 8, 1], ending);
  for (const [index, bound] of bounds.entries()) view.setUint32(index * 4, bound, true);
  for (let run = 0; run < runs; run += 1)
    page[(runs + 1) * 4 + run * 13] = (ends.includes(bounds[run] ?? 0) ? ending : plain) / 2;
  page[sector - 1] = runs;
  return page;
}

/**
 * A file of Word 97 with just what tells text from tables. A row is a list of cells; its words are kept in the one piece of UTF-16
 * that the piece table names.
 */
export function makeDoc(content: readonly (string | readonly string[])[]): Uint8Array {
  let text = '';
  const ends: number[] = [];
  const textAt = sector * 4;
  for (const part of content) {
    if (typeof part === 'string') text += `${part}\r`;
    else {
      text += part.map((cell) => `${cell.replaceAll('\n', '\r')}\u0007`).join('');
      ends.push(textAt + text.length * 2);
      text += '\u0007';
    }
  }
  const to = textAt + text.length * 2;
  const pageAt = Math.ceil(to / sector);
  const word = new Uint8Array((pageAt + 1) * sector);
  const view = new DataView(word.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(place.flags, 0x0200, true);
  view.setUint32(place.textStart, textAt, true);
  view.setUint32(place.textLength, text.length, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(textAt + at * 2, text.charCodeAt(at), true);
  word.set(paragraphPage(ends, textAt, to), pageAt * sector);

  const table = new Uint8Array(4096);
  const tables = new DataView(table.buffer);
  tables.setUint32(0, textAt, true);
  tables.setUint32(4, to, true);
  tables.setUint32(8, pageAt, true);
  view.setUint32(place.paragraphsAt, 0, true);
  view.setUint32(place.paragraphsAt + 4, 12, true);
  view.setUint32(place.charsAt + 4, 4, true);
  const pieces = 64;
  table[pieces] = 2;
  tables.setUint32(pieces + 1, 16, true);
  tables.setUint32(pieces + 5, 0, true);
  tables.setUint32(pieces + 9, text.length, true);
  tables.setUint32(pieces + 15, textAt, true);
  view.setUint32(place.piecesAt, pieces, true);
  view.setUint32(place.piecesAt + 4, 21, true);

  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/WordDocument', Array.from(word));
  CFB.utils.cfb_add(file, '/1Table', Array.from(table));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as number[]);
}
