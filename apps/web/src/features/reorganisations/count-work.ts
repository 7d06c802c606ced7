import type { WorkOfFlows } from '@phancong/contracts';

/** All pieces of work together. */
export const sumWork = (work: WorkOfFlows): number => Object.values(work).reduce<number>((sum, n) => sum + (n ?? 0), 0);
