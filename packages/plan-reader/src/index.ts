export { readPlan } from './read-plan.js';
export type { ReadOptions, ReadRefusal, ReadResult } from './read-plan.js';
export { readPlanFile } from './read-plan-file.js';
export type { ReadFileOptions, ReadProgress } from './read-plan-file.js';
export { applyChanges } from './amendments/apply-changes.js';
export { applyDifferences } from './amendments/apply-differences.js';
export { diffTables } from './amendments/diff-tables.js';
