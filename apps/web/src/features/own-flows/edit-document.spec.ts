import { describe, expect, it } from '@jest/globals';
import { FlowDocument } from '@phancong/contracts';
import { describeAsDocument, flows, verifyDocument } from '@phancong/workflows';

import { addEvent, addMove, addState, keyFor, removeEvent, removeState, samplePayload } from './edit-document.js';

const copied = (): FlowDocument => FlowDocument.parse(describeAsDocument(flows.coordination).document);

describe('Editing a copied workflow', () => {
  it.each([
    ['Trình lãnh đạo', [], 'trinhLanhDao'],
    ['Trình lãnh đạo', ['trinhLanhDao'], 'trinhLanhDao2'],
    ['Đã ký, gửi đi!', [], 'daKyGuiDi'],
    ['3 ngày', [], 'x3Ngay'],
    ['constructor', [], 'constructor2'],
    ['«»', [], 'x'],
  ])('calls %j a key that nobody sees', (words, taken, key) => {
    expect(keyFor(words, taken)).toBe(key);
  });

  it('adds a step before the director that passes the checks', () => {
    let document = addState(copied(), { vi: 'Trình lãnh đạo', en: 'Trinh lanh dao' });
    document = addEvent(document, { vi: 'Ký', en: 'Sign' });
    document = addMove(document);
    const moves = document.moves.map((move) =>
      move.event === 'contribute' ? { ...move, to: 'trinhLanhDao', tells: [] } : move,
    );
    document = {
      ...document,
      moves: [...moves.slice(0, -1), { ...moves.at(-1)!, from: 'trinhLanhDao', event: 'sign', to: 'contributed' }],
    };
    expect(verifyDocument(document)).toEqual([]);
  });

  it('takes the moves along when a state or an event goes', () => {
    const without = removeState(copied(), 'contributed');
    expect(without.moves.some(({ from, to }) => from === 'contributed' || to === 'contributed')).toBe(false);
    expect(removeEvent(copied(), 'decline').moves.some(({ event }) => event === 'decline')).toBe(false);
  });

  it('types what must be typed in a rehearsal, and nothing else', () => {
    expect(samplePayload(copied().events['contribute'])).toEqual({ note: 'Nội dung diễn tập' });
    expect(samplePayload(copied().events['confirm'])).toEqual({});
  });
});
