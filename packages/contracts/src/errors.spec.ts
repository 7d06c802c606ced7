import { describe, expect, it } from '@jest/globals';

import { ErrorCode, errorTable, wordError } from './errors.js';

const codes = Object.keys(errorTable) as ErrorCode[];
const placesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe('the table of errors', () => {
  it.each(codes)('%s says in both languages what happened, in whole sentences', (code) => {
    const { vi, en } = errorTable[code].words;
    for (const sentence of [vi, en]) expect(sentence).toMatch(/^(?:\{\w+\}|(?:\{\w+\} |\p{Lu}).*[.)])$/u);
    expect(vi).toBe(vi.normalize('NFC'));
    expect(vi).not.toBe(en);
  });

  it.each(codes)('%s leaves no gap in its sentence when its details are there', (code) => {
    const { vi, en } = errorTable[code].words;
    const details = Object.fromEntries([...placesOf(vi), ...placesOf(en)].map((name) => [name, 'x']));
    const words = wordError(code, details);
    expect(placesOf(words.vi)).toEqual([]);
    expect(placesOf(words.en)).toEqual([]);
  });

  it('keeps the name of a detail that is missing, so that the fault is seen', () => {
    expect(wordError('DOUBTS_OPEN').vi).toContain('{count}');
  });

  it('knows no other code', () => {
    expect(ErrorCode.safeParse('SOMETHING_ELSE').success).toBe(false);
    expect(codes.every((code) => ErrorCode.safeParse(code).success)).toBe(true);
  });
});
