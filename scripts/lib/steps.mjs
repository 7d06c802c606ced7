import { join } from 'node:path';
import { checkLock } from './check-lock.mjs';
import { checkMigrations } from './check-migrations.mjs';
import { bin, cliEntry, root } from './paths.mjs';
import { run } from './run.mjs';

/** Loaded when its turn comes: it needs a package that a fresh clone does not have before the first step. */
async function checkImportDirections() {
  const { checkImports } = await import('../imports/check-imports.mjs');
  return checkImports(root);
}

/**
 * The checks of `npm test`, in order. Each gives { code, output } and counts as one; a failed one does not stop the rest.
 * `npm test -- --only=lint,units` runs the named ones alone (names of checks, or folders of packages with tests).
 */
export const checks = [
  {
    name: 'types',
    vi: 'Kiểu dữ liệu',
    check: () => run(bin('turbo'), ['run', 'typecheck', '--output-logs=errors-only']),
  },
  {
    name: 'lint',
    vi: 'Quy tắc mã nguồn',
    check: () => run(bin('oxlint'), ['--type-aware', '--deny-warnings', '--format=unix']),
  },
  { name: 'format', vi: 'Định dạng mã nguồn', check: () => run(bin('oxfmt'), ['--check']) },
  { name: 'imports', vi: 'Chiều phụ thuộc giữa các phần', check: checkImportDirections },
  { name: 'unused', vi: 'Mã và gói không dùng đến', check: () => run(bin('knip'), ['--no-progress']) },
  {
    name: 'lock',
    vi: 'package-lock.json đủ cho mọi nền tảng',
    check: () => checkLock(join(root, 'package-lock.json')),
  },
  { name: 'flows', vi: 'Quy trình được chứng minh', check: ({ node }) => run(node, [cliEntry, 'verify']) },
  { name: 'migrations', vi: 'Di trú khớp với các bảng trong mã', check: checkMigrations },
];

/** Folders with tests, in order: what is quick and pure first, the browser last. */
export const testFolders = [
  'scripts',
  'packages/contracts',
  'packages/calendar',
  'packages/units',
  'packages/workflows',
  'packages/plan-reader',
  'packages/local-postgres',
  'packages/testing',
  'apps/web',
  'apps/api',
  'apps/e2e',
];
