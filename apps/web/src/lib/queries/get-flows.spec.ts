import { describe, expect, it } from '@jest/globals';
import type { FlowLegend } from '@phancong/contracts';
import { flows, legendOf } from '@phancong/workflows';

import { flowWords } from './get-flows.js';

const shipped = legendOf(flows.coordination);
const words = (vi: string) => ({ vi, en: vi });

/** An office's own version: one state more, and one that it calls otherwise. */
const own = (version: number, called: string): FlowLegend => ({
  ...shipped,
  version,
  states: {
    ...shipped.states,
    requested: { ...shipped.states['requested']!, words: words('Chờ nhận') },
    toBeSigned: { ...shipped.states['requested']!, words: words(called) },
  },
});

describe('The states that a list may be filtered by', () => {
  it('are those of the shipped flow, then those that only own flows know, as the newest of them calls them', () => {
    const states = flowWords({ items: [shipped, own(1002, 'Chờ giám đốc ký'), own(1001, 'Chờ ký')] }).states(
      'coordination',
    );
    expect(states.filter((one) => !one.own).map(({ state }) => state)).toEqual(Object.keys(shipped.states));
    expect(states.find(({ state }) => state === 'requested')?.words).toEqual(shipped.states['requested']?.words);
    expect(states.filter((one) => one.own)).toEqual([
      { state: 'toBeSigned', words: words('Chờ giám đốc ký'), own: true },
    ]);
  });

  it('are the shipped ones alone where no office has a flow of its own', () => {
    expect(
      flowWords({ items: [shipped] })
        .states('coordination')
        .some((one) => one.own),
    ).toBe(false);
  });
});
