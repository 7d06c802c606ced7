import { readFile } from 'node:fs/promises';
import { findUnlockedOptionals } from './lock.mjs';

/** The lock must let `npm ci` succeed on every platform, not just on the one where it was made. */
export async function checkLock(path) {
  const missing = findUnlockedOptionals(JSON.parse(await readFile(path, 'utf8')));
  if (missing.length === 0) return { code: 0, output: '' };
  const advice = 'Delete node_modules AND package-lock.json together, then run npm install.';
  return { code: 1, output: ['Missing in package-lock.json:', ...missing, advice].join('\n') };
}
