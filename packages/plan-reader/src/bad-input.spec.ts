import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { PlanReading } from '@phancong/contracts';
import fc from 'fast-check';

import { readPlan } from './read-plan.js';

const fixture = (name: string) => readFileSync(join(__dirname, '../../../fixtures', name));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const header =
  'Stt\tNội dung\tĐơn vị tính\tThời gian thực hiện\tĐơn vị chủ trì\tĐơn vị phối hợp\tCông việc thực hiện\n';

describe('A file that cannot be read as a plan', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'EMPTY_FILE'],
    ['nothing but blanks', bytesOf(' \n\t\n'), 'EMPTY_FILE'],
    ['the first bytes of a Word or Excel file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 20, 0]), 'DAMAGED_FILE'],
    ['a PDF', bytesOf('%PDF-1.7 …'), 'UNKNOWN_FORMAT'],
    ['an old Word file, maybe encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'UNKNOWN_FORMAT'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'UNKNOWN_FORMAT'],
    ['text in an old encoding', new Uint8Array([0x4b, 0xd5, 0x20, 0xb9]), 'UNKNOWN_FORMAT'],
    ['a letter', bytesOf('Kính gửi các đơn vị,\nĐề nghị báo cáo trước ngày 15/6.'), 'NO_TABLE_FOUND'],
    ['a story', bytesOf('Ngày xửa ngày xưa, ở một làng nọ có hai chị em.\n\n1. Người chị rất chăm.'), 'NO_TABLE_FOUND'],
    ['a table of something else', bytesOf('Họ tên\tNgày sinh\tQuê quán\nAn\t1990\tHuế'), 'NO_TABLE_FOUND'],
    ['a header without rows', bytesOf(header), 'EMPTY_TABLE'],
    ['a table of rules only', bytesOf(`${header}--\t--\t--\t--\t--\t--\t--\n`), 'EMPTY_TABLE'],
  ])('%s is refused by name', (_what, bytes, code) => {
    expect(readPlan(bytes)).toMatchObject({ ok: false, code });
  });
});

const isHonest = (bytes: Uint8Array) => {
  const result = readPlan(bytes);
  const refs = result.ok ? PlanReading.parse(result.reading).items.map(({ ref }) => ref) : [];
  expect(new Set(refs).size).toBe(refs.length);
  if (!result.ok) expect(['EMPTY_FILE', 'UNKNOWN_FORMAT', 'NO_TABLE_FOUND', 'EMPTY_TABLE']).toContain(result.code);
};

describe('Any input', () => {
  it('of any bytes gives a reading or a named refusal', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isHonest), { numRuns: 300 });
  });

  it('of any cells below a good header gives a reading or a named refusal', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'I',
        '1',
        '1.1',
        '-',
        'a)',
        '',
        '',
        'BHXH tỉnh',
        'Quý I-IV',
        'trước ngày 31/2',
        '<ul><li>- A',
        '*** Riêng việc: BHXH tỉnh lo 2 đợt/năm (tháng 5)',
        '|',
        '<b>',
      ),
      fc.string(),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) =>
        isHonest(bytesOf(header + rows.map((cells) => cells.join('\t')).join('\n'))),
      ),
      { numRuns: 300 },
    );
  });

  it('cut off at any line of the table of 2025 still gives its first rows', () => {
    const lines = fixture('plan-2025-table.txt').toString('utf8').split('\n');
    for (let count = 0; count <= lines.length; count += 1) isHonest(bytesOf(lines.slice(0, count).join('\n')));
  });

  it('of half a megabyte without sense, cell for cell, is done in bounded time', () => {
    const started = performance.now();
    const monsters = [
      '1'.repeat(500_000),
      'BHXH tỉnh - '.repeat(40_000),
      'tối thiểu 2 lượt a, '.repeat(25_000),
      '<ul><li>'.repeat(30_000),
    ];
    for (const monster of monsters) {
      isHonest(bytesOf(`${header}1\t${'a'.repeat(50)}\t\tQuý I\t${monster.slice(0, 100_000)}\t\t${monster}\n`));
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
