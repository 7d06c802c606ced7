import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ApiProcess } from './api-process.js';
import { printFigure, say } from './figures.js';

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Memory of the API when nobody asks anything. */
export async function measureRest(databaseUrl: string, port: number): Promise<void> {
  say('memory at rest …');
  const api = await ApiProcess.start(databaseUrl, port);
  try {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const memory = api.memory();
    if (memory === undefined) return;
    printFigure({ figure: 'API process at rest', value: memory, unit: 'MiB', goal: '<= 250', met: memory <= 250 });
  } finally {
    await api.stop();
  }
}

/** Script that the browser loads before the home screen: the entry of the page, all that it imports at once, and the home's own part. */
export function measureFirstLoad(): void {
  if (!existsSync(webFolder)) return;
  const assets = readdirSync(join(webFolder, 'assets')).filter((name) => name.endsWith('.js'));
  const loaded = new Set<string>();
  const visit = (name: string) => {
    if (loaded.has(name) || !assets.includes(name)) return;
    loaded.add(name);
    const source = readFileSync(join(webFolder, 'assets', name), 'utf8');
    for (const [, imported] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      if (imported) visit(imported);
  };
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8');
  for (const [, name] of page.matchAll(/assets\/([^"']+\.js)/g)) if (name) visit(name);
  for (const name of assets) if (/^(home|inbox)/.test(name)) visit(name);
  const bytes = [...loaded].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(webFolder, 'assets', name))).length,
    0,
  );
  const kB = bytes / 1000;
  printFigure({
    figure: 'first load of the home screen, script',
    value: kB,
    unit: 'kB gzip',
    goal: '<= 250',
    met: kB <= 250,
    details: { files: loaded.size },
  });
}
