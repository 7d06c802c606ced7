import { describe, expect, it } from '@jest/globals';

import { readPlan } from '../read-plan.js';

function readTable(rows: string[][]) {
  const html = `<p>KẾ HOẠCH NĂM 2026</p><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll('\n', '<br>')}</td>`).join('')}</tr>`)
    .join('')}</table>`;
  const result = readPlan(new TextEncoder().encode(`<!doctype html><html><body>${html}</body></html>`));
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

describe('Several duties in one cell', () => {
  it('are as many pieces of work where the table has no column of times, each with its own time', () => {
    const { items, doubts } = readTable([
      ['TT', 'Đơn vị', 'Nhiệm vụ'],
      ['1', 'Phòng Kinh tế', '- Lập danh sách hộ trong tháng 5/2026\n- Phúc tra từ ngày 01/8 đến ngày 10/8/2026'],
      ['2', 'Các thôn', 'Cử người dẫn đường'],
    ]);
    expect(items.map(({ ref, leads, timing }) => [ref, leads[0], timing.windows[0]?.start])).toEqual([
      ['1.a', 'Phòng Kinh tế', '2026-05-01'],
      ['1.b', 'Phòng Kinh tế', '2026-08-01'],
      ['2', 'Các thôn', undefined],
    ]);
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'SPLIT_ROW', ref: '1.a' }));
  });

  it('stay one beside a column of times, and a doubt asks', () => {
    const { items, doubts } = readTable([
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian'],
      ['1', '- Lập danh sách hộ\n- Phúc tra số hộ', 'Phòng Kinh tế', 'Quý II'],
    ]);
    expect(items.map(({ ref }) => ref)).toEqual(['1']);
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'SPLIT_ROW', ref: '1' }));
  });

  it('are asked and not ordered where the cell of the lead says so', () => {
    const { items } = readTable([
      ['TT', 'Đơn vị', 'Nhiệm vụ'],
      ['1', 'Đề nghị Hội Nông dân xã', 'Vận động hội viên tham gia'],
      ['2', 'Phòng Kinh tế', 'Bố trí kinh phí thực hiện'],
    ]);
    expect(items.map(({ leads, mode }) => [leads[0], mode])).toEqual([
      ['Hội Nông dân xã', 'request'],
      ['Phòng Kinh tế', undefined],
    ]);
  });
});

describe('A list of persons beside a plan', () => {
  it('gives no work, and a doubt quotes its rows', () => {
    const html = `<!doctype html><html><body><p>KẾ HOẠCH NĂM 2026</p>
<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Đơn vị chủ trì</td><td>Thời gian</td></tr>
<tr><td>1</td><td>Lập danh sách hộ</td><td>Phòng Kinh tế</td><td>Quý II</td></tr></table>
<table><tr><td>STT</td><td>Họ và tên</td><td>Chức vụ</td><td>Đơn vị</td><td>Ghi chú</td></tr>
<tr><td>1</td><td>Nguyễn Văn An</td><td>Chỉ huy trưởng</td><td>Ban Chỉ huy Quân sự xã</td><td></td></tr></table></body></html>`;
    const result = readPlan(new TextEncoder().encode(html));
    if (!result.ok) throw new Error(result.code);
    expect(result.reading.items.map(({ ref }) => ref)).toEqual(['1']);
    const told = result.reading.doubts.filter(({ code }) => code === 'NOT_READ');
    expect(told.map(({ message }) => message.vi).join()).toContain('Ban Chỉ huy Quân sự xã');
  });
});
