import { describe, expect, it } from '@jest/globals';

import { markWords, plainCell, unfoldDuties } from './source-words.js';

const marked = (text: string, ranges: { start: number; end: number }[]) =>
  markWords(text, ranges)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('Words of the source', () => {
  it.each([
    [[{ start: 4, end: 8 }], 'Quý [I-IV], mỗi tháng'],
    [
      [
        { start: 4, end: 8 },
        { start: 0, end: 6 },
      ],
      '[Quý I-][IV], mỗi tháng',
    ],
    [[{ start: 10, end: 900 }], 'Quý I-IV, [mỗi tháng]'],
    [[], 'Quý I-IV, mỗi tháng'],
  ])('marks %j', (ranges, shown) => {
    expect(marked('Quý I-IV, mỗi tháng', ranges)).toBe(shown);
  });

  it('shows list items of a cell on lines of their own, without tags', () => {
    expect(plainCell('<ul> <li>+ Tổ chức</li><li>- Ít nhất <b>10</b> cuộc</li></ul>')).toBe(
      ' \n+ Tổ chức\n- Ít nhất 10 cuộc',
    );
  });

  it('puts each duty of a row on its own line, and cuts no name that holds a dash', () => {
    expect(
      unfoldDuties('- Phối hợp với các tổ chức chính trị - xã hội; + Tổ chức hội nghị: - Ít nhất 10-12 cuộc.'),
    ).toBe('- Phối hợp với các tổ chức chính trị - xã hội;\n+ Tổ chức hội nghị:\n- Ít nhất 10-12 cuộc.');
  });
});
