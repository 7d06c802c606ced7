import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readPlanFile } from '../../read-plan-file.js';
import { makeDoc } from '../../testing/make-doc.js';

const plan = makeDoc([
  'KẾ HOẠCH',
  'Phòng cháy rừng năm 2026',
  ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
  ['1', 'Tuần tra\nvùng trọng điểm', 'Hạt Kiểm lâm', 'Công an xã\nUBND xã', 'Quý I/2026'],
  ['2', 'Diễn tập chữa cháy', '', 'Ban Chỉ huy Quân sự xã', 'Tháng 4/2026'],
  'Nơi nhận:',
]);

describe('A file of Word 97 where LibreOffice is not installed', () => {
  it('gives its rows with several paragraphs in a cell, and says what was lost', async () => {
    const result = await readPlanFile(plan, { convertOldWord: () => Promise.resolve(null) });
    if (!result.ok) throw new Error(result.code);
    const { items, doubts, document } = result.reading;
    expect(items.map(({ ref, title, leads, coordinators }) => [ref, title, leads, coordinators])).toEqual([
      ['1', 'Tuần tra vùng trọng điểm', ['Hạt Kiểm lâm'], ['Công an xã', 'UBND xã']],
      ['2', 'Diễn tập chữa cháy', ['Hạt Kiểm lâm'], ['Ban Chỉ huy Quân sự xã']],
    ]);
    expect(items.map(({ timing }) => timing.windows[0]?.start)).toEqual(['2026-01-01', '2026-04-01']);
    expect(document.title).toBe('Kế hoạch - Phòng cháy rừng năm 2026');
    expect(doubts[0]?.message.vi).toContain('đọc rút gọn');
    expect(doubts.find(({ ref, field }) => ref === '2' && field === 'leads')?.code).toBe('INHERITED');
  });

  it('in a font from before Unicode is converted', async () => {
    const old = makeDoc([
      'KÕ ho¹ch c«ng t¸c n¨m 2026 cña c¸c ®¬n vÞ',
      ['TT', 'NhiÖm vô', 'Chñ tr×', 'Phèi hîp', 'Thêi gian'],
      ['1', 'TuÇn tra rõng', 'H¹t KiÓm l©m', 'C«ng an x·', 'Quý I/2026'],
    ]);
    const result = await readPlanFile(old);
    expect(result).toMatchObject({
      ok: true,
      reading: { items: [{ title: 'Tuần tra rừng', leads: ['Hạt Kiểm lâm'] }] },
    });
  });

  it('damaged anywhere gives a reading or a named refusal, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plan.length - 1), fc.nat(255), fc.nat(plan.length), async (at, byte, length) => {
        const damaged = plan.slice(0, Math.max(length, 600));
        damaged[at % damaged.length] = byte;
        const result = await readPlanFile(damaged);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
