import { describe, expect, it } from '@jest/globals';

import { readBudget } from './read-budget.js';

describe('The money of a row', () => {
  it.each([
    ['4.500', 'Kinh phí (triệu đồng)', 4_500_000_000],
    ['4500', 'Kinh phí (triệu đồng)', 4_500_000_000],
    ['5 triệu đồng', 'Kinh phí', 5_000_000],
    ['1,2 triệu đồng', 'Kinh phí', 1_200_000],
    ['3.000.000 đồng', 'Kinh phí', 3_000_000],
    ['2,5 tỷ đồng', 'Dự toán', 2_500_000_000],
    ['850', 'Dự toán (nghìn đồng)', 850_000],
    ['12.000.000', 'Thành tiền', 12_000_000],
  ])('«%s» below «%s» is %d đồng', (words, header, dong) => {
    expect(readBudget(words, header)).toBe(dong);
  });

  it.each([
    ['850', 'Kinh phí'],
    ['Ngân sách tỉnh', 'Kinh phí'],
    ['', 'Kinh phí (triệu đồng)'],
    ['100 - 200 triệu', 'Kinh phí'],
  ])('«%s» below «%s» is not guessed', (words, header) => {
    expect(readBudget(words, header)).toBeNull();
  });
});
