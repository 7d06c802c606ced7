import { describe, expect, it } from '@jest/globals';
import type { ReadItem } from '@phancong/contracts';

import { readPlan } from '../../read-plan.js';
import { findLikely } from './find-restated.js';

const table = (title: string, time: string): ReadItem => {
  const text = `KẾ HOẠCH NĂM 2026\n\nTT\tNội dung\tThời gian\tĐơn vị chủ trì\n1\t${title}\t${time}\tSở Y tế\n`;
  const result = readPlan(new TextEncoder().encode(text));
  const [item] = result.ok ? result.reading.items : [];
  if (!item) throw new Error('no row');
  return item;
};
const row = table('Tổ chức chiến dịch diệt lăng quăng, phòng sốt xuất huyết', 'Quý II');

describe('A clause that may say a row of the table again', () => {
  it.each([
    ['Mở đợt cao điểm diệt lăng quăng, chống sốt xuất huyết', 'Tháng 5', true],
    ['Mở đợt cao điểm diệt lăng quăng, chống sốt xuất huyết', 'Tháng 11', false],
    ['Mua sắm trang thiết bị cho trạm y tế', 'Tháng 5', false],
    ['Tổ chức thực hiện kế hoạch phối hợp các đơn vị', 'Quý II', false],
  ])('"%s" in %s: %p', (title, time, likely) => {
    expect(findLikely(table(title, time), [row]) === row).toBe(likely);
  });

  it('is none of the row of another lead', () => {
    const other = {
      ...table('Mở đợt cao điểm diệt lăng quăng, chống sốt xuất huyết', 'Tháng 5'),
      leads: ['Công an tỉnh'],
    };
    expect(findLikely(other, [row])).toBeNull();
  });
});
