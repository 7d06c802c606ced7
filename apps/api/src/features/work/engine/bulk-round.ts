import type { Refusal } from '@phancong/workflows';

import { joinWrites, type Cascade } from './cascade.js';
import type { InstanceRow } from './instance-row.js';
import { decideWithChildren, type InstanceStore, type MoveJob } from './move-batch.js';
import type { KeyedRequest } from './writes.js';

interface Sent {
  event: string;
  payload: unknown;
}

/** What the members of one group came to: those that may move, the writes that move them, and those refused. */
interface DecidedGroup {
  moved: InstanceRow[];
  cascade: Cascade;
  refused: { id: string; refusal: Refusal }[];
}

/**
 * Decides one event on many instances. Instances with one parent go in one group, since their moves meet in the parent; a
 * member that is refused is left out and the others of its group are decided anew without it.
 */
export async function decideGroups(
  store: InstanceStore,
  rows: readonly InstanceRow[],
  ids: readonly string[],
  by: Pick<MoveJob, 'today' | 'mover'>,
  sent: Sent,
): Promise<DecidedGroup[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groups = Map.groupBy(ids, (id) => byId.get(id)?.parent_id ?? id);
  const decided: DecidedGroup[] = [];
  for (const [root, members] of groups) {
    const own = [root, ...members.filter((id) => id !== root)].flatMap((id) => byId.get(id) ?? []);
    decided.push(await decideGroup(store, own, members, by, sent));
  }
  return decided;
}

async function decideGroup(
  store: InstanceStore,
  rows: readonly InstanceRow[],
  members: readonly string[],
  by: Pick<MoveJob, 'today' | 'mover'>,
  { event, payload }: Sent,
): Promise<DecidedGroup> {
  const refused: DecidedGroup['refused'] = [];
  for (;;) {
    const left = members.filter((id) => !refused.some((entry) => entry.id === id));
    const attempt = (cascade: Cascade) => {
      const moved: InstanceRow[] = [];
      for (const id of left) {
        const outcome = cascade.send(id, event, payload);
        if (!outcome.ok) return { moved, stopped: { id, refusal: outcome } };
        moved.push(outcome.row);
      }
      return { moved, stopped: null };
    };
    const { cascade, outcome } = await decideWithChildren(rows, by, attempt, (ids) => store.openChildren(ids));
    if (!outcome.stopped) return { moved: outcome.moved, cascade, refused };
    refused.push(outcome.stopped);
  }
}

/** Writes the groups that move something; returns those whose writes went through. */
export async function writeGroups(
  store: InstanceStore,
  groups: readonly DecidedGroup[],
  requestOf: (moved: readonly InstanceRow[]) => KeyedRequest | null,
): Promise<Set<DecidedGroup>> {
  const moving = groups.filter(({ moved }) => moved.length > 0);
  if (moving.length === 0) return new Set();
  const written = await store.write(
    joinWrites(moving.map(({ cascade, moved }, grp) => cascade.writes(grp, requestOf(moved)))),
  );
  return new Set(moving.filter((_, grp) => written.has(grp)));
}
