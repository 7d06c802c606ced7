import { fileURLToPath } from 'node:url';

import { types } from 'pg';
import type { ClientBase } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

// A date is a day of the office, not an instant: it stays the text that PostgreSQL sends.
types.setTypeParser(types.builtins.DATE, (day) => day);

const here = (pattern: string) => fileURLToPath(new URL(pattern, import.meta.url));

/**
 * The roles that the process takes; neither owns a table. `phancong_app` is held to the units of the person who asks,
 * `phancong_worker` writes what the engine decided. Without a role: the login itself, for migrations.
 */
export type DatabaseRole = 'phancong_app' | 'phancong_worker';

/** The role comes with the start of a connection, so it costs no statement. */
export const poolOptions = (poolSize: number, role?: DatabaseRole) => ({
  max: poolSize,
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 30_000,
  application_name: 'phan-cong',
  ...(role ? { options: `-c role=${role}` } : {}),
  // The server may cut a connection that somebody holds and is not asking just now. Whoever asks next is told; an error that nobody
  // hears would end the process.
  onConnect: (client: ClientBase) => void client.on('error', () => undefined),
});

/** How the process reaches the database. It runs hand-read SQL alone, so it loads neither entities nor migrations. */
export function dataSourceOptions(url: string, poolSize = 16, role?: DatabaseRole) {
  return {
    type: 'postgres',
    url,
    migrationsTableName: 'migration',
    migrationsRun: false,
    synchronize: false,
    logging: false,
    poolSize,
    extra: poolOptions(poolSize, role),
  } satisfies DataSourceOptions;
}

/** For migrations and for TypeORM's own command line (`typeorm migration:generate`): entities are what the tables should be. */
export function schemaDataSource(url: string): DataSource {
  return new DataSource({
    ...dataSourceOptions(url, 2),
    entities: [here('../../features/**/*.entity.{js,ts}')],
    migrations: [here('../../migrations/*.{js,ts}')],
  });
}

export default schemaDataSource(process.env['DATABASE_URL'] ?? '');
