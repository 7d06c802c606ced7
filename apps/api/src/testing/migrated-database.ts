import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { TestDatabaseTemplate } from '@phancong/testing';
import { DataSource, type MigrationInterface } from 'typeorm';

import { loadRegistry } from '../features/units/load-registry.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Sql, type SqlRunner } from '../platform/database/sql.js';
import { insertTestAccounts } from './test-accounts.js';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/** The migrations as classes: TypeORM's own search by file name needs a real `import()`, which Jest does not have. */
async function loadMigrations(): Promise<(new () => MigrationInterface)[]> {
  const files = (await readdir(folder)).filter((file) => /^\d+-.*\.(?:js|ts)$/.test(file) && !file.endsWith('.d.ts'));
  const modules: Record<string, new () => MigrationInterface>[] = await Promise.all(
    files.sort().map((file) => import(join(folder, file))),
  );
  return modules.flatMap((module) => Object.values(module).filter((member) => typeof member === 'function'));
}

/** Gives an empty database its tables and the shipped registry, and what else is asked for. */
export async function fillDatabase(url: string, more: (runner: SqlRunner) => Promise<void> = async () => {}) {
  const dataSource = new DataSource({ ...dataSourceOptions(url, 2), migrations: await loadMigrations() });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
    await new Sql(dataSource).transaction(async (runner) => {
      await loadRegistry(runner);
      await more(runner);
    });
  } finally {
    await dataSource.destroy();
  }
}

/** A database as a fresh installation has it after its first start, with the accounts of the tests. */
export const migratedDatabase: TestDatabaseTemplate = {
  key: 'migrated',
  prepare: (url) => fillDatabase(url, insertTestAccounts),
};

/** A fresh installation before its set-up: tables and registry, and nobody there. */
export const emptyDatabase: TestDatabaseTemplate = { key: 'empty', prepare: (url) => fillDatabase(url) };
