import { describe, expect, it } from '@jest/globals';

import { verifyDocument } from './verify-document.js';

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const why = [{ part: 'reason', required: true }];
const proof = [
  { part: 'note', required: true },
  { part: 'link', required: true },
];
const open = (vi: string, holder: 'from' | 'to') => ({
  words: words(vi),
  holder,
  phase: 'open',
  remindAfterWorkingDays: 3,
});

/** A province's own way of coordination: asked, answered, approved by the head of the asking unit. */
const sound = {
  format: 2,
  base: 'coordination',
  whenWorkEnds: 'declined',
  words: words('Phối hợp nội tỉnh'),
  parties: { from: words('Phòng đề nghị'), to: words('BHXH huyện') },
  initial: 'asked',
  states: {
    asked: open('Đã đề nghị', 'to'),
    answered: open('Đã thực hiện, chờ xác nhận', 'from'),
    confirmed: { words: words('Đã xác nhận'), holder: null, phase: 'done' },
    declined: { words: words('Từ chối'), holder: null, phase: 'cancelled' },
  },
  events: {
    answer: { words: words('Báo đã thực hiện'), by: ['to'], asks: proof },
    decline: { words: words('Từ chối'), by: ['to'], asks: why },
    confirm: { words: words('Xác nhận'), by: ['from'], posts: ['head'] },
    askAgain: { words: words('Đề nghị làm lại'), by: ['from'], asks: why },
  },
  moves: [
    { from: 'asked', event: 'answer', to: 'answered', handsIn: true },
    { from: 'asked', event: 'decline', to: 'declined' },
    { from: 'answered', event: 'confirm', to: 'confirmed', byAnotherPerson: true },
    { from: 'answered', event: 'askAgain', to: 'asked', goesBack: true },
  ],
};
type Document = typeof sound;

const verify = (change: (document: Document) => unknown) => verifyDocument(change(structuredClone(sound)));
const stories = (change: (document: Document) => unknown) => verify(change).map((fault) => fault.story.vi);

describe('A flow written as data', () => {
  it('is passed when it is sound', () => {
    expect(verifyDocument(sound)).toEqual([]);
  });

  it('is told when one person can confirm what he did himself', () => {
    const faults = verify((document) => {
      delete (document.moves[2] as { byAnotherPerson?: boolean }).byAnotherPerson;
      return document;
    });
    expect(faults.map((fault) => fault.kind)).toEqual(['approvesOwnWork']);
  });

  it('is told when work goes back and forth and nobody above hears of it', () => {
    expect(
      stories((document) => {
        delete (document.moves[3] as { goesBack?: boolean }).goesBack;
        return document;
      }),
    ).toEqual([
      'Có thể đẩy qua đẩy lại mãi mà không ai hay: Phòng đề nghị «Đề nghị làm lại» → BHXH huyện «Báo đã thực hiện» → …',
    ]);
  });

  it('is told of a state that nobody reaches, and of one that can be forgotten', () => {
    expect(
      stories((document) => ({
        ...document,
        states: { ...document.states, archived: { ...document.states.confirmed, words: words('Lưu trữ') } },
      })),
    ).toEqual(['Không có cách nào đi đến «Lưu trữ».']);
    expect(
      stories((document) => ({
        ...document,
        states: { ...document.states, asked: { words: words('Đã đề nghị'), holder: 'to', phase: 'open' } },
      })),
    ).toContain('«Đã đề nghị» có thể bị bỏ quên: không có mốc nhắc.');
  });

  it('is told of a dead end and of a holder who can do nothing', () => {
    const kinds = verify((document) => ({ ...document, moves: document.moves.slice(0, 2) })).map((fault) => fault.kind);
    expect(kinds).toEqual(expect.arrayContaining(['deadEnd', 'noMover']));
    expect(
      stories((document) => ({
        ...document,
        events: {
          ...document.events,
          confirm: { ...document.events.confirm, by: ['to'] },
          askAgain: { ...document.events.askAgain, by: ['owner'] },
        },
      })),
    ).toContain('Ở «Đã thực hiện, chờ xác nhận», Phòng đề nghị giữ việc mà không làm được gì.');
  });

  it('of 10,000 states is refused at once', () => {
    const states = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`s${n}`, open(`Bước ${n}`, 'to')]));
    const moves = Array.from({ length: 9_999 }, (_, n) => ({ from: `s${n}`, event: 'answer', to: `s${n + 1}` }));
    const started = performance.now();
    const faults = verifyDocument({ ...sound, initial: 's0', states, moves });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(faults.map((fault) => fault.kind)).toEqual(['tooLarge']);
    expect(faults[0]?.story.vi).toContain('10000 trạng thái');
  });

  it('of the greatest size that is allowed is checked in bounded time', () => {
    const states = Object.fromEntries(
      Array.from({ length: 59 }, (_, n) => [`s${n}`, open(`Bước ${n}`, n % 2 ? 'to' : 'from')]),
    );
    const moves = Array.from({ length: 58 }, (_, n) => ({
      from: `s${n}`,
      event: n % 2 ? 'answer' : 'askAgain',
      to: `s${n + 1}`,
      handsIn: true,
    }));
    const last = { from: 's58', event: 'confirm', to: 'confirmed', byAnotherPerson: true };
    const started = performance.now();
    const faults = verifyDocument({
      ...sound,
      initial: 's0',
      states: { ...states, confirmed: sound.states.confirmed },
      events: { ...sound.events },
      moves: [...moves, last],
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(faults.map((fault) => fault.kind)).not.toContain('deadEnd');
  }, 30_000);

  it.each(['<b>Đậm</b>', '<script>alert(1)</script>', 'Đỏ\u001b[31m', 'Đảo\u202eđ'])(
    'may not bring markup in a name: %j',
    (vi) => {
      const faults = verify((document) => ({ ...document, words: { vi, en: 'Help' } }));
      expect(faults.map((fault) => fault.kind)).toEqual(['tables']);
      expect(faults[0]?.story.vi).toMatch(/words › vi/);
      expect(JSON.stringify(faults)).not.toContain(vi);
    },
  );

  it.each(['__proto__', 'constructor', 'Một', 'x'.repeat(50)])('may not call a state "%s"', (id) => {
    const states = JSON.parse(`{${JSON.stringify(id)}:${JSON.stringify(sound.states.asked)}}`) as object;
    expect(
      verifyDocument({ ...sound, initial: id, states, moves: [{ from: id, event: 'answer', to: id }] }),
    ).not.toEqual([]);
  });

  it.each([null, 7, 'x', [], {}, { format: 1 }, { ...sound, moves: [] }, { ...sound, code: 'return true' }])(
    'is no flow: %j',
    (document) => {
      expect(verifyDocument(document).map((fault) => fault.kind)).toContain('tables');
    },
  );

  it('is told which names its moves use that stand in no table', () => {
    expect(
      stories((document) => ({ ...document, moves: [...document.moves, { from: 'asked', event: 'fly', to: 'moon' }] })),
    ).toEqual(['Các bước nhắc đến những tên không có trong bảng: moon, fly.']);
  });

  describe('with conditions of the vocabulary', () => {
    const withMove = (place: number, part: object) => (document: Document) => {
      Object.assign(document.moves[place]!, part);
      return document;
    };

    it('is passed where a refusal waits for the deadline and an answer needs a link or a file', () => {
      expect(stories(withMove(1, { onlyAfterDue: true }))).toEqual([]);
      expect(
        stories((document) => {
          document.events.answer.asks = [
            { part: 'link', required: false },
            { part: 'fileId', required: false },
          ];
          return withMove(0, { onlyWithProof: true })(document);
        }),
      ).toEqual([]);
    });

    it('is told when a state is left after the deadline alone, for work may have none', () => {
      expect(
        stories((document) => {
          withMove(0, { onlyAfterDue: true })(document);
          return withMove(1, { onlyAfterDue: true })(document);
        }),
      ).toEqual(['Từ «Đã đề nghị» chỉ đi tiếp được khi quá hạn; việc không có thời hạn sẽ kẹt ở đó.']);
    });

    it('is told when proof is needed and nothing on the way asks for any', () => {
      const faults = verify((document) => {
        document.events.answer.asks = [{ part: 'note', required: true }];
        return withMove(0, { onlyWithProof: true })(document);
      });
      expect(faults.map(({ kind }) => kind)).toContain('neverTaken');
    });

    it('is told when a move goes back under a condition, or hands in and takes back at once', () => {
      expect(stories(withMove(3, { onlyAfterDue: true }))).toHaveLength(1);
      expect(stories(withMove(0, { takesBack: true }))).toEqual(['«Báo đã thực hiện» vừa nộp vừa rút lại.']);
    });

    it('is told when what takes a move back is not there', () => {
      expect(
        stories((document) => {
          Object.assign(document.events.answer, { undo: 'withdrawAnswer' });
          return document;
        }),
      ).toEqual(['Bước dùng để rút lại không có trong bảng: withdrawAnswer.']);
    });
  });
});
