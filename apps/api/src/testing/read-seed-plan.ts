import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { PlanReading } from '@phancong/contracts';
import { readPlan } from '@phancong/plan-reader';

const path = fileURLToPath(new URL('../../../../fixtures/plan-2025-table.txt', import.meta.url));

/** The responsibility table of 2025 as the office published it. */
export const seedPlanFile = { name: 'Phụ lục II.txt', read: () => readFile(path) };

export async function readSeedPlan(): Promise<PlanReading> {
  const read = readPlan(await seedPlanFile.read(), { fileName: seedPlanFile.name });
  if (!read.ok) throw new Error(`The seed plan was refused: ${read.code}`);
  return read.reading;
}
