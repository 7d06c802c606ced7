import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { prepareBinaries } from './binaries.js';
import { checkFreeSpace, createCluster, dataFolderAt, hasCluster, type DataFolder } from './cluster.js';
import { administratorUrl, applicationUrl, ensureApplicationDatabase } from './connection.js';
import { failureFromSystemError, type Sentence } from './failures.js';
import { runAlone } from './launcher-lock.js';
import { findRunningServer, startServer, stopServer, type Server } from './server.js';
import { chooseServerAccount, giveClusterTo } from './server-account.js';
import { forgetUsers, joinUsers, leaveUsers } from './users.js';

export interface LocalPostgresOptions {
  /** Folder of this database; made when missing. Nothing is written outside of it (under root: also one copy of the programs). */
  readonly dataDir: string;
  /** Hears one sentence per step, before the step begins. */
  readonly onProgress?: (step: Sentence) => void;
  /** Gives up durability for speed; for tests alone. Only takes effect when this call starts the server. */
  readonly throwaway?: boolean;
}

export interface LocalPostgres {
  /** For the application: owner of the database `phancong`, may create databases, no superuser. */
  readonly url: string;
  /** For the superuser `postgres`. */
  readonly adminUrl: string;
  /** True when this call made the cluster. */
  readonly firstStart: boolean;
  /** True when the server was running already (another process uses it, or one died without stopping it). */
  readonly wasRunning: boolean;
  /** Leaves the server; the last user to leave stops it. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL server that npm brought along, on a free port of 127.0.0.1, or joins the one that runs on the folder.
 * Works without root and as root, after kill -9 of the launcher or of the server. Every failure is a LocalPostgresError whose
 * message says in Vietnamese and English what to do.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const folder = dataFolderAt(resolve(options.dataDir));
  try {
    await mkdir(folder.dir, { recursive: true });
    return await runAlone(folder, () => startOrJoin(folder, options));
  } catch (error) {
    throw failureFromSystemError(error);
  }
}

async function startOrJoin(folder: DataFolder, options: LocalPostgresOptions): Promise<LocalPostgres> {
  const tell = options.onProgress ?? (() => undefined);
  const account = await chooseServerAccount(folder.cluster);
  const binaries = await prepareBinaries(account, () => tell(steps.copy));
  const firstStart = !(await hasCluster(folder));
  await checkFreeSpace(folder, firstStart);
  if (firstStart) {
    tell(steps.create);
    await createCluster(folder, binaries, account);
  }
  await giveClusterTo(account, folder.dir, folder.cluster);
  const password = (await readFile(folder.passwordFile, 'utf8')).trim();
  const server: Server = { folder, binaries, account, password };
  const running = await findRunningServer(server);
  if (!running) {
    tell(steps.start);
    await forgetUsers(folder);
  }
  const address = running ?? (await startServer(server, options.throwaway ?? false));
  await ensureApplicationDatabase(address);
  const user = await joinUsers(folder);
  return {
    url: applicationUrl(address),
    adminUrl: administratorUrl(address),
    firstStart,
    wasRunning: running !== undefined,
    stop: () => runAlone(folder, () => leave(server, user)),
  };
}

async function leave(server: Server, user: string): Promise<void> {
  const isLast = await leaveUsers(server.folder, user);
  if (isLast && (await findRunningServer(server))) await stopServer(server, 'fast');
}

const steps = {
  copy: {
    vi: 'Chép chương trình PostgreSQL sang thư mục dùng chung (chỉ một lần)',
    en: 'Copying the PostgreSQL programs to a folder that every account can read (once)',
  },
  create: { vi: 'Tạo cơ sở dữ liệu mới', en: 'Creating a new database' },
  start: { vi: 'Khởi động PostgreSQL', en: 'Starting PostgreSQL' },
} satisfies Record<string, Sentence>;
