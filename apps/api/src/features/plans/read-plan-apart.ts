import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { PlanReading } from '@phancong/contracts';
import type { readPlan } from '@phancong/plan-reader';

import { DomainError } from '../../platform/errors/domain-error.js';

const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 512;

/** Beside this file, in the form in which this file runs: compiled, or as source in tests. */
const workerFile = new URL(`./read-plan.worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Reads a plan in a thread of its own, so that the server answers others meanwhile; a file on which the reader runs out of
 * time or memory is refused like one that it does not know. Throws the reader's refusal as DomainError.
 */
export async function readPlanApart(
  bytes: Uint8Array,
  fileName: string,
  { timeLimitMs = TIME_LIMIT_MS, memoryLimitMb = MEMORY_LIMIT_MB } = {},
): Promise<PlanReading> {
  const worker = new Worker(workerFile, {
    workerData: { bytes, fileName },
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const read = await new Promise<ReturnType<typeof readPlan>>((resolve, reject) => {
      timer = setTimeout(() => reject(new DomainError('UNKNOWN_FORMAT', { why: 'time' })), timeLimitMs);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('UNKNOWN_FORMAT', { why: 'memory' }) : error,
        ),
      );
      worker.once('exit', () => reject(new Error('The reader ended without an answer.')));
    });
    if (!read.ok) throw new DomainError(read.code, read.details);
    return read.reading;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
