import { describe, expect, it } from '@jest/globals';

import { lastClosedMidnight } from './audit-sealer.service.js';

describe('the close of a day', () => {
  it.each([
    ['2025-05-20T17:09:59Z', '2025-05-19T17:00:00.000Z', 'nine minutes after midnight in Hà Nội'],
    ['2025-05-20T17:10:00Z', '2025-05-20T17:00:00.000Z', 'ten minutes after midnight in Hà Nội'],
    ['2025-05-21T16:59:00Z', '2025-05-20T17:00:00.000Z', 'a minute before the next midnight'],
  ])('at %s is %s: %s', (now, midnight) => {
    expect(lastClosedMidnight(new Date(now)).toISOString()).toBe(midnight);
  });
});
