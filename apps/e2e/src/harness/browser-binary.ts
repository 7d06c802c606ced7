import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { browserFolder, unpackScript } from './places.js';

const run = promisify(execFile);

export interface BrowserBinary {
  executablePath: string;
  env: Record<string, string>;
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser of the tests: PHANCONG_CHROMIUM, else one of the system, else the one that npm brought along, unpacked once
 * into `.data/browser` so that no account of the machine meets the files of another.
 */
export async function findBrowser(): Promise<BrowserBinary> {
  const named = process.env['PHANCONG_CHROMIUM'];
  const executablePath = named ?? (await findOnPath());
  return executablePath ? { executablePath, env: {} } : unpackBrowser();
}

async function findOnPath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of systemNames) {
      const path = join(folder, name);
      const runs = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (folder && runs) return path;
    }
  }
  return undefined;
}

async function unpackBrowser(): Promise<BrowserBinary> {
  if (!existsSync(join(browserFolder, 'chromium'))) await unpackInto(browserFolder);
  return {
    executablePath: join(browserFolder, 'chromium'),
    env: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(browserFolder, 'fonts') },
  };
}

/** Unpacked beside its place and renamed when whole: a run that is killed leaves no half of a browser. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const scratch = await mkdtemp(`${folder}-`);
  await run(process.execPath, [unpackScript], { env: { ...process.env, TMPDIR: scratch } });
  // Whoever unpacked at the same time and came first has the place.
  await rename(scratch, folder).catch(() => rm(scratch, { recursive: true, force: true }));
}
