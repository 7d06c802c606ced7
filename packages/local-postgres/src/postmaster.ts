import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './cluster.js';
import { systemCode } from './system-error.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What the lock file of the server says: line 1 is its process id, line 4 its port. Undefined when there is none. */
export async function readPostmaster(folder: DataFolder): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : undefined;
}

/** Removes the lock file of a server that is no more; only for when its process id belongs to nobody or to another program. */
export async function removeStaleLock(folder: DataFolder): Promise<void> {
  await rm(join(folder.cluster, 'postmaster.pid'), { force: true });
}

/** Is a process of that id alive? One that we may not signal is alive too; a zombie is not. */
export async function isProcessAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
  return !/^\d+ \(.*\) [ZX] /s.test(await readProcessLine(pid));
}

/**
 * Is the server of this folder alive? After a crash the id in its lock file may have gone to another program, even to another
 * PostgreSQL, so on Linux the working folder of the process must be the cluster.
 */
export async function isServerAlive(folder: DataFolder, { pid }: Postmaster): Promise<boolean> {
  if (!(await isProcessAlive(pid))) return false;
  if (process.platform !== 'linux') return true;
  const cluster = await realpath(folder.cluster);
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (workingFolder !== undefined) return workingFolder === cluster;
  // In a container root may not look into a process of another account; its name it may read.
  return (await readProcessLine(pid)).includes('(postgres)');
}

async function readProcessLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
}
