import { cliEntry } from './paths.mjs';
import { run } from './run.mjs';

/** Runs the migrations on an empty database and lets the api compare the result with its entities. */
export async function checkMigrations({ node }) {
  const { createTestDatabase } = await import('@phancong/testing');
  const database = await createTestDatabase({ name: 'migration drift' });
  try {
    return await run(node, [cliEntry, 'db', 'check'], { env: { DATABASE_URL: database.url } });
  } finally {
    await database.drop();
  }
}
