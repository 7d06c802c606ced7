import { parentPort, workerData } from 'node:worker_threads';

import { readPlanFile } from '@phancong/plan-reader';

import type { FromReader, ReaderOrder } from './read-plan-apart.js';

const { bytes, ...options } = workerData as ReaderOrder;
const tell = (message: FromReader) => parentPort?.postMessage(message, []);
const onProgress = ({ page, pages }: { page: number; pages: number }) => tell({ progress: { page, pages } });
tell({ result: await readPlanFile(bytes, { ...options, onProgress }) });
