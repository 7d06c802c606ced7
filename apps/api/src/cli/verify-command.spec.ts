import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { runVerify } from './verify-command.js';

const words = (vi: string) => ({ vi, en: vi });
/** One unit writes and approves by itself: a fault on purpose. */
const faulty = {
  format: 2,
  base: 'question',
  whenWorkEnds: 'withdrawn',
  words: words('Phiếu trình'),
  parties: { from: words('Phòng'), to: words('Giám đốc') },
  initial: 'written',
  states: {
    written: { words: words('Đã viết'), holder: 'from', phase: 'open', remindAfterWorkingDays: 2 },
    approved: { words: words('Đã duyệt'), holder: null, phase: 'done' },
    withdrawn: { words: words('Đã rút'), holder: null, phase: 'cancelled' },
  },
  events: { approve: { words: words('Duyệt'), by: ['from'] } },
  moves: [{ from: 'written', event: 'approve', to: 'approved', byAnotherPerson: true }],
};

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const exitCode = await runVerify(
    args,
    { write: (text) => (written.out += text) },
    { write: (text) => (written.err += text) },
  );
  return { exitCode, ...written };
}

describe('phancong verify', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phancong-verify-'));
    await writeFile(join(folder, 'faulty.json'), JSON.stringify(faulty));
    await writeFile(join(folder, 'broken.json'), '{"format": 2,');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('finds nothing to blame in every released workflow and names each', async () => {
    const { exitCode, out } = await run();
    expect(exitCode).toBe(0);
    for (const flow of ['task 1', 'budget 1', 'budget 2', 'explanation 1']) expect(out).toContain(`(${flow})`);
  }, 120_000);

  it('ends with 1 and tells the fault of a file as a story with the names of its units', async () => {
    const { exitCode, out } = await run(join(folder, 'faulty.json'));
    expect(exitCode).toBe(1);
    expect(out).toContain('✗ question: Một người tự mình đi hết: Phòng (bà Hoa) «Duyệt» → «Đã duyệt».');
  });

  it('gives the faults as JSON to a program', async () => {
    const { out } = await run(join(folder, 'faulty.json'), '--json');
    expect(JSON.parse(out)).toMatchObject({ faults: [{ flow: 'question', kind: 'approvesOwnWork' }] });
  });

  it.each([
    ['broken.json', 'NOT_JSON'],
    ['nowhere.json', 'FILE_NOT_READABLE'],
  ])('ends with 2 for %s and says why', async (name, code) => {
    const { exitCode, out, err } = await run(join(folder, name));
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^${code}: `));
  });

  it('refuses arguments that it does not know', async () => {
    expect(await run('--fast')).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^BAD_ARGUMENTS: /) });
    expect(await run('a', 'b')).toMatchObject({ exitCode: 2 });
  });
});
