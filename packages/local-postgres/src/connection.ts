import { Client } from 'pg';
import { messageOf } from './system-error.js';

const applicationRole = 'phancong';
/** Roles that the application takes for people and for its own work: neither owns anything. */
const takenRoles = ['phancong_app', 'phancong_worker'];
const applicationDatabase = 'phancong';

/** Where the server is and the one password of its two roles. */
export interface ServerAddress {
  readonly port: number;
  readonly password: string;
}

/** The address for the application: it owns its database and may create others, but is no superuser. */
export function applicationUrl({ port, password }: ServerAddress): string {
  return `postgres://${applicationRole}:${password}@127.0.0.1:${port}/${applicationDatabase}`;
}

/** The address of the superuser, for measuring and repair. */
export function administratorUrl({ port, password }: ServerAddress): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Undefined when the server answers a query; else what it said instead. */
export async function findConnectionProblem(address: ServerAddress): Promise<string | undefined> {
  const client = new Client({ connectionString: administratorUrl(address), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return messageOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the roles and the database of the application where they are missing; safe to repeat. */
export async function ensureApplicationDatabase(address: ServerAddress): Promise<void> {
  const client = new Client({ connectionString: administratorUrl(address) });
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole]);
    if (role.rowCount === 0) {
      await client.query(`create role ${applicationRole} login createdb password '${address.password}'`);
    }
    for (const taken of takenRoles) {
      const found = await client.query('select 1 from pg_roles where rolname = $1', [taken]);
      if (found.rowCount === 0) await client.query(`create role ${taken} nologin`);
      await client.query(`grant ${taken} to ${applicationRole}`);
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [applicationDatabase]);
    if (database.rowCount === 0) await client.query(`create database ${applicationDatabase} owner ${applicationRole}`);
  } finally {
    await client.end();
  }
}
