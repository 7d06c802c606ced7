import { escapeIdentifier, type Client } from 'pg';
import { dropDatabase, withClient } from './drop-databases.js';
import { nameTemplateDatabase, nameTestDatabase } from './test-database-name.js';
import { acquireTestServer } from './test-server.js';

export interface TestDatabaseTemplate {
  /** Says which template this is, e.g. 'migrated' or 'with-demo-plan'; within one run the same key is prepared once. */
  readonly key: string;
  /** Fills the template (migrations, fixed data). Must close its connections, else nothing can be copied from it. */
  prepare(url: string): Promise<void>;
}

export interface TestDatabaseOptions {
  /** What the test is about; becomes part of the name of the database. */
  readonly name: string;
  /** Start as a copy of this template instead of empty. */
  readonly template?: TestDatabaseTemplate;
}

export interface TestDatabase {
  readonly url: string;
  /** Ends all sessions on the database and removes it. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh database on a real PostgreSQL for one test file. Files in parallel never see each other. With a template the
 * migrations run once per run of the tests and each database is a copy of the result (some 50 ms).
 *
 * @example
 * const database = await createTestDatabase({ name: 'inbox', template: { key: 'migrated', prepare: migrate } });
 */
export async function createTestDatabase({ name, template }: TestDatabaseOptions): Promise<TestDatabase> {
  const server = await acquireTestServer();
  const database = nameTestDatabase(name);
  try {
    await withClient(server.url, async (client) => {
      const source = template ? await ensureTemplate(client, server.url, template) : 'template0';
      await client.query(
        `create database ${escapeIdentifier(database)} template ${escapeIdentifier(source)} strategy file_copy`,
      );
    });
  } catch (error) {
    await server.release();
    throw error;
  }
  let dropped: Promise<void> | undefined;
  const drop = async () => {
    try {
      await dropDatabase(server.url, database);
    } finally {
      await server.release();
    }
  };
  return { url: addressOf(server.url, database), drop: () => (dropped ??= drop()) };
}

/**
 * Prepares the template unless it is there. It is made under another name and renamed when done, so that a failed preparation is
 * never copied; the lock lets other test files wait for the first instead of preparing as well.
 */
async function ensureTemplate(client: Client, serverUrl: string, template: TestDatabaseTemplate): Promise<string> {
  const name = nameTemplateDatabase(process.env.PHANCONG_TEST_RUN ?? String(process.ppid), template.key);
  const unfinished = nameTestDatabase(`unfinished ${template.key}`);
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) {
    await client.query(`create database ${escapeIdentifier(unfinished)} template template0 strategy file_copy`);
    try {
      await template.prepare(addressOf(serverUrl, unfinished));
      await client.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(name)}`);
    } catch (error) {
      await dropDatabase(serverUrl, unfinished);
      throw error;
    }
  }
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  return name;
}

function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
