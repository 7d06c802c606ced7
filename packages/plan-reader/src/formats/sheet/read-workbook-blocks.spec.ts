import { describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { readPlan } from '../../read-plan.js';
import { readWorkbookBlocks } from './read-workbook-blocks.js';

const header = ['STT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian'];

function book(
  sheets: Record<string, WorkSheet>,
  hidden: readonly string[] = [],
  bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx',
): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name);
  workbook.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return new Uint8Array(write(workbook, { type: 'buffer', bookType }) as Buffer);
}

function sheetOf(rows: readonly (readonly unknown[])[], merges: readonly string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows as unknown[][]);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}

function read(bytes: Uint8Array) {
  const result = readPlan(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

const title = ['KẾ HOẠCH TỔNG ĐIỀU TRA NĂM 2026'];

describe('A workbook', () => {
  const merged = sheetOf(
    [
      title,
      header,
      ['1', 'Lập bảng kê hộ', 'Cục Thống kê', 'UBND cấp xã', 'Quý I/2026'],
      ['2', 'Tập huấn điều tra viên', '', '', 'Quý II/2026'],
    ],
    ['A1:E1', 'C3:C4'],
  );

  it.each(['xlsx', 'biff8', 'ods'] as const)('of the format %s gives its rows with merged cells', (bookType) => {
    const reading = read(book({ 'Phụ lục': merged }, [], bookType));
    expect(reading.items.map(({ ref, leads }) => [ref, leads])).toEqual([
      ['1', ['Cục Thống kê']],
      ['2', ['Cục Thống kê']],
    ]);
    expect(reading.document).toMatchObject({ year: 2026 });
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ code: 'INHERITED', ref: '2', field: 'leads', confidence: 1 }),
    );
  });

  it('says of each anchor the sheet and the line', () => {
    const anchor = read(book({ 'Phụ lục': merged })).items[1]?.anchors.timing?.[0];
    expect(anchor).toMatchObject({ sheet: 'Phụ lục', line: 4 });
  });

  it('with several sheets gives the rows of each, and a doubt for a hidden one', () => {
    const other = sheetOf([header, ['1', 'Công bố kết quả', 'Cục Thống kê', '', 'Quý IV/2026']]);
    const reading = read(book({ Một: merged, Hai: other, 'Bản cũ': other }, ['Bản cũ']));
    expect(reading.items.map(({ title: words }) => words)).toEqual([
      'Lập bảng kê hộ',
      'Tập huấn điều tra viên',
      'Công bố kết quả',
    ]);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({
        code: 'NOT_READ',
        message: expect.objectContaining({ vi: expect.stringContaining('«Bản cũ»') }),
      }),
    );
  });

  it('keeps hidden rows and columns out and says which', () => {
    const sheet = sheetOf([
      header,
      ['1', 'Thấy', 'Cục Thống kê', 'ẩn cột', 'Quý I/2026'],
      ['2', 'Ẩn', 'Cục Thống kê', '', 'Quý I/2026'],
      ['3', 'Cũng thấy', 'Cục Thống kê', '', 'Quý I/2026'],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, {}, { hidden: true }];
    const reading = read(book({ A: sheet }));
    expect(reading.items.map(({ ref, coordinators }) => [ref, coordinators])).toEqual([
      ['1', []],
      ['3', []],
    ]);
    const messages = reading.doubts.filter(({ code }) => code === 'NOT_READ').map(({ message }) => message.vi);
    expect(messages).toEqual([expect.stringContaining('dòng 3'), expect.stringContaining('cột D')]);
  });

  it('writes a real date as an official writes it, whatever the time zone', () => {
    const sheet = sheetOf([header, ['1', 'Nộp báo cáo', 'Cục Thống kê', '', { t: 'n', v: 46_127, z: 'dd/mm/yyyy' }]]);
    expect(read(book({ A: sheet })).items[0]?.timing.text).toBe('15/04/2026');
  });

  it('of a million empty rows is done quickly', () => {
    const sheet = sheetOf([header, ['1', 'Việc', 'Cục Thống kê', '', 'Quý I/2026']]);
    const parts = unzipSync(book({ A: sheet }));
    const emptyRows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}"/>`).join('');
    const full = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace(
      '</sheetData>',
      `${emptyRows}</sheetData>`,
    );
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(full) });
    const started = process.cpuUsage();
    const result = readWorkbookBlocks(bytes, '.xlsx');
    expect(result.ok && result.blocks).toHaveLength(2);
    // Of the processor: a busy machine must not fail the test.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
  }, 180_000);
});

describe('Text of a spreadsheet', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([[';'], [','], ['\t']])('with the separator %j keeps quoted cells whole', (separator) => {
    const rows = [
      header,
      ['1', 'Rà soát "hộ nghèo", cận nghèo', 'Sở Y tế\nCông an tỉnh', 'UBND cấp xã; đoàn thể', 'Quý I/2026'],
      ['2', 'Tổng hợp', 'Sở Y tế', '', 'Quý II/2026'],
    ];
    const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
    const reading = read(bytes(`\ufeff${csv}\r\n`));
    expect(reading.items.map(({ ref, leads }) => [ref, leads])).toEqual([
      ['1', ['Sở Y tế', 'Công an tỉnh']],
      ['2', ['Sở Y tế']],
    ]);
    expect(reading.items.map(({ source }) => source.lines[0])).toEqual([2, 4]);
  });
});
