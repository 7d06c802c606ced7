import { performance } from 'node:perf_hooks';

export interface LoadResult {
  perSecond: number;
  /** Milliseconds of each call. */
  times: number[];
  failures: number;
}

/** Keeps `lanes` calls under way until `count` are done: a closed loop, as so many people at their screens. */
export async function runLoad(
  lanes: number,
  count: number,
  call: (index: number, lane: number) => Promise<boolean>,
): Promise<LoadResult> {
  const times: number[] = [];
  let [next, failures] = [0, 0];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (next < count) {
        const index = next;
        next += 1;
        const begun = performance.now();
        if (!(await call(index, lane))) failures += 1;
        times.push(performance.now() - begun);
      }
    }),
  );
  return { perSecond: (count / (performance.now() - started)) * 1000, times, failures };
}
