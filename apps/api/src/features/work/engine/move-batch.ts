import type { IsoDate } from '@phancong/contracts';
import type { Refusal } from '@phancong/workflows';

import { Cascade, ChildrenNeeded, joinWrites, type Mover, type Outcome } from './cascade.js';
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
export interface InstanceStore {
  withParents(ids: readonly string[]): Promise<InstanceRow[]>;
  openChildren(parentIds: readonly string[]): Promise<InstanceRow[]>;
  write(writes: Writes): Promise<Set<number>>;
}

/** Runs a decision; when it reaches children that were not read, reads them and decides again. */
export async function decideWithChildren<Result>(
  rows: readonly InstanceRow[],
  { today, mover }: Pick<MoveJob, 'today' | 'mover'>,
  attempt: (cascade: Cascade) => Result,
  openChildren: InstanceStore['openChildren'],
): Promise<{ cascade: Cascade; outcome: Result }> {
  const known = [...rows];
  const childrenOf: string[] = [];
  for (;;) {
    const cascade = new Cascade(known, today, mover, childrenOf);
    try {
      return { cascade, outcome: attempt(cascade) };
    } catch (error) {
      if (!(error instanceof ChildrenNeeded) || childrenOf.includes(error.parentId)) throw error;
      childrenOf.push(error.parentId);
      const children = await openChildren([error.parentId]);
      known.push(...children.filter((child) => !known.some((row) => row.id === child.id)));
    }
  }
}

/**
 * Concurrent moves in one read and one write. Each is decided by itself on what was read; two that touch the same instance,
 * or carry the same idempotency key, do not meet in one statement: the later one waits for the next batch and sees what
 * the earlier one did.
 */
export async function runMoveBatch(store: InstanceStore, jobs: readonly MoveJob[]): Promise<Gathered<MoveResult>[]> {
  const ids = [...new Set(jobs.flatMap(({ readId }) => readId ?? []))];
  const read = new Map((ids.length > 0 ? await store.withParents(ids) : []).map((row) => [row.id, row]));
  const outcomes = await Promise.all(jobs.map((job) => decideJob(store, job, read).catch((error) => ({ error }))));

  const taken = new Set<string>();
  const parts: Writes[] = [];
  const written = outcomes.map((outcome, grp) => {
    if (!('cascade' in outcome)) return outcome;
    const writes = outcome.cascade.writes(grp, outcome.request);
    const keys = writes.groups.flatMap(({ key, person_id: personId }) => (key ? `${personId} ${key}` : []));
    const claims = [...writes.instances.map(({ id }) => id), ...keys];
    if (claims.some((claim) => taken.has(claim))) return 'again';
    for (const claim of claims) taken.add(claim);
    parts.push(writes);
    return outcome;
  });
  const through = parts.length > 0 ? await store.write(joinWrites(parts)) : new Set<number>();
  return written.map((outcome, grp): Gathered<MoveResult> => {
    if (outcome === 'again' || !('cascade' in outcome)) return outcome;
    return { result: through.has(grp) ? { kind: 'done', row: outcome.row } : { kind: 'overtaken' } };
  });
}

interface Decided {
  cascade: Cascade;
  row: InstanceRow;
  request: KeyedRequest | null;
}

async function decideJob(
  store: InstanceStore,
  job: MoveJob,
  read: ReadonlyMap<string, InstanceRow>,
): Promise<Decided | { result: MoveResult }> {
  const row = job.readId ? read.get(job.readId) : undefined;
  const failed = job.check(row);
  if (failed) return { result: failed };
  const parent = row?.parent_id ? read.get(row.parent_id) : undefined;
  const own = [row, parent].filter((known) => known !== undefined);
  const { cascade, outcome } = await decideWithChildren(
    own,
    job,
    (attempt) => job.attempt(attempt, row),
    (parentIds) => store.openChildren(parentIds),
  );
  if (!outcome.ok) return { result: { kind: 'refused', refusal: outcome } };
  return { cascade, row: outcome.row, request: job.keyedRequest(outcome.row) };
}
