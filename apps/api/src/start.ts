import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';

import { AppModule } from './app.module.js';
import { DemonstrationService } from './features/demonstration/demonstration.service.js';
import { loadShippedRegistry } from './features/units/load-shipped-registry.js';
import { readConfig, type Config } from './platform/config/config.js';
import { Sql } from './platform/database/sql.js';
import { createApp } from './platform/http/create-app.js';

const MIGRATION_LOCK = 7_002_025;

/** Brings the tables up to date; of several processes that start at once, one does it and the others wait. */
async function migrate(app: NestFastifyApplication): Promise<void> {
  const dataSource = app.get(DataSource);
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

/** An application with its tables and registry ready, not listening yet. */
export async function prepareApp(config: Config): Promise<NestFastifyApplication> {
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(app.get(Logger));
  await migrate(app);
  await app.get(Sql).transaction((runner) => loadShippedRegistry(runner));
  return app;
}

/** Starts the process: tables, registry, demonstration where asked for, then HTTP (a worker answers health checks only). */
export async function start(): Promise<void> {
  const config = readConfig();
  const app = await prepareApp(config);
  const say = (line: string) => {
    if (config.log === 'human') process.stdout.write(`${line}\n`);
  };
  const demonstration = app.get(DemonstrationService);
  if (config.demonstration) await demonstration.load(say);
  await app.listen(config.port, config.host);
  say(await demonstration.invitation(await app.getUrl()));
}
