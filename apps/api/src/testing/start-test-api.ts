import { createTestDatabase, type TestDatabase } from '@phancong/testing';
import type { Session } from '@phancong/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg, { type QueryResultRow } from 'pg';

import { AppModule } from '../app.module.js';
import { ClockService } from '../features/clock/clock.service.js';
import { readConfig } from '../platform/config/config.js';
import { Sql } from '../platform/database/sql.js';
import { createApp } from '../platform/http/create-app.js';
import { emptyDatabase, migratedDatabase } from './migrated-database.js';
import { testPassword } from './test-accounts.js';
import { TestClient } from './test-client.js';

export interface TestApi {
  app: NestFastifyApplication;
  sql: Sql;
  /** Address of its database, for what connects by itself. */
  databaseUrl: string;
  /** A client signed in with this account; signing in happens once per account. */
  as(username: string): Promise<TestClient>;
  /** Signs in once more; from now on `as` gives this session. */
  signInAgain(username: string): Promise<TestClient>;
  /** A client that nobody signed in. */
  anonymous: TestClient;
  /** Sets the official day. */
  setToday(day: string): Promise<void>;
  /** Rows of a query of the test itself, with the rights of the owner, to look behind the API. */
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

interface TestApiOptions {
  /** What the test is about; becomes part of the name of its database. */
  name: string;
  /** The official day on which the test begins. */
  today?: string;
  /** `all` runs the worker too: due rows fire, notices arrive. */
  role?: 'all' | 'web' | 'worker';
  /** Settings of the process beside those of every test. */
  settings?: Record<string, string>;
  /** False: as a fresh installation, where nobody is there yet. */
  people?: boolean;
}

/**
 * The whole API on a fresh, migrated database of a real PostgreSQL, with the accounts of `test-accounts.ts`. Requests go
 * through the real HTTP stack without a port.
 */
export async function startTestApi(options: TestApiOptions): Promise<TestApi> {
  const { name, today = '2025-01-15', role = 'web', settings = {}, people = true } = options;
  const database = await createTestDatabase({ name, template: people ? migratedDatabase : emptyDatabase });
  try {
    return await startOn(database, today, role, settings);
  } catch (error) {
    await database.drop();
    throw error;
  }
}

async function startOn(
  database: TestDatabase,
  today: string,
  role: 'all' | 'web' | 'worker',
  settings: Record<string, string>,
): Promise<TestApi> {
  const config = readConfig({
    DATABASE_URL: database.url,
    PHANCONG_ROLE: role,
    PHANCONG_LOG: 'silent',
    PHANCONG_RATE_LIMIT: '1000000',
    PHANCONG_POOL_SIZE: '8',
    ...settings,
  });
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(['error', 'fatal']);
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  const sql = app.get(Sql);
  const clock = new ClockService(sql);
  await clock.setDemonstrationDay(today);

  // The tests look behind the API, and set faults, with the rights of the owner of the tables.
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => undefined);

  const anonymous = new TestClient(server, { cookie: '', csrfToken: '' });
  const clients = new Map<string, Promise<TestClient>>();
  const signIn = async (username: string) => {
    const answer = await anonymous.post<Session>('/session', { username, password: testPassword });
    if (answer.status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    return new TestClient(server, { cookie: answer.cookie, csrfToken: answer.body.csrfToken });
  };
  return {
    app,
    sql,
    databaseUrl: database.url,
    anonymous,
    as(username) {
      const client = clients.get(username) ?? signIn(username);
      clients.set(username, client);
      return client;
    },
    signInAgain(username) {
      const client = signIn(username);
      clients.set(username, client);
      return client;
    },
    setToday: (day) => clock.setDemonstrationDay(day),
    query: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    async close() {
      await owner.end();
      await app.close();
      await database.drop();
    },
  };
}
