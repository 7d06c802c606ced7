import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './cluster.js';
import { isProcessAlive } from './postmaster.js';

/**
 * Who uses the server now: one empty file per user in `users/`, named by process id. The last one to leave stops the server;
 * processes that died without leaving are not counted. Gives the name to leave with.
 */
export async function joinUsers(folder: DataFolder): Promise<string> {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(join(folder.dir, 'users'), { recursive: true });
  await writeFile(join(folder.dir, 'users', name), '');
  return name;
}

/** Leaves; true when nobody else is left. */
export async function leaveUsers(folder: DataFolder, user: string): Promise<boolean> {
  await rm(join(folder.dir, 'users', user), { force: true });
  for (const name of await readdir(join(folder.dir, 'users')).catch(() => [])) {
    if (await isProcessAlive(Number(name.split('-')[0]))) return false;
    await rm(join(folder.dir, 'users', name), { force: true });
  }
  return true;
}

/** Forgets everybody; right when the server itself was found not running. */
export async function forgetUsers(folder: DataFolder): Promise<void> {
  await rm(join(folder.dir, 'users'), { recursive: true, force: true });
}
