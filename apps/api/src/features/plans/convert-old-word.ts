import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT_MS = 90_000;

/** The names under which LibreOffice is installed; `PHANCONG_SOFFICE` names another place. */
const commands = () => [process.env['PHANCONG_SOFFICE'], 'soffice', 'libreoffice'].filter((name) => name !== undefined);

/**
 * A file of Word 97 as .docx, through LibreOffice in a profile of its own that is thrown away: nothing of the file is run, nothing is
 * kept. Null where LibreOffice is not installed.
 */
export async function convertOldWord(bytes: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'phancong-doc-'));
  try {
    const file = join(folder, 'plan.doc');
    await writeFile(file, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const options = [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, file];
    for (const command of commands()) {
      try {
        await run(command, options, { timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' });
        return await readFile(join(folder, 'plan.docx'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
