export { LocalPostgresError, type LocalPostgresFailure, type Sentence } from './failures.js';
export { startLocalPostgres, type LocalPostgres, type LocalPostgresOptions } from './start-local-postgres.js';
export { stopLocalPostgres } from './stop-local-postgres.js';
