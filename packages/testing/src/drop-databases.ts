import { Client, escapeIdentifier } from 'pg';

/** Runs the work on a connection of its own and closes it whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TRIES = 20;
const PAUSE_MS = 250;

/** PostgreSQL's code for "permission denied to terminate process". */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Removes a database, ending the sessions that are still on it. One session belongs to nobody who may be ended: autovacuum,
 * which passes through at times. It is soon gone, so the drop is tried again.
 */
export async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  const drop = `drop database if exists ${escapeIdentifier(database)} with (force)`;
  await withClient(serverUrl, async (client) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await client.query(drop);
      } catch (error) {
        if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE || tries === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  });
}

/** Removes every database whose name begins so. */
export async function dropDatabasesBeginningWith(serverUrl: string, prefix: string): Promise<void> {
  const databases = await withClient(serverUrl, async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    return found.rows.map((row) => row.datname);
  });
  for (const database of databases) await dropDatabase(serverUrl, database);
}
