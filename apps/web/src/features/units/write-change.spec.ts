import { describe, expect, it } from '@jest/globals';

import { changeKinds, emptyChange, writeChange } from './write-change.js';

const draft = emptyChange('2026-01-01');

describe('Ghi nhận thay đổi của đơn vị', () => {
  it.each(changeKinds)('sends nothing of «%s» while something that it needs is missing', (kind) => {
    expect(writeChange({ ...draft, kind })).toBeNull();
  });

  it('sends a merger with its ground and who decides on the open work', () => {
    const filled = { ...draft, kind: 'merged' as const, unitIds: ['a', 'b'], otherId: 'c', passOn: 'ask' as const };
    expect(writeChange({ ...filled, document: '  Quyết định 1/QĐ-BTC ' })).toEqual({
      events: [
        {
          on: '2026-01-01',
          change: { kind: 'merged', unitIds: ['a', 'b'], intoId: 'c', passOn: 'ask' },
          document: 'Quyết định 1/QĐ-BTC',
          confirmed: true,
        },
      ],
    });
  });

  it('asks for two units at least when one is split', () => {
    const split = { ...draft, kind: 'split' as const, unitId: 'a' };
    expect(writeChange({ ...split, otherIds: ['b'] })).toBeNull();
    expect(writeChange({ ...split, otherIds: ['b', 'c'] })?.events[0]?.change).toMatchObject({ intoIds: ['b', 'c'] });
  });

  it('takes other names apart at semicolons and leaves empty contact points out', () => {
    const described = { ...draft, kind: 'described' as const, unitId: 'a', aliases: 'Một; ;Hai ', phone: ' ' };
    expect(writeChange(described)?.events[0]?.change).toMatchObject({
      aliases: ['Một', 'Hai'],
      contact: { phone: null },
    });
  });
});
