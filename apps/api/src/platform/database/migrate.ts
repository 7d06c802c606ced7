import type { DataSource } from 'typeorm';

import { schemaDataSource } from './data-source.js';

const MIGRATION_LOCK = 7_002_025;

/** Brings the tables up to date; of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

/** The same on a connection of its own, which knows the shipped migrations. */
export async function migrateDatabase(url: string): Promise<void> {
  const dataSource = await schemaDataSource(url).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
