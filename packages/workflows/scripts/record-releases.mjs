/**
 * Keeps every version of every flow that is not kept yet in fixtures/releases, for ever. A kept version is never written
 * again: a machine that was released and has changed gets a new version. Run when a version is released:
 *   npm run build && npm run release
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

import { releasedFlows } from '../dist/flows/released-flows.js';
import { recordRelease } from '../dist/upgrade/record-release.js';

const folder = new URL('../fixtures/releases/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const flow of releasedFlows) {
  const file = new URL(`${flow.id}-${flow.version}.json`, folder);
  if (existsSync(file)) continue;
  const { scenes, ...head } = recordRelease(flow);
  // One line for each stored scene: a difference is seen where it is.
  const lines = scenes.map((scene) => JSON.stringify(scene)).join(',\n');
  writeFileSync(file, `${JSON.stringify(head).slice(0, -1)},"scenes":[\n${lines}\n]}\n`);
  console.log(`${flow.id} ${flow.version}: ${scenes.length} scenes`);
}
