/**
 * Lays every flow out from top to bottom and writes src/drawing/layouts/, one file a flow. Run after a machine or its words changed:
 *   npm run build && npm run diagrams
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';

import { flows } from '../dist/index.js';
import { layOutBest } from '../dist/drawing/lay-out.js';

const folder = new URL('../src/drawing/layouts/', import.meta.url);
const written = '/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */\n';
const fileOf = (id) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const flow of Object.values(flows)) {
  const diagram = await layOutBest(flow);
  await writeFile(
    new URL(`${fileOf(flow.id)}.ts`, folder),
    `import type { Diagram } from '../diagram.js';\n\n${written}` +
      `export const ${flow.id}: Diagram = ${JSON.stringify(diagram)};\n`,
  );
  console.log(`${flow.id}: ${diagram.width} × ${diagram.height}`);
}
const ids = Object.keys(flows);
await writeFile(
  new URL('index.ts', folder),
  `import type { FlowId } from '@phancong/contracts';\n\nimport type { Diagram } from '../diagram.js';\n` +
    ids.map((id) => `import { ${id} } from './${fileOf(id)}.js';\n`).join('') +
    `\n${written}export const diagrams: Record<FlowId, Diagram> = { ${ids.join(', ')} };\n`,
);
