import { describe, expect, it } from '@jest/globals';

import { splitPlaces } from './split-places.js';

describe('Chỗ tách một dòng', () => {
  it('offers list dashes, sentences and lines, each with the place where it begins', () => {
    const text = 'Tổ chức hội nghị tại 3 cụm. - Trong năm, bảo đảm chỉ tiêu; Giao BHXH tỉnh\nBáo cáo kết quả';
    const pieces = splitPlaces(text);
    expect(pieces.map((piece) => piece.text)).toEqual([
      'Tổ chức hội nghị tại 3 cụm.',
      '- Trong năm, bảo đảm chỉ tiêu;',
      'Giao BHXH tỉnh',
      'Báo cáo kết quả',
    ]);
    for (const piece of pieces) expect(text.slice(piece.from)).toMatch(new RegExp(`^${piece.text.slice(0, 6)}`));
  });

  it('offers nothing to cut where there is one sentence', () => {
    expect(splitPlaces('Tổ chức hội nghị')).toHaveLength(1);
    expect(splitPlaces('')).toHaveLength(0);
  });
});
