import { describe, expect, it } from '@jest/globals';

import { readPlan } from '../read-plan.js';

function readRows(header: string[], rows: string[][]) {
  const cells = (row: string[]) =>
    row.length === 1 ? `<td colspan="${header.length}">${row[0]}</td>` : row.map((cell) => `<td>${cell}</td>`).join('');
  const table = [header, ...rows].map((row) => `<tr>${cells(row)}</tr>`).join('');
  const html = `<!doctype html><html><body><p>KẾ HOẠCH NĂM 2026</p><table>${table}</table></body></html>`;
  const result = readPlan(new TextEncoder().encode(html));
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

describe('A table that says its times over groups of rows', () => {
  const reading = readRows(
    ['TT', 'Nội dung', 'Phụ trách', 'Phối hợp'],
    [
      ['THÁNG 9/2025'],
      ['1', 'Khai giảng năm học mới', 'Ban Giám hiệu', 'Công đoàn trường'],
      ['CÔNG TÁC KHÁC'],
      ['1', 'Sửa chữa phòng học', 'Ban Giám hiệu', 'Công đoàn trường'],
    ],
  );

  it('gives the time of its group to a row, with a doubt, and none below a title about a matter', () => {
    expect(reading.items.map(({ timing }) => timing.windows[0]?.start ?? null)).toEqual(['2025-09-01', null]);
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'INFERRED', field: 'timing', ref: null }));
  });
});

describe('A cell that says "-nt-"', () => {
  const { items, doubts } = readRows(
    ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Thời gian thu thập', 'Thời hạn công bố'],
    [
      ['1', 'Báo cáo kinh tế - xã hội', 'Phòng Tổng hợp', 'Quý I', '30/6/2026'],
      ['2', 'Niên giám thống kê', '-nt-', 'Quý II', '31/7/2026'],
    ],
  );

  it('says what the one above it says', () => {
    expect(items.map(({ leads }) => leads)).toEqual([['Phòng Tổng hợp'], ['Phòng Tổng hợp']]);
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'INHERITED', ref: '2', field: 'leads' }));
  });

  it('stands beside a column of terms, which gives the last day', () => {
    expect(items[1]?.timing).toMatchObject({
      windows: [{ start: '2026-04-01', end: '2026-06-30' }],
      deadline: { lastDay: '2026-07-31' },
    });
  });
});
