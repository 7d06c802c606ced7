import { describe, expect, it } from '@jest/globals';

import { IsoDate, Money, PageQuery, typedText } from './primitives.js';

describe('what crosses HTTP', () => {
  it('text typed on any keyboard is stored in one form, trimmed', () => {
    const decomposed = '  Hội nghị '.normalize('NFD');
    expect(typedText(50).parse(decomposed)).toBe('Hội nghị'.normalize('NFC'));
  });

  it.each(['', '   ', '\u00a0'])('nothing but blanks (%j) is no text', (text) => {
    expect(typedText(50).safeParse(text).success).toBe(false);
  });

  it.each(['450000000', '0', '999999999999999999'])('%s đồng is money', (amount) => {
    expect(Money.parse(amount)).toBe(amount);
  });

  it.each(['-1', '1.5', '1e9', '1.000', ' 5', '', '1234567890123456789'])('%j is no money', (amount) => {
    expect(Money.safeParse(amount).success).toBe(false);
  });

  it.each(['2025-02-29', '2025-13-01', '20/5/2025', '2025-5-1'])('%s is no day', (day) => {
    expect(IsoDate.safeParse(day).success).toBe(false);
  });

  it('a page holds at most 200 lines', () => {
    expect(PageQuery.parse({}).limit).toBe(50);
    expect(PageQuery.safeParse({ limit: '201' }).success).toBe(false);
  });
});
