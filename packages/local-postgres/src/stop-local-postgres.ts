import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolderAt } from './cluster.js';
import { failureFromSystemError } from './failures.js';
import { isServerAlive, readPostmaster } from './postmaster.js';

const secondsToStop = 60;

/**
 * Stops whatever server runs on the folder, whoever uses it; true when one was running. For `npm run reset`: it asks nothing of the
 * folder but its lock file, so it works on a damaged one too. SIGINT is PostgreSQL's "fast" stop, SIGQUIT its "immediate".
 */
export async function stopLocalPostgres(dataDir: string): Promise<boolean> {
  const folder = dataFolderAt(resolve(dataDir));
  const postmaster = await readPostmaster(folder);
  if (!postmaster || !(await isServerAlive(folder, postmaster))) return false;
  try {
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      process.kill(postmaster.pid, signal);
      const patience = Date.now() + secondsToStop * 1000;
      while (Date.now() < patience) {
        if (!(await isServerAlive(folder, postmaster))) return true;
        await sleep(100);
      }
    }
    return true;
  } catch (error) {
    throw failureFromSystemError(error);
  }
}
