import { CFB } from '@e965/xlsx';

/** Where the header of a Word file says where its piece table stands (MS-DOC, section 2.5), and the bit that names its stream. */
const at = { flags: 0x0a, pieces: 0x1a2 };
const usesFirstTable = 0x0200;

function streamOf(file: ReturnType<typeof CFB.read>, name: string): DataView | null {
  const content = CFB.find(file, `/${name}`)?.content;
  if (!content) return null;
  const bytes = Uint8Array.from(content as ArrayLike<number>);
  return new DataView(bytes.buffer);
}

/**
 * Whether the pieces of the text of a Word file follow each other and are together no longer than the file: pieces that all name the
 * same words would make gigabytes of a small file. Throws where the header points outside the file.
 */
export function hasSoundPieces(bytes: Uint8Array): boolean {
  const file = CFB.read(bytes, { type: 'array' });
  const word = streamOf(file, 'WordDocument');
  const table = word && streamOf(file, word.getUint16(at.flags, true) & usesFirstTable ? '1Table' : '0Table');
  if (!word || !table) return false;
  let place = word.getUint32(at.pieces, true);
  while (table.getUint8(place) === 1) place += 3 + table.getUint16(place + 1, true);
  const count = (table.getUint32(place + 1, true) - 4) / 12;
  if (!Number.isInteger(count) || count < 1 || place + 5 + count * 12 > table.byteLength) return false;
  let before = -1;
  for (let index = 0; index <= count; index += 1) {
    const start = table.getUint32(place + 5 + index * 4, true);
    if (start <= before || start > word.byteLength) return false;
    before = start;
  }
  return true;
}
