import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlanReading } from '@phancong/contracts';

import { runRead } from './read-command.js';

const table2025 = join(__dirname, '../../../../fixtures/plan-2025-table.txt');

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const exitCode = await runRead(
    args,
    { write: (text) => (written.out += text) },
    { write: (text) => (written.err += text) },
  );
  return { exitCode, ...written };
}

describe('phancong read', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phancong-read-'));
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'letter.txt'), 'Kính gửi các đơn vị');
    await writeFile(join(folder, 'picture.txt'), new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints the 22 items of the table of 2025 as JSON in the agreed shape', async () => {
    const { exitCode, out, err } = await run(table2025, '--json');
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    const reading = PlanReading.parse(JSON.parse(out));
    expect(reading.file).toBe('plan-2025-table.txt');
    expect(reading.items).toHaveLength(22);
  });

  it('prints a short table with a line for every item and every doubt', async () => {
    const { exitCode, out } = await run(table2025, '--table');
    expect(exitCode).toBe(0);
    expect(out).toContain('I.5.1.b');
    expect(out).toMatch(/22 mục, \d+ điểm nghi vấn/);
  });

  it('prints the changes that an amendment orders, as JSON and as a list', async () => {
    const amendment = join(__dirname, '../../../../fixtures/amendments/decision-on-2025-table.txt');
    const { exitCode, out } = await run(amendment, '--json');
    expect(exitCode).toBe(0);
    const { changes } = JSON.parse(out) as { changes: unknown[] };
    expect(changes).toHaveLength(15);
    expect(changes[0]).toMatchObject({ op: 'change', ref: 'I.1.1', field: 'timing', from: 'Quý II', to: 'Quý III' });
    expect((await run(amendment, '--table')).out).toContain('- I.5.3');
  });

  it('takes the year that is asked for', async () => {
    const { out } = await run(table2025, '--year', '2026');
    expect(PlanReading.parse(JSON.parse(out)).items[0]?.timing.windows[0]?.start).toBe('2026-04-01');
  });

  it.each([
    ['empty.txt', 'EMPTY_FILE'],
    ['letter.txt', 'NO_TABLE_FOUND'],
    ['picture.txt', 'DAMAGED_FILE'],
    ['nowhere.txt', 'FILE_NOT_READABLE'],
  ])('ends with 2 and names the error for %s, with nothing on standard output', async (name, code) => {
    const { exitCode, out, err } = await run(join(folder, name));
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(new RegExp(`^${code}: `));
  });

  it.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--year', 'soon']], [['a.txt', '--json', '--table']], [['--speed']]])(
    'refuses the arguments %j',
    async (args) => {
      const { exitCode, out, err } = await run(...args);
      expect(exitCode).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^BAD_ARGUMENTS: /);
    },
  );
});
