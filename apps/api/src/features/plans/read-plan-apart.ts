import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { PlanReading, Unit } from '@phancong/contracts';
import type { ReadOptions, ReadProgress, ReadResult } from '@phancong/plan-reader';

import { DomainError } from '../../platform/errors/domain-error.js';

const TIME_LIMIT_MS = 180_000;
const MEMORY_LIMIT_MB = 512;
/** Recognition stops in time to say what it has read. */
const SHARE_FOR_SCANS = 0.75;

/** Beside this file, in the form in which this file runs: compiled, or as source in tests. */
const workerFile = new URL(`./read-plan.worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** What the reading thread is told, and what it tells. */
export type ReaderOrder = ReadOptions & { bytes: Uint8Array; scanTimeMs: number; units?: readonly Unit[] };
export type FromReader = { progress: ReadProgress } | { result: ReadResult };

interface ApartOptions {
  year?: number | undefined;
  /** The registry of the office; the shipped one where none is given. */
  units?: ReadonlyMap<string, Unit>;
  timeLimitMs?: number;
  memoryLimitMb?: number;
  onProgress?: (progress: ReadProgress) => void;
}

/**
 * Reads a plan of any format in a thread of its own, so that the server answers others meanwhile. A file on which the reader runs
 * out of time or memory is refused by name. Throws the reader's refusal as DomainError.
 */
export async function readPlanApart(
  bytes: Uint8Array,
  fileName: string,
  options: ApartOptions = {},
): Promise<PlanReading> {
  const { reading, amendment } = await readDocumentApart(bytes, fileName, options);
  if (amendment) throw new DomainError('AMENDMENT_FILE', { number: amendment.amends.number ?? '' });
  return reading;
}

/** The same for a document that may be a plan or change one. */
export async function readDocumentApart(
  bytes: Uint8Array,
  fileName: string,
  { year, units, timeLimitMs = TIME_LIMIT_MS, memoryLimitMb = MEMORY_LIMIT_MB, onProgress }: ApartOptions = {},
): Promise<Extract<ReadResult, { ok: true }>> {
  const scanTimeMs = timeLimitMs * SHARE_FOR_SCANS;
  const order: ReaderOrder = {
    bytes,
    fileName,
    scanTimeMs,
    ...(year === undefined ? {} : { year }),
    ...(units && { units: [...units.values()] }),
  };
  const worker = new Worker(workerFile, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const read = await new Promise<ReadResult>((resolve, reject) => {
      timer = setTimeout(() => reject(new DomainError('READING_TOO_LONG', { why: 'time' })), timeLimitMs);
      worker.on('message', (message: FromReader) => {
        if ('result' in message) resolve(message.result);
        else onProgress?.(message.progress);
      });
      worker.once('error', (error: Error & { code?: string }) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('READING_TOO_LONG', { why: 'memory' }) : error,
        ),
      );
      worker.once('exit', () => reject(new Error('The reader ended without an answer.')));
    });
    if (!read.ok) throw new DomainError(read.code, read.details);
    return read;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
