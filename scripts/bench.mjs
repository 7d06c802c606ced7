import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './lib/database.mjs';
import { applicationFlags, checkStartingNode, findRuntimeNode } from './lib/node-runtime.mjs';
import { benchEntry, browserFolder, dataFolder, root } from './lib/paths.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { runMain, sayWhile, Stop } from './lib/say.mjs';
import { endWithParent, supervise } from './lib/supervise.mjs';

const asked = process.argv.slice(2);
const askedOfApi = asked.filter((part) => part !== 'interactions');

/**
 * `npm run bench [-- fan-out transitions reads house interactions]`: one JSON line per figure on stdout. The API is measured on
 * a database of its own with the durability of production, interactions in a browser with ten thousand rows.
 */
await runMain(async () => {
  checkStartingNode();
  await ensureInstalled();
  await ensureBuilt();
  const node = await findRuntimeNode();
  if (asked.length === 0 || askedOfApi.length > 0) process.exitCode = await measureApi(node);
  if (asked.length === 0 || askedOfApi.length < asked.length) await measureInteractions(node);
});

async function measureApi(node) {
  const database = await openDatabase('bench-postgres');
  try {
    return await supervise(node, [endWithParent, ...applicationFlags, benchEntry, ...askedOfApi], {
      env: { DATABASE_URL: database.url, PHANCONG_ADMIN_DATABASE_URL: database.adminUrl },
    });
  } finally {
    await database.stop();
    if (!process.env.DATABASE_URL) await rm(join(dataFolder, 'bench-postgres'), { recursive: true, force: true });
  }
}

async function measureInteractions(node) {
  const scratch = await mkdtemp(join(tmpdir(), 'phancong-bench-'));
  try {
    const figures = join(scratch, 'figures.jsonl');
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const { code, output } = await sayWhile(
      'Đo thao tác trong trình duyệt',
      'Measuring interactions in a browser',
      () =>
        run(node, [jest, '-c', 'jest.bench.config.mjs'], {
          cwd: browserFolder,
          env: { PHANCONG_FIGURES: figures },
        }),
    );
    process.stdout.write(await readFile(figures, 'utf8').catch(() => ''));
    if (code !== 0) throw new Stop(`Chưa đo xong trong trình duyệt.\n${output}`, 'Not all could be measured.');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
