import { randomBytes } from 'node:crypto';
import { dropDatabasesBeginningWith } from './drop-databases.js';
import { testDatabasePrefix } from './test-database-name.js';
import { acquireTestServer } from './test-server.js';

export interface TestRun {
  /** To be put into the environment of all test processes of the run. */
  readonly env: { readonly PHANCONG_TEST_DATABASE_URL: string; readonly PHANCONG_TEST_RUN: string };
  /** Removes the templates of the run and lets go of the server. */
  end(): Promise<void>;
}

/**
 * Holds one server for a whole run of tests, so that test files do not start and stop their own. Joins a run that is under way
 * (its environment is inherited), in which case `end` does nothing.
 */
export async function beginTestRun(): Promise<TestRun> {
  const { PHANCONG_TEST_DATABASE_URL: url, PHANCONG_TEST_RUN: run } = process.env;
  if (url && run)
    return { env: { PHANCONG_TEST_DATABASE_URL: url, PHANCONG_TEST_RUN: run }, end: () => Promise.resolve() };
  const server = await acquireTestServer();
  const name = randomBytes(4).toString('hex');
  return {
    env: { PHANCONG_TEST_DATABASE_URL: server.url, PHANCONG_TEST_RUN: name },
    end: async () => {
      await dropDatabasesBeginningWith(server.url, `${testDatabasePrefix}template_${name}_`);
      await server.release();
    },
  };
}
