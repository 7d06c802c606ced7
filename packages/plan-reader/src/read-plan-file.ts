import { readPdfBlocks } from './formats/pdf/read-pdf-blocks.js';
import { readBlocks } from './formats/read-blocks.js';
import { recogniseFormat } from './formats/recognise-format.js';
import { readDocBlocks } from './formats/doc/read-doc-blocks.js';
import type { RecognisedPages } from './formats/scan/doubt-scan.js';
import { readScanBlocks } from './formats/scan/read-scan-blocks.js';
import { readPlan, readPlanBlocks } from './read-plan.js';
import type { ReadOptions, ReadResult } from './read-plan.js';

/** How far a long reading has come, in pages. */
export type ReadProgress = { page: number; pages: number };
type OnProgress = (progress: ReadProgress) => void;

/**
 * Recognises the words and lines of pictures of pages: of all, or of those in `only`. It stands outside: it needs trained data, processes
 * of its own and a clock, by which it leaves pages unread rather than to run over its time.
 */
export type RecogniseScan = (
  bytes: Uint8Array,
  kind: 'pdf' | 'image',
  onProgress: OnProgress,
  only?: readonly number[],
) => Promise<RecognisedPages>;
/** Makes a .docx of a file of Word 97, or null where the program for it is not installed. */
export type ConvertOldWord = (bytes: Uint8Array) => Promise<Uint8Array | null>;
export type ReadFileOptions = ReadOptions & {
  onProgress?: OnProgress;
  recogniseScan?: RecogniseScan;
  convertOldWord?: ConvertOldWord;
};

async function readScan(bytes: Uint8Array, kind: 'pdf' | 'image', options: ReadFileOptions): Promise<ReadResult> {
  if (!options.recogniseScan) return { ok: false, code: 'SCANNED_FILE', details: {} };
  try {
    const file = readScanBlocks(await options.recogniseScan(bytes, kind, (progress) => options.onProgress?.(progress)));
    return file.ok ? readPlanBlocks(file.blocks, file.doubts, bytes, options) : file;
  } catch {
    return { ok: false, code: 'DAMAGED_FILE', details: { format: kind === 'pdf' ? '.pdf' : '.png / .jpg' } };
  }
}

/** Through LibreOffice where it is installed, because it knows numbers and merged cells; else in short, or with the advice to convert it. */
async function readOldWord(bytes: Uint8Array, options: ReadFileOptions): Promise<ReadResult> {
  try {
    const converted = await options.convertOldWord?.(bytes);
    const file = converted ? readBlocks(converted) : await readDocBlocks(bytes);
    if (!converted && !file.ok) return { ok: false, code: 'OLD_WORD_FILE', details: {} };
    return file.ok ? readPlanBlocks(file.blocks, file.doubts, bytes, options) : file;
  } catch {
    return { ok: false, code: 'DAMAGED_FILE', details: { format: '.doc' } };
  }
}

/** `readPlan` for every format, those too whose reading must be waited for: .pdf, scans, .doc. Never rejects for any bytes. */
export async function readPlanFile(bytes: Uint8Array, options: ReadFileOptions = {}): Promise<ReadResult> {
  const format = recogniseFormat(bytes);
  if (format === 'image') return readScan(bytes, 'image', options);
  if (format !== 'pdf') {
    const read = readPlan(bytes, options);
    return !read.ok && read.code === 'OLD_WORD_FILE' ? readOldWord(bytes, options) : read;
  }
  return readPdf(bytes, options);
}

async function readPdf(bytes: Uint8Array, options: ReadFileOptions): Promise<ReadResult> {
  const { recogniseScan, onProgress } = options;
  const tell = (progress: ReadProgress) => onProgress?.(progress);
  const recognise = recogniseScan && ((only: readonly number[]) => recogniseScan(bytes, 'pdf', tell, only));
  const file = await readPdfBlocks(bytes, (page, pages) => tell({ page, pages }), recognise);
  if (!file.ok) return file.code === 'SCANNED_FILE' ? readScan(bytes, 'pdf', options) : file;
  return readPlanBlocks(file.blocks, file.doubts, bytes, options);
}
