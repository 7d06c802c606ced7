import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';

import { AppModule } from './app.module.js';
import { SetupService } from './features/administration/setup.service.js';
import { DemonstrationService } from './features/demonstration/demonstration.service.js';
import { writeSetupHint } from './features/demonstration/invitation.js';
import { loadRegistry } from './features/units/load-registry.js';
import { readConfig, type Config } from './platform/config/config.js';
import { migrateDatabase } from './platform/database/migrate.js';
import { Sql } from './platform/database/sql.js';
import { createApp } from './platform/http/create-app.js';

/** An application with its tables and registry ready, not listening yet. */
export async function prepareApp(config: Config): Promise<NestFastifyApplication> {
  // First of all: the roles that the application takes are made there.
  await migrateDatabase(config.ownerDatabaseUrl);
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(app.get(Logger));
  await app.get(Sql).transaction((runner) => loadRegistry(runner));
  await app.init();
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
  const url = await app.getUrl();
  if (config.role === 'worker') return say('\n  Phân Công: tiến trình nền đã sẵn sàng · the worker is ready\n');
  say(await demonstration.invitation(url));
  // A container has no terminal: whoever sets the installation up reads its log.
  const setupCode = await app.get(SetupService).neededCode();
  if (setupCode !== null && config.log === 'json') app.get(Logger).warn(writeSetupHint(url, setupCode));
}
