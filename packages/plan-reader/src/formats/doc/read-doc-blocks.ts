import { Buffer } from 'node:buffer';

import WordExtractor from 'word-extractor';

import type { Block, BlockReading } from '../blocks.js';
import { doubtFile, doubtLegacyFonts } from '../doubt-file.js';
import { hasSoundPieces } from './check-pieces.js';
import { convertLegacyText, recogniseLegacyText } from '../legacy-fonts/legacy-fonts.js';

type Row = { line: number; cells: string[] };

/** No cell goes on over more lines; what does is text with stray tabs. */
const mostLinesOfCell = 60;

/** The rows of tables: a line that ends with a tab ends a row; one with tabs that does not goes on in its last cell. */
function findRows(lines: readonly string[]): Map<number, Row & { last: number }> {
  const rows = new Map<number, Row & { last: number }>();
  let open: { start: number; parts: string[] } | null = null;
  for (const [index, text] of lines.entries()) {
    if (!open && !text.includes('\t')) continue;
    open ??= { start: index, parts: [] };
    open.parts.push(text);
    if (text.endsWith('\t')) {
      const cells = open.parts.join('\n').slice(0, -1).split('\t');
      rows.set(open.start, { line: open.start + 1, last: index, cells });
      open = null;
    } else if (open.parts.length > mostLinesOfCell) open = null;
  }
  return rows;
}

function toBlocks(body: string): Block[] {
  const lines = body.split(/\r\n|\n|\r/);
  const rows = findRows(lines);
  const blocks: Block[] = [];
  let table = 0;
  let coveredTo = -1;
  for (const [index, text] of lines.entries()) {
    const row = rows.get(index);
    if (row) {
      if (blocks.at(-1)?.kind !== 'row') table += 1;
      coveredTo = row.last;
      blocks.push({
        kind: 'row',
        line: row.line,
        table,
        cells: row.cells.map((cell) => ({ text: cell })),
        spansKnown: false,
      });
    } else if (index > coveredTo) {
      const line = index + 1;
      blocks.push(text.trim() === '' ? { kind: 'blank', line } : { kind: 'text', line, text });
    }
  }
  return blocks;
}

const simply = doubtFile(
  'ODD_TEXT',
  'Tệp Word đời cũ (.doc) được đọc rút gọn vì máy này không có LibreOffice: số thứ tự tự động, ô gộp và số trang không còn. Hãy soát số mục và ô trống, hoặc lưu thành .docx rồi nạp lại.',
  'This old Word file (.doc) was read in short, because LibreOffice is not installed here: automatic numbers, merged cells and pages are lost. Check numbers and blank cells, or save it as .docx and read that.',
  0.7,
);

/** The words and tables of a file of Word 97 without LibreOffice. Numbers that Word counts itself and merged cells are lost; a doubt says so. */
export async function readDocBlocks(bytes: Uint8Array): Promise<BlockReading> {
  try {
    if (!hasSoundPieces(bytes)) return { ok: false, code: 'DAMAGED_FILE', details: { format: '.doc' } };
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const raw = document.getBody({ filterUnicode: false });
    const legacy = recogniseLegacyText(raw.slice(0, 100_000));
    const body = (legacy ? convertLegacyText(raw, legacy) : raw).normalize('NFC');
    if (body.trim() === '') return { ok: false, code: 'EMPTY_FILE', details: {} };
    return { ok: true, blocks: toBlocks(body), doubts: [simply, ...(legacy ? [doubtLegacyFonts([legacy])] : [])] };
  } catch {
    return { ok: false, code: 'DAMAGED_FILE', details: { format: '.doc' } };
  }
}
