import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';

import { readPlanFile } from './read-plan-file.js';
import { makeDoc } from './testing/make-doc.js';
import { makeDocx, paragraph, row, table } from './testing/make-docx.js';

const documents = join(__dirname, '../fixtures/documents');
const fixture = (name: string) => new Uint8Array(readFileSync(join(documents, name)));
const header = row(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']);
const plan = table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I/2026'])]);

function compound(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, stream, Buffer.from('…'));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** A zip whose directory says that an entry unpacks to `size` bytes. */
function claimSize(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, size, true);
  return bytes;
}

describe('A file that an office may well send', () => {
  it.each([
    ['a Word file cut in half', fixture('y-te.docx').slice(0, 5000), 'DAMAGED_FILE'],
    ['a workbook cut in half', fixture('tong-dieu-tra.xlsx').slice(0, 2000), 'DAMAGED_FILE'],
    ['the first bytes of a PDF', fixture('thue.pdf').slice(0, 600), 'DAMAGED_FILE'],
    ['a Word file whose XML is broken', makeDocx('<w:p>'), 'DAMAGED_FILE'],
    ['a Word file under a password', compound('/EncryptedPackage'), 'ENCRYPTED_FILE'],
    ['a file of Word 97', compound('/WordDocument'), 'OLD_WORD_FILE'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('Kính gửi') }), 'UNKNOWN_FORMAT'],
    ['a Word file without a table', makeDocx(paragraph('Kính gửi các đơn vị')), 'NO_TABLE_FOUND'],
  ])('%s is refused by name', async (_what, bytes, code) => {
    expect(await readPlanFile(bytes)).toMatchObject({ ok: false, code });
  });

  it('with a wrong extension is read for what it is', async () => {
    const result = await readPlanFile(fixture('y-te.docx'), { fileName: 'kế hoạch.pdf' });
    expect(result.ok && result.reading.items).toHaveLength(6);
  });
});

describe('A file of Word 97', () => {
  const old = compound('/WordDocument');
  it('is read from what the converter makes of it, and keeps the hash of the file that was sent', async () => {
    const converted = await readPlanFile(old, { convertOldWord: () => Promise.resolve(fixture('y-te.docx')) });
    const direct = await readPlanFile(fixture('y-te.docx'));
    expect(converted.ok && converted.reading.items).toEqual(direct.ok && direct.reading.items);
    expect(converted.ok && direct.ok && converted.reading.fileHash !== direct.reading.fileHash).toBe(true);
  });

  it('that the converter cannot open is named damaged; without a converter it is named old', async () => {
    const failing = () => Promise.reject(new Error('no'));
    expect(await readPlanFile(old, { convertOldWord: failing })).toMatchObject({ code: 'DAMAGED_FILE' });
    expect(await readPlanFile(old, { convertOldWord: () => Promise.resolve(null) })).toMatchObject({
      code: 'OLD_WORD_FILE',
    });
  });
});

describe('A file that means harm', () => {
  it('a bomb is refused before it is unpacked', async () => {
    const bomb = claimSize(makeDocx(plan), 0xf0_00_00_00);
    expect(await readPlanFile(bomb)).toMatchObject({ ok: false, code: 'TOO_MUCH_CONTENT' });
  });

  it('a bomb that lies about its size unpacks to no more than it said', async () => {
    const spaces = ' '.repeat(30_000_000);
    const lying = claimSize(makeDocx(`${paragraph('KẾ HOẠCH NĂM 2026')}${plan}${spaces}`), 2000);
    expect(await readPlanFile(lying)).toMatchObject({ ok: false, code: 'DAMAGED_FILE' });
  });

  it('entities are not expanded and nothing is fetched', async () => {
    const parts = {
      'word/document.xml': strToU8(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>',
      ),
    };
    expect(await readPlanFile(zipSync(parts))).toMatchObject({ ok: false, code: 'DAMAGED_FILE' });
  });

  it('tables nested two hundred deep end in bounded time', async () => {
    const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(200)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(200)}`;
    expect(await readPlanFile(makeDocx(nested))).toMatchObject({ ok: false, code: 'TOO_MUCH_CONTENT' });
  });
});

const honest = new Set([
  'EMPTY_FILE',
  'UNKNOWN_FORMAT',
  'DAMAGED_FILE',
  'ENCRYPTED_FILE',
  'TOO_MUCH_CONTENT',
  'OLD_WORD_FILE',
  'SCANNED_FILE',
  'NO_TABLE_FOUND',
  'EMPTY_TABLE',
]);

describe('Any damage to a real document', () => {
  const originals = [
    ...['y-te.docx', 'tong-dieu-tra.xlsx', 'thue.pdf', 'nong-nghiep.html', 'van-hoa.csv'].map(fixture),
    ...['giam-ngheo.docx', 'an-toan-thuc-pham.txt', 'cap-nuoc.md', 'phong-chay.pdf'].map((name) =>
      fixture(`../layouts/${name}`),
    ),
    makeDoc([
      'KẾ HOẠCH năm 2026',
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['1', 'Tuần tra', 'Hạt Kiểm lâm', 'Quý I'],
    ]),
  ];

  it('gives a reading or a named refusal, never a crash', async () => {
    const damage = fc.record({
      original: fc.constantFrom(...originals),
      places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      cut: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ original, places, cut }) => {
        const bytes = original.slice(0, Math.ceil(original.length * cut));
        for (const [place, value] of places) bytes[place % bytes.length] = value;
        const result = await readPlanFile(bytes);
        expect(result.ok || honest.has(result.code)).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 120_000);
});
