import { describe, expect, it } from '@jest/globals';

import { judgeErratum } from './judge-erratum.js';

describe('What a report has to put right when work that it counted as done is reopened', () => {
  const cutoffOn = '2025-03-31';

  it.each([
    ['in time, its day past at the cut-off', '2025-03-28', '2025-03-20', { said: 'doneOnTime', now: 'openOverdue' }],
    ['late, its day past at the cut-off', '2025-03-10', '2025-03-20', { said: 'doneLate', now: 'openOverdue' }],
    ['before its day', '2025-06-30', '2025-03-20', { said: 'doneOnTime', now: 'openInTime' }],
    ['without a term', null, '2025-03-20', { said: 'doneOnTime', now: 'openInTime' }],
  ] as const)('done %s', (_, dueOn, doneOn, judged) => {
    expect(judgeErratum({ cutoffOn, dueOn, doneOn, standing: false })).toEqual(judged);
  });

  it('says nothing of a standing duty, which no figure counts', () => {
    expect(judgeErratum({ cutoffOn, dueOn: null, doneOn: '2025-03-20', standing: true })).toBeNull();
  });
});
