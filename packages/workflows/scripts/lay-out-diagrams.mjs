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
/** Wider than this does not fit a phone without scrolling: other orders of the states are tried. */
const WIDE = 500;
const TRIES = 40;

/** The states in another order, the first one in its place; the same one for the same try. */
function shuffle(states, seed) {
  const [first, ...others] = Object.keys(states);
  let dice = seed;
  for (let i = others.length - 1; i > 0; i -= 1) {
    dice = (dice * 1103515245 + 12345) % 2147483648;
    const j = Math.floor((dice / 2147483648) * (i + 1));
    [others[i], others[j]] = [others[j], others[i]];
  }
  return Object.fromEntries([first, ...others].map((id) => [id, states[id]]));
}

async function layOut(flow) {
  let best = await layOutBest(flow);
  for (let seed = 1; seed <= TRIES && best.width > WIDE; seed += 1) {
    const other = await layOutBest({ ...flow, states: shuffle(flow.states, seed) });
    if (other.width < best.width) best = other;
  }
  const order = Object.keys(flow.states);
  return { ...best, nodes: best.nodes.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) };
}

for (const flow of Object.values(flows)) {
  const diagram = await layOut(flow);
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
