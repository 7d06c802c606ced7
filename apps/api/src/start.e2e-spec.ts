import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from './testing/start-test-api.js';

const entry = join(__dirname, '../dist/main.js');
const ready = /successfully started|is ready/;

/** Starts the built process, and ends it once it says that it is ready; what it wrote until then and a moment after. */
async function outputOf(databaseUrl: string, settings: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', PHANCONG_DEMO: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    const wasReady = ready.test(written);
    written += chunk.toString();
    if (!wasReady && ready.test(written)) setTimeout(() => child.kill('SIGTERM'), 1500);
  });
  await ended;
  return written;
}

describe('the process of a new installation', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'start', people: false });
  }, 60_000);
  afterAll(() => api.close());

  const setupCode = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/;

  it('tells the set-up code to whoever sits at the terminal', async () => {
    const said = await outputOf(api.databaseUrl, { PHANCONG_ROLE: 'web', PHANCONG_LOG: 'human' });
    expect(said).toMatch(setupCode);
    expect(said).toContain('/cai-dat');
  }, 60_000);

  it('tells it to whoever reads the log of a container, each line an object', async () => {
    const said = await outputOf(api.databaseUrl, { PHANCONG_ROLE: 'web', PHANCONG_LOG: 'json' });
    const lines = said.trim().split('\n');
    const told = lines.map((line) => JSON.parse(line) as { msg: string }).filter(({ msg }) => msg.includes('/cai-dat'));
    expect(told).toHaveLength(1);
    expect(told[0]?.msg).toMatch(setupCode);
  }, 60_000);

  it('tells none where it is a worker, at which nobody can set anything up', async () => {
    const said = await outputOf(api.databaseUrl, { PHANCONG_ROLE: 'worker', PHANCONG_LOG: 'human' });
    expect(said).toMatch(ready);
    expect(said).not.toMatch(setupCode);
  }, 60_000);
});
