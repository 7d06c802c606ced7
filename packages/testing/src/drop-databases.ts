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

/** Removes a database, ending the sessions that are still on it. */
export async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  await withClient(serverUrl, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(database)} with (force)`),
  );
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
