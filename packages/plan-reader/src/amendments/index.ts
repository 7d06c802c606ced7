/** A door of its own: comparing tables needs none of the libraries that read files. */
export { applyChanges } from './apply-changes.js';
export { applyDifferences } from './apply-differences.js';
export { diffTables } from './diff-tables.js';
