import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './cluster.js';
import { findConnectionProblem, type ServerAddress } from './connection.js';
import { failureFromServerOutput, LocalPostgresError } from './failures.js';
import { findFreePort } from './free-port.js';
import { isServerAlive, readPostmaster, removeStaleLock } from './postmaster.js';
import { runCommand, type Account, type CommandResult } from './run-command.js';
import { giveTo, nameOfWorkingFolder } from './server-account.js';
import { serverOptions } from './settings.js';

/** All that is needed to speak to one server through pg_ctl. */
export interface Server {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
}

const startAttempts = 8;
const secondsToStart = 120;
const secondsToAnswer = 30;

/**
 * The address of the server when one runs on this folder and answers. A lock file alone proves nothing: after a crash it stays
 * behind, and its process id may belong to another program by now. A server that lives but never answers is ended.
 */
export async function findRunningServer(server: Server): Promise<ServerAddress | undefined> {
  const postmaster = await readPostmaster(server.folder);
  if (!postmaster) return undefined;
  const address = { port: postmaster.port, password: server.password };
  const patience = Date.now() + secondsToAnswer * 1000;
  while (await isServerAlive(server.folder, postmaster)) {
    if ((await findConnectionProblem(address)) === undefined) return address;
    if (Date.now() > patience) {
      await stopServer(server, 'immediate');
      return undefined;
    }
    await sleep(200);
  }
  await removeStaleLock(server.folder);
  return undefined;
}

/** Starts the server on a free port of 127.0.0.1 and waits until it answers a query. Its output goes to `server.log`. */
export async function startServer(server: Server, throwaway: boolean): Promise<ServerAddress> {
  const { folder, account } = server;
  await chmod(folder.cluster, 0o700);
  for (let attempt = 1; ; attempt++) {
    await rm(folder.log, { force: true });
    await writeFile(folder.log, '', { mode: 0o600 });
    await giveTo(account, folder.log);
    const port = await findFreePort();
    const options = serverOptions(port, throwaway);
    const started = await pgCtl(server, [
      'start',
      '-w',
      '-t',
      String(secondsToStart),
      '-l',
      join('..', 'server.log'),
      '-o',
      options,
    ]);
    const address = { port, password: server.password };
    if (started.code === 0) {
      const problem = await findConnectionProblem(address);
      if (problem === undefined) return address;
      throw new LocalPostgresError(/password|role/.test(problem) ? 'broken-data-folder' : 'start-failed', problem);
    }
    const output = `${started.output}\n${await readFile(folder.log, 'utf8').catch(() => '')}`;
    if (attempt === startAttempts || !isWorthAnotherTry(output)) throw failureFromServerOutput(output);
    await sleep(500);
  }
}

/** 'fast' ends all sessions and writes everything down; 'immediate' is for a server that does not listen any more. */
export async function stopServer(server: Server, mode: 'fast' | 'immediate'): Promise<void> {
  const { code } = await pgCtl(server, ['stop', '-w', '-t', '60', '-m', mode]);
  if (code !== 0 && mode === 'fast') await stopServer(server, 'immediate');
}

/** Helpers of a killed server live on for a moment, and a free port can be taken by another before we use it. */
function isWorthAnotherTry(output: string): boolean {
  return /pre-existing shared memory block|lock file .* already exists|Address already in use/.test(output);
}

function pgCtl({ folder, binaries, account }: Server, args: readonly string[]): Promise<CommandResult> {
  const cluster = nameOfWorkingFolder(account, folder.cluster);
  return runCommand(binaries.pgCtl, ['-D', cluster, ...args], { cwd: folder.cluster, account });
}
