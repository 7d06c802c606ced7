import { read, utils, write } from '@e965/xlsx';

const SHEET = 'Đơn vị';
/** A registry has a few hundred units; what is much larger is no registry. */
const MOST_BYTES = 5_000_000;
const MOST_ROWS = 5_000;

/** A table of texts as a workbook. Every cell is a text: nothing in it is ever a formula. */
export function writeWorkbook(rows: readonly (readonly string[])[], name = SHEET): Buffer {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => ({ t: 's', v: cell }))));
  sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({
    wch: Math.min(48, Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 2),
  }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
}

/** The texts of the sheet of units, or of the first one; null for bytes that are no workbook, or an outsized one. */
export function readWorkbook(bytes: Buffer): string[][] | null {
  // A workbook is an archive; anything else would be taken for text.
  if (bytes.length > MOST_BYTES || bytes.subarray(0, 2).toString('latin1') !== 'PK') return null;
  try {
    const book = read(bytes, { type: 'buffer', sheetRows: MOST_ROWS, dateNF: 'dd/mm/yyyy', cellFormula: false });
    const sheet = book.Sheets[SHEET] ?? book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) return null;
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', dateNF: 'dd/mm/yyyy' });
    return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  } catch {
    return null;
  }
}
