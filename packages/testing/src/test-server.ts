import { startLocalPostgres } from '@phancong/local-postgres';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropDatabasesBeginningWith } from './drop-databases.js';
import { testDatabasePrefix } from './test-database-name.js';

/** A PostgreSQL server for tests: its address, and how to let go of it. */
export interface TestServer {
  readonly url: string;
  release(): Promise<void>;
}

/** `.data/test-postgres` of the repository; gone with `npm run reset`. */
const dataDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '.data', 'test-postgres');

/**
 * The server that tests make their databases on: PHANCONG_TEST_DATABASE_URL (set for a whole run), else DATABASE_URL (a server of
 * your own, whose role must be allowed to create databases), else the embedded one. The embedded one runs without durability,
 * is shared by all who ask at the same time, and stops when the last one lets go.
 */
export async function acquireTestServer(): Promise<TestServer> {
  const given = process.env.PHANCONG_TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (given) return { url: given, release: () => Promise.resolve() };
  const { url, stop, wasRunning } = await startLocalPostgres({ dataDir, throwaway: true });
  // Nobody used the server a moment ago, so what is there was left behind by tests that were killed.
  if (!wasRunning) await dropDatabasesBeginningWith(url, testDatabasePrefix);
  return { url, release: stop };
}
