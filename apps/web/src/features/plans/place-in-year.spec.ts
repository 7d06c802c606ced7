import { describe, expect, it } from '@jest/globals';

import { placeInYear } from './place-in-year.js';

describe('Chỗ của một đợt trong năm', () => {
  it.each([
    ['2025-01-01', '2025-12-31', { left: 0, width: 100 }],
    ['2024-12-01', '2026-02-01', { left: 0, width: 100 }],
    ['2025-03-14', '2025-03-14', { left: (72 / 365) * 100, width: (1 / 365) * 100 }],
  ])('puts %s to %s inside the year', (start, end, place) => {
    const found = placeInYear(start, end, 2025);
    expect(found?.left).toBeCloseTo(place.left);
    expect(found?.width).toBeCloseTo(place.width);
  });

  it('leaves out what lies in another year', () => {
    expect(placeInYear('2024-10-01', '2024-12-31', 2025)).toBeNull();
  });
});
