import { chown, stat } from 'node:fs/promises';
import { LocalPostgresError } from './failures.js';
import { runCommand, type Account } from './run-command.js';

/** "nobody" on every Unix; the number alone is needed, so no such user has to exist. */
const nobody: Account = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. Under root the server takes the account that owns an existing cluster, else "nobody".
 * Undefined when we are not root (or on Windows): then the server simply runs as we do.
 */
export async function chooseServerAccount(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/** Hands a file or folder to the account of the server; does nothing when the server runs as we do. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/**
 * Hands a whole data folder to the account of the server where root owns the cluster, as after a copy or a restore made by root.
 * A server under another account could not read it.
 */
export async function giveClusterTo(account: Account | undefined, dir: string, cluster: string): Promise<void> {
  if (!account || (await stat(cluster)).uid !== 0) return;
  const { code, output } = await runCommand('chown', ['-R', `${account.uid}:${account.gid}`, dir], { cwd: '/' });
  if (code !== 0) throw new LocalPostgresError('wrong-permissions', output);
}

/**
 * How the server is told where its data folder is. It always starts with the folder as working directory. Under root on Linux the
 * name is /proc/self/cwd: that link leads straight to the folder, so the other account needs no right on the folders above
 * it (a repository under /root, mode 0700, would otherwise be out of its reach).
 */
export function nameOfWorkingFolder(account: Account | undefined, dir: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : dir;
}
