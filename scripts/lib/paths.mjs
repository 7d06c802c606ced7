import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository; every other place is named from it. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export const dataFolder = join(root, '.data');

export const apiEntry = join(root, 'apps', 'api', 'dist', 'main.js');
export const cliEntry = join(root, 'apps', 'api', 'dist', 'cli', 'main.js');
export const benchEntry = join(root, 'apps', 'api', 'dist', 'bench', 'main.js');

/** Jest with the measurements in a browser; run in this folder. */
export const browserFolder = join(root, 'apps', 'e2e');

/** A program that npm installed, e.g. bin('turbo'). */
export function bin(name) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}
