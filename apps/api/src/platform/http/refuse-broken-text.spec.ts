import { describe, expect, it } from '@jest/globals';

import { findBrokenText } from './refuse-broken-text.js';

describe('broken text in what was sent', () => {
  it.each([
    [{ units: [{ name: 'Hội nghị\u0000' }] }, ['units', '0', 'name']],
    [{ title: 'Hội nghị \ud83d' }, ['title']],
    [{ 'k\u0000': 1 }, []],
  ])('is found where it stands: %j', (sent, path) => {
    expect(findBrokenText(sent)).toEqual(path);
  });

  it('is no word of the language, however it is written', () => {
    const sent = { a: 'Thừa Thiên Huế'.normalize('NFD'), b: ['👨‍👩‍👧‍👦', '\u202e', null, 4, true], c: undefined };
    expect(findBrokenText(sent)).toBeNull();
    expect(findBrokenText(undefined)).toBeNull();
  });
});
