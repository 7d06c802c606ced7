import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { apiEntry, endWithParent } from './places.js';

export interface ApiProcess {
  /** http://127.0.0.1:port */
  address: string;
  /** What it has written to its terminal so far. */
  said(): string;
  stop(): Promise<void>;
}

/** Settings beside the usual ones; some follow from the address at which people will find the application. */
export type Settings = Record<string, string> | ((address: string) => Promise<Record<string, string>>);

const secondsToStart = 150;

/** Starts the built application on a free port, with the web beside it, and waits until it answers. */
export async function startApi(databaseUrl: string, settings: Settings = {}): Promise<ApiProcess> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const own = typeof settings === 'function' ? await settings(address) : settings;
  const child = spawn(process.execPath, [`--import=${endWithParent}`, '--enable-source-maps', apiEntry], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      PHANCONG_DEMO: '1',
      PHANCONG_LOG: 'silent',
      PHANCONG_RATE_LIMIT: '1000000',
      PHANCONG_POOL_SIZE: '8',
      ...own,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let [said, complaints] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  try {
    await waitUntilReady(address, child);
  } catch (error) {
    await stop(child);
    throw new Error(`The application did not start.\n${complaints}`, { cause: error });
  }
  return { address, said: () => said, stop: () => stop(child) };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function waitUntilReady(address: string, child: ChildProcess): Promise<void> {
  const patience = Date.now() + secondsToStart * 1000;
  while (Date.now() < patience) {
    if (child.exitCode !== null) throw new Error(`The application ended at its start with code ${child.exitCode}.`);
    const ready = await fetch(`${address}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await pause(50);
  }
  throw new Error(`The application did not answer within ${secondsToStart} seconds.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}
