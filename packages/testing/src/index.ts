export {
  createTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
  type TestDatabaseTemplate,
} from './create-test-database.js';
export { withClient } from './drop-databases.js';
export { beginTestRun, type TestRun } from './test-run.js';
