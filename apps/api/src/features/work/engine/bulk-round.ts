import type { Refusal } from '@phancong/workflows';

import { joinWrites, type Cascade } from './cascade.js';
import type { InstanceRow } from './instance-row.js';
import { decideAll } from './decide-all.js';
import type { InstanceStore, MoveJob } from './move-batch.js';
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
  const groups = [...Map.groupBy(ids, (id) => byId.get(id)?.parent_id ?? id)];
  const decisions = groups.map(([root, members]) => ({
    ...by,
    rows: [root, ...members.filter((id) => id !== root)].flatMap((id) => byId.get(id) ?? []),
    decide: (begin: () => Cascade) => decideGroup(begin, members, sent),
  }));
  const outcomes = await decideAll(decisions, store);
  return outcomes.map((outcome) => {
    if ('error' in outcome) throw outcome.error;
    return outcome.decided;
  });
}

function decideGroup(begin: () => Cascade, members: readonly string[], { event, payload }: Sent): DecidedGroup {
  const refused: DecidedGroup['refused'] = [];
  for (;;) {
    const cascade = begin();
    const moved: InstanceRow[] = [];
    let stopped: DecidedGroup['refused'][number] | undefined;
    for (const id of members) {
      if (refused.some((entry) => entry.id === id)) continue;
      const outcome = cascade.send(id, event, payload);
      if (!outcome.ok) {
        stopped = { id, refusal: outcome };
        break;
      }
      moved.push(outcome.row);
    }
    if (!stopped) return { moved, cascade, refused };
    refused.push(stopped);
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
