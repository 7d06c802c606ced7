import { describe, expect, it } from '@jest/globals';

import { bundleWords } from './bundle-words.js';
import { noticeWords } from './notice-words.js';

const newest = noticeWords('deadlinePassed', { title: 'Hội nghị', byUnitName: null, dueOn: '2025-05-31' });

describe('Notices of one kind on one day', () => {
  it('are told as one when there is one', () => {
    expect(bundleWords('deadlinePassed', 1, newest)).toEqual(newest);
  });

  it('are told as a number when there are many', () => {
    expect(bundleWords('deadlinePassed', 114, newest)).toEqual({
      vi: 'Quá hạn: 114 việc chưa hoàn thành.',
      en: 'Overdue: 114 pieces of work are not done.',
    });
  });

  it('of a rarer kind are told by the newest and how many more', () => {
    const refused = {
      vi: 'BHXH tỉnh A từ chối tiếp nhận sản phẩm «Phim».',
      en: 'BHXH tỉnh A refused the product “Phim”.',
    };
    expect(bundleWords('handoffRefused', 3, refused).vi).toBe(`${refused.vi} Và 2 thông báo cùng loại.`);
  });
});
