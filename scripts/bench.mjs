import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './lib/database.mjs';
import { checkStartingNode, findRuntimeNode } from './lib/node-runtime.mjs';
import { benchEntry, dataFolder } from './lib/paths.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain } from './lib/say.mjs';
import { endWithParent, supervise } from './lib/supervise.mjs';

/** `npm run bench`: measures on a database of its own with the durability of production. One JSON line per figure on stdout. */
await runMain(async () => {
  checkStartingNode();
  await ensureInstalled();
  await ensureBuilt();
  const node = await findRuntimeNode();
  const database = await openDatabase('bench-postgres');
  try {
    process.exitCode = await supervise(
      node,
      [endWithParent, '--enable-source-maps', benchEntry, ...process.argv.slice(2)],
      {
        env: { DATABASE_URL: database.url, PHANCONG_ADMIN_DATABASE_URL: database.adminUrl },
      },
    );
  } finally {
    await database.stop();
    if (!process.env.DATABASE_URL) await rm(join(dataFolder, 'bench-postgres'), { recursive: true, force: true });
  }
});
