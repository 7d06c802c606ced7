import type { DataSource } from 'typeorm';

import { advisoryLocks } from './advisory-locks.js';
import { schemaDataSource } from './data-source.js';

/** Brings the tables up to date; of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('select pg_advisory_lock($1)', [advisoryLocks.migrations]);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [advisoryLocks.migrations]);
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
