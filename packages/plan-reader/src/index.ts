export { readPlan } from './read-plan.js';
export type { ReadOptions, ReadRefusal } from './read-plan.js';
export { readPlanFile } from './read-plan-file.js';
export type { ReadFileOptions, ReadProgress } from './read-plan-file.js';
