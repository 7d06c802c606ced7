/** For tests that drive a real engine: kept apart, for the browser needs none of it. */
export { findArrowPaths } from './verification/flow-paths.js';
export type { ArrowPath } from './verification/flow-paths.js';
export { sampleValue } from './verification/sample-value.js';
