import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startLocalPostgres } from './start-local-postgres.js';
import { stopLocalPostgres } from './stop-local-postgres.js';

let scratch: string;
let dataDir: string;

/** Runs one query on a connection of its own and gives the first value of the first row. */
async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

async function readServerPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

beforeAll(async () => {
  // Mode 0700, as a home folder has it: under root the server runs as another account and must manage all the same.
  scratch = await mkdtemp(join(tmpdir(), 'phancong-local-postgres-'));
  dataDir = join(scratch, 'thư mục dữ liệu', 'postgres');
});

afterAll(async () => {
  await stopLocalPostgres(dataDir);
  await rm(scratch, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('is made on the first start and keeps its data for the second', async () => {
    const first = await startLocalPostgres({ dataDir });
    expect(first).toMatchObject({ firstStart: true, wasRunning: false });
    await ask(first.url, "create table office as select 'Vụ Kế hoạch và Đầu tư' as name");
    await first.stop();

    const second = await startLocalPostgres({ dataDir });
    expect(second).toMatchObject({ firstStart: false, wasRunning: false });
    expect(await ask(second.url, 'select name from office')).toBe('Vụ Kế hoạch và Đầu tư');
    await second.stop();
    await expect(ask(second.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets the application own its database and use the extensions, without being superuser', async () => {
    const database = await startLocalPostgres({ dataDir });
    await ask(database.url, 'create extension if not exists unaccent');
    await ask(database.url, 'create extension if not exists pg_trgm');
    expect(await ask(database.url, "select unaccent('Đồng hồ trình diễn')")).toBe('Dong ho trinh dien');
    expect(await ask(database.url, "select lower('ĐỒNG BỘ')")).toBe('đồng bộ');
    expect(await ask(database.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    expect(await ask(database.adminUrl, 'select rolsuper from pg_roles where rolname = current_user')).toBe(true);
    await database.stop();
  });

  it('keeps the durability of PostgreSQL, and gives it up only when asked to', async () => {
    const durable = await startLocalPostgres({ dataDir });
    expect(await ask(durable.url, "select current_setting('fsync') || current_setting('synchronous_commit')")).toBe(
      'onon',
    );
    await durable.stop();
    const throwaway = await startLocalPostgres({ dataDir, throwaway: true });
    expect(await ask(throwaway.url, "select current_setting('fsync')")).toBe('off');
    await throwaway.stop();
  });

  it('is shared by all who start it, and stops when the last one leaves', async () => {
    const [one, two] = await Promise.all([startLocalPostgres({ dataDir }), startLocalPostgres({ dataDir })]);
    expect(one.url).toBe(two.url);
    await one.stop();
    await one.stop();
    expect(await ask(two.url, 'select 1')).toBe(1);
    await two.stop();
    await expect(ask(two.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('goes on with what was committed after the server was killed', async () => {
    const before = await startLocalPostgres({ dataDir });
    await ask(before.url, 'create table kept as select 20 as tasks');
    process.kill(await readServerPid(), 'SIGKILL');
    const after = await startLocalPostgres({ dataDir });
    expect(await ask(after.url, 'select tasks from kept')).toBe(20);
    await after.stop();
  });

  it('joins the server that a killed process left running, and stops it at the end', async () => {
    const left = await startLocalPostgres({ dataDir });
    await rm(join(dataDir, 'users'), { recursive: true });
    const joined = await startLocalPostgres({ dataDir });
    expect(joined).toMatchObject({ url: left.url, wasRunning: true });
    await joined.stop();
    await expect(ask(left.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('is not misled by a lock file whose process id belongs to another program now', async () => {
    const stranger: ChildProcess = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      const database = await startLocalPostgres({ dataDir });
      const lockFile = join(dataDir, 'cluster', 'postmaster.pid');
      const lock = await readFile(lockFile, 'utf8');
      await database.stop();
      await writeFile(lockFile, lock.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 });
      const again = await startLocalPostgres({ dataDir });
      expect(await ask(again.url, 'select 1')).toBe(1);
      await again.stop();
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
      await once(stranger, 'exit');
    }
  });

  it('hides its password from other accounts of the machine', async () => {
    const file = await stat(join(dataDir, 'password'));
    expect(file.mode & 0o077).toBe(0);
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
  });
});

describe('a data folder that cannot be used', () => {
  const damages = [
    [
      'its control file is gone',
      'broken-data-folder',
      (dir: string) => rm(join(dir, 'cluster', 'global', 'pg_control')),
    ],
    ['its log of changes is gone', 'broken-data-folder', (dir: string) => emptyFolder(join(dir, 'cluster', 'pg_wal'))],
    ['its password is gone', 'broken-data-folder', (dir: string) => rm(join(dir, 'password'))],
    ['its configuration is gone', 'broken-data-folder', (dir: string) => rm(join(dir, 'cluster', 'postgresql.conf'))],
    ['version 17 made it', 'other-version', (dir: string) => writeFile(join(dir, 'cluster', 'PG_VERSION'), '17\n')],
  ] as const;

  it.each(damages)('is refused with a sentence that says what to do: %s', async (_title, code, damage) => {
    const copy = join(scratch, 'bản sao hỏng');
    await rm(copy, { recursive: true, force: true });
    await cp(dataDir, copy, { recursive: true });
    await damage(copy);
    const refusal = startLocalPostgres({ dataDir: copy });
    await expect(refusal).rejects.toMatchObject({ name: 'LocalPostgresError', code });
    await expect(refusal).rejects.toThrow(/npm run reset/);
  });

  it('is refused when it is no folder at all', async () => {
    const file = join(scratch, 'tệp');
    await writeFile(file, '');
    await expect(startLocalPostgres({ dataDir: join(file, 'postgres') })).rejects.toMatchObject({
      name: 'LocalPostgresError',
      code: 'broken-data-folder',
    });
  });
});

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}
