import { describe, expect, it } from '@jest/globals';
import type { PlanReading } from '@phancong/contracts';

import { readPlan } from './read-plan.js';

function readText(text: string): PlanReading {
  const result = readPlan(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

const summary = (reading: PlanReading) =>
  reading.items.map((item) => [
    item.ref,
    item.leads,
    item.coordinators,
    item.timing.windows[0]?.start ?? item.timing.deadline?.lastDay ?? null,
  ]);

describe('A health plan in HTML whose merged cells the file itself states', () => {
  const reading = readText(`<!doctype html><html><body>
<p>ỦY BAN NHÂN DÂN TỈNH A</p>
<p>KẾ HOẠCH</p>
<p>PHÒNG, CHỐNG SỐT XUẤT HUYẾT NĂM 2026</p>
<table>
<tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th><th>Thời hạn hoàn thành</th><th>Sản phẩm</th></tr>
<tr><td>I</td><td colspan="5"><b>Giám sát dịch</b></td></tr>
<tr><td>1</td><td>Điều tra ổ dịch</td><td rowspan="2">Sở Y tế</td><td>UBND các huyện, thành phố; các đơn vị liên quan</td><td>Trước ngày 15/4/2026</td><td>Báo cáo</td></tr>
<tr><td>2</td><td>Tổ chức 04 lớp tập huấn cho cộng tác viên</td><td></td><td>Quý II/2026</td><td></td></tr>
<tr><td>3</td><td>Phun hóa chất diệt muỗi</td><td>Trung tâm Y tế tỉnh</td><td>Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh và các đơn vị liên quan</td><td>Thường xuyên</td><td></td></tr>
</table></body></html>`);

  it('takes the lead through the span, and leaves the blank coordinator blank', () => {
    expect(summary(reading)).toEqual([
      ['I.1', ['Sở Y tế'], ['UBND các huyện, thành phố', 'Các đơn vị liên quan'], '2026-04-14'],
      ['I.2', ['Sở Y tế'], [], '2026-06-30'],
      ['I.3', ['Trung tâm Y tế tỉnh'], ['Bộ Chỉ huy Quân sự tỉnh', 'Công an tỉnh', 'Các đơn vị liên quan'], null],
    ]);
  });

  it('is sure of a span that the file states, and asks about the blank beside it', () => {
    const doubtsOf = (field: string) => reading.doubts.filter((doubt) => doubt.ref === 'I.2' && doubt.field === field);
    expect(doubtsOf('leads')).toMatchObject([{ code: 'INHERITED', confidence: 1 }]);
    expect(doubtsOf('coordinators')).toMatchObject([{ code: 'BLANK_FIELD' }]);
  });

  it('makes no date of "Thường xuyên" and says so', () => {
    const standing = reading.items[2]?.timing;
    expect(standing).toMatchObject({
      windows: [],
      deadline: null,
      recurrence: [],
      asNeeded: false,
      text: 'Thường xuyên',
    });
    expect(reading.doubts).toContainEqual(expect.objectContaining({ ref: 'I.3', field: 'timing' }));
  });

  it('reads the title of the plan and its year', () => {
    expect(reading.document).toMatchObject({ title: 'Kế hoạch - Phòng, chống sốt xuất huyết năm 2026', year: 2026 });
  });
});

describe('An education plan as a Markdown table', () => {
  const reading = readText(`# KẾ HOẠCH

Năm học 2025 - 2026, năm 2025

| STT | Nội dung công việc | Đơn vị thực hiện | Đơn vị phối hợp | Thời gian |
|-----|--------------------|------------------|-----------------|-----------|
| A | Chuyển đổi số | | | |
| 1 | Xây dựng kho học liệu số, ít nhất 20 bài/tháng | Phòng Giáo dục Trung học | Các trường THPT | Tháng 9 - 12 |
| 2 | Bồi dưỡng giáo viên | | | Tháng 10, 11 |
| B | Kiểm tra | | | |
| 1 | Kiểm tra chuyên ngành | - Thanh tra Sở - Văn phòng Sở | | Định kỳ hằng quý |
`);

  it('keeps the same numbers apart under their parts', () => {
    expect(reading.headings.map(({ ref }) => ref)).toEqual(['A', 'B']);
    expect(summary(reading)).toEqual([
      ['A.1', ['Phòng Giáo dục Trung học'], ['Các trường THPT'], '2025-09-01'],
      ['A.2', ['Phòng Giáo dục Trung học'], ['Các trường THPT'], '2025-10-01'],
      ['B.1', ['Thanh tra Sở', 'Văn phòng Sở'], [], null],
    ]);
  });

  it('reads a rhythm as a rhythm', () => {
    expect(reading.items[2]?.timing.recurrence).toEqual([{ freq: 'QUARTERLY', interval: 1 }]);
  });

  it('says that the lead of A.2 was taken from above', () => {
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'INHERITED', ref: 'A.2', field: 'leads' }));
  });
});

describe('Rows that a careless reader would lose', () => {
  const header = 'TT\tNội dung\tThời gian\tChủ trì\tPhối hợp\n';

  it('keeps a row without lead and says so', () => {
    const reading = readText(
      `Năm 2025\n${header}1\tViệc thứ nhất\tQuý I\tSở Y tế\tSở Tài chính\n2\tViệc thứ hai\tQuý II\t\t\n`,
    );
    expect(reading.items.map(({ ref }) => ref)).toEqual(['1', '2']);
  });

  it('gives two rows with the same number two refs', () => {
    const row = '1\tViệc\tQuý I\tSở Y tế\tSở Tài chính\n';
    expect(readText(`Năm 2025\n${header}${row}${row}`).items.map(({ ref }) => ref)).toEqual(['1', '1.b']);
  });

  it('letters rows with dashes as Vietnamese does: d, then đ, then e', () => {
    const rows = Array.from({ length: 6 }, () => '-\tViệc\tQuý I\tSở Y tế\tSở Tài chính\n').join('');
    const reading = readText(`Năm 2025\n${header}1\tNhóm việc\t\t\t\n${rows}`);
    expect(reading.items.map(({ ref }) => ref)).toEqual(['1.a', '1.b', '1.c', '1.d', '1.đ', '1.e']);
  });

  it('corrects a scan fault in the name of a unit and shows both', () => {
    const reading = readText(`Năm 2025\n${header}1\tViệc\tQuý I\tTrung tâm Truyên thông\tBHXH tỉnh\n`);
    expect(reading.items[0]?.leads).toEqual(['Trung tâm Truyền thông']);
    expect(reading.doubts).toContainEqual(expect.objectContaining({ code: 'ODD_TEXT', ref: '1', field: 'leads' }));
  });

  it('asks for the successor of a unit that is no longer in being', () => {
    const reading = readText(`Năm 2026\n${header}1\tViệc\tQuý I\tVụ Tài chính - Kế toán\tBHXH tỉnh\n`);
    const doubt = reading.doubts.find(({ code, field }) => code === 'AMBIGUOUS' && field === 'leads');
    expect(doubt?.choices.map(({ value }) => value)).toEqual(['Ban Tài chính - Kế toán', 'Vụ Tài chính - Kế toán']);
  });

  it('reads text in NFD as in NFC', () => {
    const plan = `Năm 2025\n${header}1\tViệc\tQuý I-IV\t- Trung tâm Truyền thông - BHXH tỉnh\tCác đơn vị liên quan\n`;
    const { fileHash } = readText(plan);
    expect({ ...readText(plan.normalize('NFD')), fileHash }).toEqual(readText(plan));
  });
});

describe('A row that sounds like the header of its table', () => {
  it('is work, whether the table numbers its rows or not', () => {
    const row =
      'Tổ chức các hoạt động lễ hội\tSở Văn hóa chủ trì, phối hợp với Công an tỉnh\tKinh phí xã hội hóa\tTháng 3\n';
    const header = 'Nội dung\tPhân công thực hiện\tKinh phí\tHoàn thành\n';
    for (const [above, mark] of [
      [header, ''],
      [`TT\t${header}`, '1\t'],
    ] as const)
      expect(readText(`KẾ HOẠCH NĂM 2026\n\n${above}${mark}${row}`).items.map(({ leads }) => leads)).toEqual([
        ['Sở Văn hóa'],
      ]);
  });

  it('is a header again where a page repeats it', () => {
    const header = 'TT\tNội dung\tChủ trì\tThời gian\n';
    const text = `KẾ HOẠCH NĂM 2026\n\n${header}1\tViệc một\tSở Y tế\tQuý I\n${header}2\tViệc hai\tSở Y tế\tQuý II\n`;
    expect(readText(text).items.map(({ ref }) => ref)).toEqual(['1', '2']);
  });
});
