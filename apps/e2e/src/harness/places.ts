import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

export const apiEntry = join(repository, 'apps', 'api', 'dist', 'main.js');
export const webEntry = join(repository, 'apps', 'web', 'dist', 'index.html');
export const endWithParent = join(repository, 'scripts', 'lib', 'end-with-parent.mjs');
export const unpackScript = join(repository, 'apps', 'e2e', 'scripts', 'unpack-browser.mjs');
export const browserFolder = join(repository, '.data', 'browser');

/** The responsibility table of 2025 as it was signed. */
export const planFile = join(repository, 'fixtures', 'plan-2025-table.txt');
