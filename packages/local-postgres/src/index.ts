export { LocalPostgresError, type LocalPostgresFailure, type Sentence } from './failures.js';
export {
  startLocalPostgres,
  stopLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
} from './start-local-postgres.js';
