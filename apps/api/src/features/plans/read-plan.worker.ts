import { parentPort, workerData } from 'node:worker_threads';

import { readPlanFile, type RecogniseScan } from '@phancong/plan-reader';
import { readByUnits } from '@phancong/units';

import type { FromReader, ReaderOrder } from './read-plan-apart.js';

const { bytes, scanTimeMs, units, ...options } = workerData as ReaderOrder;
const tell = (message: FromReader) => parentPort?.postMessage(message, []);
const onProgress = ({ page, pages }: { page: number; pages: number }) => tell({ progress: { page, pages } });
/** Loaded only when such a file comes: recognition is large. */
const recogniseScan: RecogniseScan = async (...scan) => {
  const recognition = await import('./scan/recognise-scan.js');
  return recognition.recogniseWithin(scanTimeMs)(...scan);
};
const convertOldWord = async (file: Uint8Array) => {
  const conversion = await import('./convert-old-word.js');
  return conversion.convertOldWord(file);
};
if (units) readByUnits(units);
tell({ result: await readPlanFile(bytes, { ...options, onProgress, recogniseScan, convertOldWord }) });
