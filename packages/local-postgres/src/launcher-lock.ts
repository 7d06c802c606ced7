import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './cluster.js';
import { isProcessAlive } from './postmaster.js';
import { systemCode } from './system-error.js';

/** Lets one launcher at a time start or stop the server of a data folder; a lock left by a dead process is taken over. */
export async function runAlone<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const lock = join(folder.dir, 'launcher.lock');
  while (!(await takeLock(lock))) await sleep(50);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** The lock appears with its owner's process id already inside, since it is linked from a finished file. */
async function takeLock(lock: string): Promise<boolean> {
  const draft = `${lock}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (owner > 0 && !(await isProcessAlive(owner))) await rm(lock, { force: true });
  return false;
}
