import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Gatherer, type Gathered } from './gatherer.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const doubled = (jobs: number[]): Gathered<number>[] => jobs.map((job) => ({ result: job * 2 }));

describe('moves that come at once', () => {
  /** Keeps what went together; a batch takes some turns of the event loop, as one that asks a database does. */
  function watched(limits: { most: number; lanes: number }) {
    const batches: number[][] = [];
    const gatherer = new Gatherer<number, number>(async (jobs) => {
      batches.push(jobs);
      for (let waited = 0; waited < 5; waited += 1) await turn();
      return doubled(jobs);
    }, limits);
    return { batches, gatherer };
  }

  it('go alone when nobody else is there, and together when a batch is under way', async () => {
    const { batches, gatherer } = watched({ most: 10, lanes: 1 });
    const first = gatherer.add(1);
    await turn();
    const answers = [first, ...[2, 3, 4].map((job) => gatherer.add(job))];
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('go together when they come in the same turn, with no first one ahead of the others', async () => {
    const { batches, gatherer } = watched({ most: 10, lanes: 1 });
    expect(await Promise.all([1, 2, 3, 4].map((job) => gatherer.add(job)))).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1, 2, 3, 4]]);
  });

  it('fill every free lane, and no more than fits into a batch', async () => {
    const { batches, gatherer } = watched({ most: 2, lanes: 2 });
    const answers = [1, 2, 3, 4, 5].map((job) => gatherer.add(job));
    await turn();
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
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
    expect(runs).toBe(1);
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
