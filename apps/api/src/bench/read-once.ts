import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { readPlanApart } from '../features/plans/read-plan-apart.js';

export interface OneReading {
  seconds: number;
  /** Of the processor, all threads together: what a busy machine does not blur. */
  cpuSeconds: number;
  mebibytes: number;
  items: number;
}

/** Reads the file named on the command line as the server does, and says what it took. */
const [file = ''] = process.argv.slice(2);
const bytes = await readFile(file);
const started = performance.now();
const cpu = process.cpuUsage();
const { items } = await readPlanApart(bytes, basename(file));
const { user, system } = process.cpuUsage(cpu);
const taken: OneReading = {
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  mebibytes: process.resourceUsage().maxRSS / 1024,
  items: items.length,
};
process.stdout.write(JSON.stringify(taken));
