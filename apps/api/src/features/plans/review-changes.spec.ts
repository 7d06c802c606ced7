import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { freeRefBeside, mergeWords, newWords, reverse, splitWords, type ReviewChanges } from './review-changes.js';
import { wordsOfEdit } from './words-of-edit.js';

const row = (ref: string, part: Partial<ReturnType<typeof newWords>> = {}) =>
  newWords({ ref, title: 'Tổ chức hội nghị', leads: ['BHXH tỉnh'], ...part });

describe('steps of a review', () => {
  it('splits the work of a row without losing a word', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(60), (text, at) => {
        const words = row('I.1', { text });
        const split = splitWords(words, at);
        if (!split) return;
        const joined = (split.upper.text + split.lower.text).replaceAll(/\s/g, '');
        expect(joined).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('refuses a cut that leaves one side empty', () => {
    expect(splitWords(row('I.1', { text: 'Một việc' }), 0)).toBeNull();
    expect(splitWords(row('I.1', { text: 'Một việc  ' }), 8)).toBeNull();
  });

  it('leaves the targets with the row that is cut', () => {
    const target = { metric: 'hội nghị', min: 10, max: 12, unit: 'cuộc', per: 'tỉnh', period: 'năm' };
    const split = splitWords(row('I.1', { text: 'Việc một. Việc hai.', targets: [target] }), 9);
    expect([split?.upper.targets, split?.lower.targets]).toEqual([[target], []]);
  });

  it('keeps units, windows and the later deadline of both rows when they are merged', () => {
    const timing = { ...row('I').timing, text: 'Quý I', windows: [{ start: '2025-01-01', end: '2025-03-31' }] };
    const merged = mergeWords(
      row('I.1', { timing: { ...timing, deadline: { lastDay: '2025-03-31' } }, text: 'Một' }),
      row('I.2', {
        leads: ['BHXH tỉnh', 'Văn phòng'],
        text: 'Hai',
        timing: { ...timing, text: 'trước 15/02', windows: [], deadline: { lastDay: '2025-02-14' } },
      }),
    );
    expect(merged).toMatchObject({ ref: 'I.1', text: 'Một\nHai', leads: ['BHXH tỉnh', 'Văn phòng'] });
    expect(merged.timing).toMatchObject({
      text: 'Quý I; trước 15/02',
      windows: timing.windows,
      deadline: { lastDay: '2025-03-31' },
    });
  });

  it('merges a row with its twin into the row itself', () => {
    const twin = row('I.1', { text: 'Một', coordinators: ['Văn phòng'] });
    expect(mergeWords(twin, { ...twin, ref: 'I.2' })).toEqual(twin);
  });

  it('gives a new row the next letter: đ follows d, there is no f', () => {
    const taken = new Set(['I.2.b', 'I.2.c', 'I.2.d']);
    expect(freeRefBeside('I.2', taken)).toBe('I.2.đ');
  });

  it('taken back twice is what it was', () => {
    const changes: ReviewChanges = {
      rows: [{ id: 'a', before: row('I.1'), after: row('I.1', { unitOfMeasure: 'cuộc' }) }],
      doubts: [],
      names: [{ name: 'Các đơn vị liên quan', before: null, after: ['vp'] }],
      document: null,
    };
    expect(reverse(reverse(changes))).toEqual(changes);
    expect(wordsOfEdit('edit', changes).vi).toBe('sửa đơn vị tính của dòng I.1');
  });
});
