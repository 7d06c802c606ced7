import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Gatherer, type Gathered } from './gatherer.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const doubled = (jobs: number[]): Gathered<number>[] => jobs.map((job) => ({ result: job * 2 }));

describe('moves that come at once', () => {
  it('go alone when nobody else is there, and together when a batch is under way', async () => {
    const batches: number[][] = [];
    const gatherer = new Gatherer<number, number>(
      async (jobs) => {
        batches.push(jobs);
        await turn();
        return doubled(jobs);
      },
      { most: 10, lanes: 1 },
    );
    const answers = await Promise.all([1, 2, 3, 4].map((job) => gatherer.add(job)));
    expect(answers).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('keep their own outcomes: one that fails hurts itself alone', async () => {
    const gatherer = new Gatherer<number, number>(
      async (jobs) => {
        await turn();
        if (jobs.includes(3)) throw new Error('three');
        return doubled(jobs);
      },
      { most: 10, lanes: 1 },
    );
    const answers = await Promise.allSettled([1, 2, 3, 4].map((job) => gatherer.add(job)));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.message))).toEqual([
      2,
      4,
      'three',
      8,
    ]);
  });

  it('do not wait for each other when the database is away', async () => {
    let runs = 0;
    const gatherer = new Gatherer<number, number>(
      async () => {
        runs += 1;
        await turn();
        throw Object.assign(new Error('no server'), { code: 'ECONNREFUSED' });
      },
      { most: 10, lanes: 1 },
    );
    const answers = await Promise.allSettled([1, 2, 3, 4].map((job) => gatherer.add(job)));
    expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
    expect(runs).toBe(2);
  });

  it('are each run once to their end, in every order of batches and postponements', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        async (postponements, most, lanes) => {
          const left = [...postponements];
          const done: number[] = [];
          const gatherer = new Gatherer<number, number>(
            async (jobs) => {
              await turn();
              return jobs.map((job): Gathered<number> => {
                if ((left[job] ?? 0) > 0) {
                  left[job] = (left[job] ?? 0) - 1;
                  return 'again';
                }
                done.push(job);
                return { result: job };
              });
            },
            { most, lanes },
          );
          const jobs = postponements.map((_, job) => job);
          expect(await Promise.all(jobs.map((job) => gatherer.add(job)))).toEqual(jobs);
          expect(done.toSorted((a, b) => a - b)).toEqual(jobs);
        },
      ),
    );
  });
});
