import { describe, expect, it } from '@jest/globals';

import { seedPlanFile } from '../../testing/read-seed-plan.js';
import { readPlanApart } from './read-plan-apart.js';

describe('reading in a thread of its own', () => {
  it('lets the server answer meanwhile', async () => {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 5);
    const reading = await readPlanApart(await seedPlanFile.read(), seedPlanFile.name);
    clearInterval(heart);
    expect(reading.items).toHaveLength(22);
    expect(beats).toBeGreaterThan(3);
  });

  it('gives up on a file that takes too long, by name', async () => {
    await expect(readPlanApart(await seedPlanFile.read(), 'chậm.txt', { timeLimitMs: 1 })).rejects.toMatchObject({
      code: 'READING_TOO_LONG',
      details: { why: 'time' },
    });
  });

  it('gives up on a file that takes too much memory', async () => {
    const many = Buffer.from('a\tb\tc\n'.repeat(400_000));
    await expect(readPlanApart(many, 'lớn.txt', { memoryLimitMb: 8 })).rejects.toMatchObject({
      code: 'READING_TOO_LONG',
      details: { why: 'memory' },
    });
  });
});
