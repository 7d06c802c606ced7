import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPlanFile } from '@phancong/plan-reader';

import { convertOldWord } from './convert-old-word.js';

const health = join(__dirname, '../../../../../packages/plan-reader/fixtures/documents/y-te.docx');
/** The first bytes of a compound file that no program finishes reading. */
const notWord = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Stands for LibreOffice: writes `plan.docx` into the folder named after --outdir. */
const program = `#!/usr/bin/env node
const { copyFileSync } = require('node:fs');
const folder = process.argv[process.argv.indexOf('--outdir') + 1];
copyFileSync(${JSON.stringify(health)}, folder + '/plan.docx');
`;

describe('a file of Word 97', () => {
  let folder = '';
  const { PATH: path, PHANCONG_SOFFICE: named } = process.env;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phancong-soffice-'));
  });
  afterEach(async () => {
    process.env['PATH'] = path;
    if (named === undefined) delete process.env['PHANCONG_SOFFICE'];
    else process.env['PHANCONG_SOFFICE'] = named;
    await rm(folder, { recursive: true });
  });

  it('is handed to LibreOffice, and what comes back is a Word file', async () => {
    const command = join(folder, 'soffice');
    await writeFile(command, program);
    await chmod(command, 0o755);
    process.env['PHANCONG_SOFFICE'] = command;
    const converted = await convertOldWord(notWord);
    expect(converted && Buffer.from(converted)).toEqual(await readFile(health));
  });

  it('comes back as nothing where LibreOffice is not installed', async () => {
    process.env['PATH'] = folder;
    delete process.env['PHANCONG_SOFFICE'];
    expect(await convertOldWord(notWord)).toBeNull();
  });

  it('that is no such file is refused as damaged before anybody converts it', async () => {
    let asked = 0;
    const convert = () => {
      asked += 1;
      return Promise.resolve(null);
    };
    expect(await readPlanFile(notWord, { convertOldWord: convert })).toMatchObject({ code: 'DAMAGED_FILE' });
    expect(asked).toBe(0);
  });
});
