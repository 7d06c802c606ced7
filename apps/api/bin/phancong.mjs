#!/usr/bin/env node
// Starts the command line of Phân Công from the built api. Kept apart from the build so that `npx phancong` can say what is missing.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write(
    'Chưa có bản dựng. Hãy chạy «npm start» hoặc «npm run build» trước.\nNot built yet: run “npm start” or “npm run build” first.\n',
  );
  process.exitCode = 2;
}
