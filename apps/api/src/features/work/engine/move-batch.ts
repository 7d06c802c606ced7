import type { IsoDate } from '@phancong/contracts';
import type { Refusal } from '@phancong/workflows';

import { joinWrites, type Cascade, type Mover, type Outcome } from './cascade.js';
import { decideAll, type Decision, type FurtherReads } from './decide-all.js';
import type { Gathered } from '../../../platform/gather/gatherer.js';
import type { InstanceRow } from './instance-row.js';
import type { KeyedRequest, Writes } from './writes.js';

/** One move, or one start of a flow below an instance, as the engine carries it. */
export interface MoveJob {
  /** Read with its parent; null when the job stands on no instance. */
  readId: string | null;
  today: IsoDate;
  mover: Mover | null;
  /** Looks at what was read before anything is decided: is it there for the caller, at the version that he saw? */
  check: (row: InstanceRow | undefined) => { kind: 'hidden' } | { kind: 'stale'; row: InstanceRow } | undefined;
  /** The move itself, worked out in memory. */
  attempt: (cascade: Cascade, row: InstanceRow | undefined) => Outcome;
  keyedRequest: (moved: InstanceRow) => KeyedRequest | null;
}

export type MoveResult =
  | { kind: 'done'; row: InstanceRow }
  | { kind: 'hidden' }
  | { kind: 'stale'; row: InstanceRow }
  | { kind: 'refused'; refusal: Refusal }
  /** Decided, but not written: something that it stands on moved meanwhile, or its idempotency key was used before. */
  | { kind: 'overtaken' };

/** What the engine asks of the store. */
export interface InstanceStore extends FurtherReads {
  withParents(ids: readonly string[]): Promise<InstanceRow[]>;
  write(writes: Writes): Promise<Set<number>>;
}

/**
 * Concurrent moves in one read and one write. Each is decided by itself on what was read; two that touch the same instance,
 * or carry the same idempotency key, do not meet in one statement: the later one waits for the next batch and sees what
 * the earlier one did.
 */
export async function runMoveBatch(store: InstanceStore, jobs: readonly MoveJob[]): Promise<Gathered<MoveResult>[]> {
  const ids = [...new Set(jobs.flatMap(({ readId }) => readId ?? []))];
  const read = new Map((ids.length > 0 ? await store.withParents(ids) : []).map((row) => [row.id, row]));
  const outcomes = await decideAll(
    jobs.map((job) => decisionOf(job, read)),
    store,
  );

  const taken = new Set<string>();
  const parts: Writes[] = [];
  const written = outcomes.map((outcome, grp): Gathered<MoveResult> | Moved => {
    if ('error' in outcome || 'result' in outcome.decided) return 'error' in outcome ? outcome : outcome.decided;
    const { cascade, row, request } = outcome.decided;
    const writes = cascade.writes(grp, request);
    const keys = writes.groups.flatMap(({ key, person_id: personId }) => (key ? `${personId} ${key}` : []));
    const claims = [...writes.instances.map(({ id }) => id), ...keys];
    if (claims.some((claim) => taken.has(claim))) return 'again';
    for (const claim of claims) taken.add(claim);
    parts.push(writes);
    return { cascade, row, request };
  });
  const through = parts.length > 0 ? await store.write(joinWrites(parts)) : new Set<number>();
  return written.map((outcome, grp): Gathered<MoveResult> => {
    if (outcome === 'again' || !('cascade' in outcome)) return outcome;
    return { result: through.has(grp) ? { kind: 'done', row: outcome.row } : { kind: 'overtaken' } };
  });
}

interface Moved {
  cascade: Cascade;
  row: InstanceRow;
  request: KeyedRequest | null;
}

function decisionOf(job: MoveJob, read: ReadonlyMap<string, InstanceRow>): Decision<Moved | { result: MoveResult }> {
  const row = job.readId ? read.get(job.readId) : undefined;
  const parent = row?.parent_id ? read.get(row.parent_id) : undefined;
  return {
    rows: [row, parent].filter((known) => known !== undefined),
    today: job.today,
    mover: job.mover,
    decide: (begin) => {
      const failed = job.check(row);
      if (failed) return { result: failed };
      const cascade = begin();
      const outcome = job.attempt(cascade, row);
      if (!outcome.ok) return { result: { kind: 'refused', refusal: outcome } };
      return { cascade, row: outcome.row, request: job.keyedRequest(outcome.row) };
    },
  };
}
