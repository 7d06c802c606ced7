import type { IsoDate } from '@phancong/contracts';

import { Cascade, ChildrenNeeded, ReportsNeeded, type Mover } from './cascade.js';
import type { CountedWork, ReportsRead } from './counted-work.js';
import type { InstanceRow } from './instance-row.js';

/** A decision to be worked out in memory on rows that were read. It may begin anew, on fresh copies, as often as it needs. */
export interface Decision<Result> {
  rows: readonly InstanceRow[];
  today: IsoDate;
  mover: Mover | null;
  decide: (begin: () => Cascade) => Result;
}

type Decided<Result> = { decided: Result } | { error: unknown };

interface Pending<Result> {
  decision: Decision<Result>;
  place: number;
  rows: InstanceRow[];
  childrenOf: string[];
  countedWork: Map<string, CountedWork[]>;
}

/** What a decision may turn out to need besides the rows that it began with. */
export interface FurtherReads {
  openChildren(parentIds: readonly string[]): Promise<InstanceRow[]>;
  reportsOn(workIds: readonly string[], today: IsoDate): Promise<ReportsRead>;
}

/**
 * Works out many decisions, each by itself: one that fails has its error as outcome. Where some reach children or reports that were
 * not read, those of all of them are read at once and these are decided again.
 */
export async function decideAll<Result>(
  decisions: readonly Decision<Result>[],
  store: FurtherReads,
): Promise<Decided<Result>[]> {
  const outcomes: Decided<Result>[] = [];
  let pending = decisions.map((decision, place): Pending<Result> => ({
    decision,
    place,
    rows: [...decision.rows],
    childrenOf: [],
    countedWork: new Map(),
  }));
  while (pending.length > 0) {
    const waiting: Pending<Result>[] = [];
    const corrected: { one: Pending<Result>; workId: string }[] = [];
    for (const one of pending) {
      try {
        outcomes[one.place] = { decided: one.decision.decide(() => beginCascade(one)) };
      } catch (error) {
        if (error instanceof ChildrenNeeded && !one.childrenOf.includes(error.parentId)) {
          one.childrenOf.push(error.parentId);
          waiting.push(one);
        } else if (error instanceof ReportsNeeded && !one.countedWork.has(error.workId)) {
          corrected.push({ one, workId: error.workId });
        } else outcomes[one.place] = { error };
      }
    }
    if (waiting.length > 0) await addChildren(waiting, store);
    for (const { one, workId } of corrected) await addReports(one, workId, store);
    pending = [...waiting, ...corrected.map(({ one }) => one)];
  }
  return outcomes;
}

const beginCascade = ({ decision: { today, mover }, rows, childrenOf, countedWork }: Pending<unknown>) =>
  new Cascade(rows, today, mover, childrenOf, countedWork);

/** Corrections are rare: each reads for itself. */
async function addReports(one: Pending<unknown>, workId: string, store: FurtherReads): Promise<void> {
  const { counted, rows } = await store.reportsOn([workId], one.decision.today);
  const known = new Set(one.rows.map((row) => row.id));
  one.rows.push(...rows.filter((row) => !known.has(row.id)));
  one.countedWork.set(workId, counted);
}

async function addChildren(waiting: readonly Pending<unknown>[], store: FurtherReads): Promise<void> {
  const parentIds = [...new Set(waiting.flatMap(({ childrenOf }) => childrenOf.at(-1) ?? []))];
  const children = Map.groupBy(await store.openChildren(parentIds), (child) => child.parent_id);
  for (const { rows, childrenOf } of waiting) {
    const known = new Set(rows.map((row) => row.id));
    rows.push(...(children.get(childrenOf.at(-1) ?? null) ?? []).filter((child) => !known.has(child.id)));
  }
}
