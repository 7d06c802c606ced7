import { openDatabase } from './lib/database.mjs';
import { applicationFlags, checkStartingNode, findRuntimeNode } from './lib/node-runtime.mjs';
import { apiEntry } from './lib/paths.mjs';
import { choosePort } from './lib/port.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain, say } from './lib/say.mjs';
import { secretKeySetting } from './lib/secret-key.mjs';
import { endWithParent, supervise } from './lib/supervise.mjs';

/** `npm start`: from a fresh clone to a running application with the demonstration in it. */
await runMain(async () => {
  checkStartingNode();
  const port = await choosePort('npm start');
  await ensureInstalled();
  await ensureBuilt();
  const node = await findRuntimeNode();
  const database = await openDatabase('postgres');
  try {
    say('▸ Khởi động ứng dụng (Ctrl-C để dừng)', 'Starting the application (Ctrl-C to stop)');
    process.exitCode = await supervise(node, [endWithParent, ...applicationFlags, apiEntry], {
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        PORT: String(port),
        PHANCONG_DEMO: process.env.PHANCONG_DEMO ?? '1',
        ...secretKeySetting(),
      },
    });
  } finally {
    await database.stop();
    say('▸ Đã dừng. Dữ liệu còn nguyên.', 'Stopped. The data is kept.');
  }
});
