import { fileURLToPath } from 'node:url';

import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

// A date is a day of the office, not an instant: it stays the text that PostgreSQL sends.
types.setTypeParser(types.builtins.DATE, (day) => day);

const here = (pattern: string) => fileURLToPath(new URL(pattern, import.meta.url));

/** Where the tables are and how they came to be; entities and migrations are found by their file names. */
export function dataSourceOptions(url: string, poolSize = 16): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [here('../../features/**/*.entity.{js,ts}')],
    migrations: [here('../../migrations/*.{js,ts}')],
    migrationsTableName: 'migration',
    migrationsRun: false,
    synchronize: false,
    logging: false,
    poolSize,
    extra: { max: poolSize, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30_000, application_name: 'phan-cong' },
  };
}

/** For TypeORM's own command line (`typeorm migration:generate`). */
export default new DataSource(dataSourceOptions(process.env['DATABASE_URL'] ?? ''));
