import { AppModule } from '../app.module.js';
import { DemonstrationService } from '../features/demonstration/demonstration.service.js';
import { readConfig } from '../platform/config/config.js';
import { createApp } from '../platform/http/create-app.js';
import { fillDatabase } from './migrated-database.js';

/**
 * Loads the demonstration into an empty database and lets go of all its connections, so that the database can be copied:
 * one loading serves a whole run of tests.
 */
export async function loadDemonstration(databaseUrl: string, say: (line: string) => void = () => {}): Promise<void> {
  await fillDatabase(databaseUrl);
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    PHANCONG_ROLE: 'web',
    PHANCONG_DEMO: '1',
    PHANCONG_LOG: 'silent',
    PHANCONG_POOL_SIZE: '12',
  });
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(['error', 'fatal', 'warn']);
  try {
    await app.init();
    await app.get(DemonstrationService).load(say);
  } finally {
    await app.close();
  }
}
