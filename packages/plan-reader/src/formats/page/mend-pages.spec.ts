import { describe, expect, it } from '@jest/globals';

import { mendPages } from './mend-pages.js';
import type { Page } from './page.js';

const page = (number: number, ...texts: string[]): Page => ({
  number,
  width: 595,
  height: 842,
  pieces: texts.map((text, line) => ({ text, x: 50, y: 50 + line * 20, width: 100, height: 12 })),
  rules: { level: [], upright: [] },
});

describe('Pages of a PDF', () => {
  it('in a font from before Unicode are converted, and a doubt names the font', () => {
    const { pages, doubts } = mendPages([
      page(1, '§¬n vÞ chñ tr×', 'Thêi gian thùc hiÖn', 'C¸c ®¬n vÞ phèi hîp', 'KÕ ho¹ch cña tØnh'),
    ]);
    expect(pages[0]?.pieces.map(({ text }) => text)).toEqual([
      'Đơn vị chủ trì',
      'Thời gian thực hiện',
      'Các đơn vị phối hợp',
      'Kế hoạch của tỉnh',
    ]);
    expect(doubts.map(({ code }) => code)).toEqual(['ODD_TEXT']);
  });

  it('that have no words among others that have are named by a doubt', () => {
    const { doubts } = mendPages([page(1, 'Kế hoạch'), page(2), page(3, 'Đơn vị chủ trì')]);
    expect(doubts).toMatchObject([{ code: 'NOT_READ', message: { vi: expect.stringMatching(/^Trang 2 /) } }]);
  });

  it('in Unicode stay as they are', () => {
    const pages = [page(1, 'Đơn vị chủ trì phối hợp với các đơn vị thực hiện kế hoạch')];
    expect(mendPages(pages)).toEqual({ pages, doubts: [] });
  });
});
