import 'reflect-metadata';

import { start } from './start.js';

try {
  await start();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\nPhân Công không khởi động được / could not start: ${reason}\n`);
  process.exit(1);
}
