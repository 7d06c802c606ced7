import { checkStartingNode } from './lib/node-runtime.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain } from './lib/say.mjs';

/** `npm run build`: installs what is missing and builds what changed. */
await runMain(async () => {
  checkStartingNode();
  await ensureInstalled();
  await ensureBuilt();
});
