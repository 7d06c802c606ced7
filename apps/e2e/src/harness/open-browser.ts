import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

import { findBrowser } from './browser-binary.js';
import { apiEntry, webEntry } from './places.js';

/** Nothing leaves the machine, nothing asks for a display, and root may run it too. */
const flags = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, args: flags, env: { ...(process.env as Record<string, string>), ...env } });
}

/** A story about something that is not built would only time out. */
export function checkIsBuilt(): void {
  for (const built of [apiEntry, webEntry]) {
    if (!existsSync(built)) throw new Error(`${built} is not there. Run "npm run build" first.`);
  }
}
