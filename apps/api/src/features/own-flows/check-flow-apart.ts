import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { FlowDiagram, FlowFault, RehearsalAnswer, RehearsalRequest } from '@phancong/contracts';

const TIME_LIMIT_MS = 30_000;
const MEMORY_LIMIT_MB = 256;

/** Beside this file, in the form in which this file runs: compiled, or as source in tests. */
const workerFile = new URL(`./check-flow.worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export interface CheckOrder {
  document: unknown;
  /** Quick while somebody types, better for what is kept. */
  drawing?: 'quick' | 'kept';
  rehearsal?: Omit<RehearsalRequest, 'document'>;
}

export interface FlowChecked {
  faults: FlowFault[];
  diagram: FlowDiagram | null;
  rehearsed: RehearsalAnswer | null;
}

const tooLong: FlowChecked = {
  faults: [
    {
      kind: 'tooLarge',
      story: {
        vi: 'Không kiểm tra hết được trong thời gian cho phép. Hãy tách thành các quy trình nhỏ hơn.',
        en: 'It could not be checked in the time allowed. Split it into smaller flows.',
      },
    },
  ],
  diagram: null,
  rehearsed: null,
};

/** Checks and draws a flow in a thread of its own: thousands of situations are played, and the server answers others meanwhile. */
export async function checkFlowApart(order: CheckOrder, timeLimitMs = TIME_LIMIT_MS): Promise<FlowChecked> {
  const worker = new Worker(workerFile, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FlowChecked>((resolve, reject) => {
      timer = setTimeout(() => resolve(tooLong), timeLimitMs);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLong) : reject(error),
      );
      worker.once('exit', () => reject(new Error('The check ended without an answer.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
