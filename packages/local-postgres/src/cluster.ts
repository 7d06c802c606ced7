import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { failureFromServerOutput, LocalPostgresError } from './failures.js';
import { runCommand, type Account } from './run-command.js';
import { giveTo, nameOfWorkingFolder } from './server-account.js';
import { messageOf, systemCode } from './system-error.js';

/** The folder of one embedded database: the cluster of PostgreSQL, the password of its roles, the log of the server. */
export interface DataFolder {
  readonly dir: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly log: string;
}

const majorVersion = '18';
const megabyte = 1024 * 1024;

export function dataFolderAt(dir: string): DataFolder {
  return { dir, cluster: join(dir, 'cluster'), passwordFile: join(dir, 'password'), log: join(dir, 'server.log') };
}

/** Says no before PostgreSQL would stop half-way: a fresh cluster takes about 50 MB and its log of changes 64 MB more. */
export async function checkFreeSpace(folder: DataFolder, isNew: boolean): Promise<void> {
  const { bavail, bsize } = await statfs(folder.dir);
  const free = Math.floor((bavail * bsize) / megabyte);
  const needed = isNew ? 300 : 100;
  if (free < needed) throw new LocalPostgresError('no-disk-space', `${folder.dir}: ${free} MB < ${needed} MB`);
}

/** True when the folder holds a whole cluster of our version, false when it holds none; damage is a named error. */
export async function hasCluster(folder: DataFolder): Promise<boolean> {
  if (!(await exists(folder.cluster))) return false;
  const version = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'EACCES') throw new LocalPostgresError('wrong-permissions', messageOf(error));
    throw new LocalPostgresError('broken-data-folder', messageOf(error));
  });
  if (version.trim() !== majorVersion) {
    throw new LocalPostgresError(
      'other-version',
      `${folder.cluster}: PostgreSQL ${version.trim()}, not ${majorVersion}`,
    );
  }
  for (const needed of [join(folder.cluster, 'global', 'pg_control'), folder.passwordFile]) {
    if (!(await exists(needed))) throw new LocalPostgresError('broken-data-folder', `${needed}: missing`);
  }
  return true;
}

/**
 * Makes a fresh cluster. It is prepared under another name and renamed at the end, so that a stop half-way leaves nothing that
 * looks like a database. Text is UTF-8 in the built-in C.UTF-8 order (the same on every machine); Vietnamese order is asked for
 * where it is wanted, with COLLATE "vi-x-icu".
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const unfinished = `${folder.cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(folder.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  for (const path of [folder.dir, unfinished, folder.passwordFile]) await giveTo(account, path);
  await chmod(folder.dir, 0o700);
  const { code, output } = await runCommand(
    binaries.initdb,
    [
      `--pgdata=${nameOfWorkingFolder(account, unfinished)}`,
      '--username=postgres',
      `--pwfile=${join('..', 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    { cwd: unfinished, account },
  );
  if (code !== 0) throw failureFromServerOutput(output);
  await rename(unfinished, folder.cluster);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
