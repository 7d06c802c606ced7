import { describe, expect, it } from '@jest/globals';

import { amountOf, completeLine, nextLine, totalOf } from './estimate-lines.js';
import type { TypedLine } from './estimate-lines.js';

const line = (part: Partial<TypedLine> = {}): TypedLine => ({
  key: 'một',
  content: 'Thuê hội trường hội nghị đối thoại',
  unitOfMeasure: 'Hội nghị',
  quantity: 12,
  unitPriceVnd: '8500000',
  beneficiaryUnitId: 'bac-giang',
  ...part,
});

describe('Khoản chi của dự toán', () => {
  it.each([
    [12, '8500000', 102_000_000n],
    [1_000_000, '900719925474099', 900_719_925_474_099_000_000n],
    [null, '8500000', null],
    [12, '', null],
  ])('multiplies %j by %j in whole đồng', (quantity, unitPriceVnd, amount) => {
    expect(amountOf({ quantity, unitPriceVnd })).toBe(amount);
  });

  it('adds up what has an amount and leaves unfinished lines out', () => {
    expect(totalOf([line(), line({ unitPriceVnd: '1' }), line({ quantity: null })])).toBe(102_000_012n);
  });

  it.each([
    ['content', { content: '  ' }],
    ['unit of measure', { unitOfMeasure: '' }],
    ['price', { unitPriceVnd: '0' }],
    ['beneficiary', { beneficiaryUnitId: null }],
  ])('does not send a line without its %s', (_what, part) => {
    expect(completeLine(line(part))).toBeNull();
  });

  it('sends the amount beside its parts', () => {
    expect(completeLine(line({ content: ' Thuê hội trường ' }))).toEqual({
      content: 'Thuê hội trường',
      unitOfMeasure: 'Hội nghị',
      quantity: 12,
      unitPriceVnd: '8500000',
      amountVnd: '102000000',
      beneficiaryUnitId: 'bac-giang',
    });
  });

  it('offers the unit of the line before to the next one', () => {
    expect(nextLine([line()])).toMatchObject({ beneficiaryUnitId: 'bac-giang', content: '', quantity: null });
  });
});
