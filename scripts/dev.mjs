import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './lib/database.mjs';
import { applicationFlags, checkStartingNode, findRuntimeNode } from './lib/node-runtime.mjs';
import { apiEntry, bin, root } from './lib/paths.mjs';
import { choosePort } from './lib/port.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain, say } from './lib/say.mjs';
import { secretKeySetting } from './lib/secret-key.mjs';
import { endWithParent, supervise } from './lib/supervise.mjs';

/**
 * `npm run dev`: turbo compiles what is saved, the api restarts on what was compiled, and the web reloads in place. It works on
 * the same data as `npm start`.
 */
await runMain(async () => {
  checkStartingNode();
  const port = await choosePort('npm run dev');
  await ensureInstalled();
  await ensureBuilt();
  const node = await findRuntimeNode();
  const database = await openDatabase('postgres');
  const env = {
    DATABASE_URL: database.url,
    PORT: String(port),
    PHANCONG_DEMO: process.env.PHANCONG_DEMO ?? '1',
    ...secretKeySetting(),
    PHANCONG_API: `http://127.0.0.1:${port}`,
  };
  try {
    say(
      '▸ Mở http://localhost:5173 (Ctrl-C để dừng)',
      `Open http://localhost:5173; the api is on port ${port} (Ctrl-C to stop)`,
    );
    const running = [
      supervise(bin('turbo'), ['watch', 'build', '--filter=@phancong/api...', '--output-logs=errors-only'], { env }),
      supervise(node, [endWithParent, ...watchedFolders(), '--watch-preserve-output', ...applicationFlags, apiEntry], {
        env,
      }),
      supervise(bin('vite'), ['--clearScreen=false'], { env, cwd: join(root, 'apps', 'web') }),
    ];
    await Promise.race(running);
    // One of the three has ended, so the others are of no use; this reaches them as a request to stop.
    process.kill(process.pid, 'SIGTERM');
    await Promise.all(running);
  } finally {
    await database.stop();
  }
});

/** Node restarts the api when a compiled file of the api or of a package changes. */
function watchedFolders() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'dist'));
  return [join(root, 'apps', 'api', 'dist'), ...packages].map((folder) => `--watch-path=${folder}`);
}
