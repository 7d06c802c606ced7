import { isDatabaseAway } from '../errors/database-away.js';

interface Waiting<Job, Result> {
  job: Job;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** What became of one job of a batch; `again` puts it at the head of the next one. */
export type Gathered<Result> = { result: Result } | { error: unknown } | 'again';

/**
 * Group commit: a job that comes alone is run at once; those that come in the same turn of the event loop, or while all lanes
 * are busy, go together in the next batch.
 * Each keeps its own outcome. A batch that fails as a whole is run again job by job, so that one bad job hurts itself alone;
 * with the database away all fail at once and nobody waits for another's timeout.
 *
 * `run` gets 1 … `most` jobs and answers with one outcome for each, in order.
 */
export class Gatherer<Job, Result> {
  private waiting: Waiting<Job, Result>[] = [];
  private underWay = 0;
  private called = false;

  constructor(
    private readonly run: (jobs: Job[]) => Promise<Gathered<Result>[]>,
    private readonly limits: { most: number; lanes: number },
  ) {}

  add(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, resolve, reject });
      this.callNext();
    });
  }

  /** After this turn, so that the first of a crowd does not go alone while the others wait for it. */
  private callNext(): void {
    if (this.called) return;
    this.called = true;
    setImmediate(() => {
      this.called = false;
      this.next();
    });
  }

  private next(): void {
    while (this.underWay < this.limits.lanes && this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.limits.most);
      this.underWay += 1;
      void this.carry(batch).finally(() => {
        this.underWay -= 1;
        this.next();
      });
    }
  }

  private async carry(batch: Waiting<Job, Result>[]): Promise<void> {
    try {
      const outcomes = await this.run(batch.map(({ job }) => job));
      const again = batch.filter((waiting, place) => !settle(waiting, outcomes[place]));
      this.waiting.unshift(...again);
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) for (const { reject } of batch) reject(error);
      else for (const waiting of batch) await this.carry([waiting]);
    }
  }
}

/** Gives the job its outcome; false when it has to be run again. */
function settle<Job, Result>(
  { resolve, reject }: Waiting<Job, Result>,
  outcome: Gathered<Result> | undefined,
): boolean {
  if (outcome === 'again') return false;
  if (!outcome) reject(new Error('A batch gave no outcome for one of its jobs.'));
  else if ('error' in outcome) reject(outcome.error);
  else resolve(outcome.result);
  return true;
}
