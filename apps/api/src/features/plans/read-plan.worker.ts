import { parentPort, workerData } from 'node:worker_threads';

import { readPlan } from '@phancong/plan-reader';

const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };
parentPort?.postMessage(readPlan(bytes, { fileName }), []);
