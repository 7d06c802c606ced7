import type { IsoDate } from '@phancong/contracts';

import { Cascade, ChildrenNeeded, type Mover } from './cascade.js';
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
}

/**
 * Works out many decisions, each by itself: one that fails has its error as outcome. Where some reach children that were not
 * read, the children of all of them are read at once and these are decided again.
 */
export async function decideAll<Result>(
  decisions: readonly Decision<Result>[],
  openChildren: (parentIds: readonly string[]) => Promise<InstanceRow[]>,
): Promise<Decided<Result>[]> {
  const outcomes: Decided<Result>[] = [];
  let pending = decisions.map((decision, place): Pending<Result> => ({
    decision,
    place,
    rows: [...decision.rows],
    childrenOf: [],
  }));
  while (pending.length > 0) {
    const waiting: Pending<Result>[] = [];
    for (const one of pending) {
      try {
        outcomes[one.place] = { decided: one.decision.decide(() => beginCascade(one)) };
      } catch (error) {
        if (!(error instanceof ChildrenNeeded) || one.childrenOf.includes(error.parentId))
          outcomes[one.place] = { error };
        else {
          one.childrenOf.push(error.parentId);
          waiting.push(one);
        }
      }
    }
    if (waiting.length > 0) await addChildren(waiting, openChildren);
    pending = waiting;
  }
  return outcomes;
}

const beginCascade = ({ decision: { today, mover }, rows, childrenOf }: Pending<unknown>) =>
  new Cascade(rows, today, mover, childrenOf);

async function addChildren(
  waiting: readonly Pending<unknown>[],
  openChildren: (parentIds: readonly string[]) => Promise<InstanceRow[]>,
): Promise<void> {
  const parentIds = [...new Set(waiting.flatMap(({ childrenOf }) => childrenOf.at(-1) ?? []))];
  const children = Map.groupBy(await openChildren(parentIds), (child) => child.parent_id);
  for (const { rows, childrenOf } of waiting) {
    const known = new Set(rows.map((row) => row.id));
    rows.push(...(children.get(childrenOf.at(-1) ?? null) ?? []).filter((child) => !known.has(child.id)));
  }
}
