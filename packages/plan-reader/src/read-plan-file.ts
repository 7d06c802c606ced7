import { recogniseFormat } from './formats/recognise-format.js';
import { readPdfBlocks } from './formats/pdf/read-pdf-blocks.js';
import { readPlan, readPlanBlocks } from './read-plan.js';
import type { ReadOptions, ReadResult } from './read-plan.js';

/** How far a long reading has come, in pages. */
export type ReadProgress = { page: number; pages: number };
export type ReadFileOptions = ReadOptions & { onProgress?: (progress: ReadProgress) => void };

/** `readPlan` for every format, those too whose reading must be waited for: .pdf. Never rejects for any bytes. */
export async function readPlanFile(bytes: Uint8Array, options: ReadFileOptions = {}): Promise<ReadResult> {
  if (recogniseFormat(bytes) !== 'pdf') return readPlan(bytes, options);
  const file = await readPdfBlocks(bytes, (page, pages) => options.onProgress?.({ page, pages }));
  return file.ok ? readPlanBlocks(file.blocks, file.doubts, bytes, options) : file;
}
