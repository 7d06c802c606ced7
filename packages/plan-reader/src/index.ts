export { readPlan } from './read-plan.js';
export type { ReadOptions, ReadRefusal } from './read-plan.js';
