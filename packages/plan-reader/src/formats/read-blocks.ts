import { listArchive } from './archive/open-archive.js';
import type { BlockReading, FormatRefusal } from './blocks.js';
import { decodeText } from './decode-text.js';
import { doubtLegacyFonts } from './doubt-file.js';
import { readDocxBlocks } from './docx/read-docx-blocks.js';
import { recogniseOle } from './ole/recognise-ole.js';
import { readHtmlBlocks } from './read-html-blocks.js';
import { readTextBlocks } from './read-text-blocks.js';
import { recogniseFormat } from './recognise-format.js';
import { readCsvBlocks } from './sheet/read-csv-blocks.js';
import { readWorkbookBlocks } from './sheet/read-workbook-blocks.js';

const htmlStart = /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<(?:table|body|div|head|meta)[\s>])/i;

function refuse(code: FormatRefusal['code'], format?: string): FormatRefusal {
  return { ok: false, code, details: format === undefined ? {} : { format } };
}

function readPacked(bytes: Uint8Array): BlockReading {
  const names = listArchive(bytes);
  if (!names) return refuse('DAMAGED_FILE', '.docx / .xlsx');
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return readDocxBlocks(bytes);
  if (names.includes('xl/workbook.xml')) return readWorkbookBlocks(bytes, '.xlsx');
  if (names.includes('content.xml')) return readWorkbookBlocks(bytes, '.ods');
  return refuse('UNKNOWN_FORMAT', 'zip');
}

function readOle(bytes: Uint8Array): BlockReading {
  const content = recogniseOle(bytes);
  if (content === 'xls') return readWorkbookBlocks(bytes, '.xls');
  if (content === 'doc') return refuse('OLD_WORD_FILE');
  if (content === 'encrypted') return refuse('ENCRYPTED_FILE', '.docx / .xlsx');
  return content === 'damaged' ? refuse('DAMAGED_FILE', '.doc / .xls') : refuse('UNKNOWN_FORMAT', 'ole');
}

function readPlain(bytes: Uint8Array): BlockReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse('UNKNOWN_FORMAT', decoded.why);
  const { text } = decoded;
  if (text.trim() === '') return refuse('EMPTY_FILE');
  const blocks = htmlStart.test(text) ? readHtmlBlocks(text) : (readCsvBlocks(text) ?? readTextBlocks(text));
  return { ok: true, blocks, doubts: decoded.converted ? [doubtLegacyFonts([decoded.converted])] : [] };
}

/** Brings a file to blocks, whatever its name says it is. Never throws for any bytes. */
export function readBlocks(bytes: Uint8Array): BlockReading {
  if (bytes.length === 0) return refuse('EMPTY_FILE');
  const format = recogniseFormat(bytes);
  if (format === 'zip') return readPacked(bytes);
  if (format === 'ole') return readOle(bytes);
  if (format === 'text') return readPlain(bytes);
  return refuse('UNKNOWN_FORMAT', format);
}
