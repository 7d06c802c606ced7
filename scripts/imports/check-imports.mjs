import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findViolations } from './find-violations.mjs';

/** Checks every source file of the repository against rules.mjs; gives { code, output } like any other check. */
export async function checkImports(root) {
  const violations = [];
  for (const path of await listSources(root)) {
    violations.push(...findViolations(path, await readFile(join(root, path), 'utf8')));
  }
  const output = violations.map(({ path, line, message }) => `${path}:${line}: ${message}`).join('\n');
  return { code: violations.length === 0 ? 0 : 1, output };
}

async function listSources(root) {
  const sources = [];
  for (const parent of ['apps', 'packages']) {
    for (const workspace of await readdir(join(root, parent), { withFileTypes: true })) {
      if (!workspace.isDirectory()) continue;
      const folder = `${parent}/${workspace.name}/src`;
      const files = await readdir(join(root, folder), { recursive: true }).catch(() => []);
      sources.push(
        ...files.filter((file) => /\.tsx?$/.test(file)).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
      );
    }
  }
  return sources.toSorted((a, b) => a.localeCompare(b));
}
