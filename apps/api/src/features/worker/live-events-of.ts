import type { NewLiveEvent } from '../live/live-event.js';
import type { OutboxRow } from './outbox.repository.js';

/** More than this many changes of one plan in one batch are told as "the plan": its screens read once instead of so often. */
const MOST_CHANGES = 40;

/** What the screens are told of one delivered batch of the outbox: to the units that it concerns, and to nobody else. */
export function liveEventsOf(rows: readonly OutboxRow[]): NewLiveEvent[] {
  const byPlan = Map.groupBy(rows, (row) => row.effect.planId);
  return [...byPlan].flatMap(([planId, ofPlan]) => {
    const changed = ofPlan.flatMap((row) => row.effect.changed);
    const told = unique(ofPlan.flatMap((row) => row.effect.notices.map((notice) => notice.unitId)));
    const notices: NewLiveEvent[] =
      told.length === 0 ? [] : [{ kind: 'notice', planId, instanceId: null, unitIds: told }];
    if (changed.length > MOST_CHANGES) {
      const unitIds = unique(changed.flatMap((change) => change.unitIds));
      return [{ kind: 'plan', planId, instanceId: null, unitIds }, ...notices];
    }
    return [
      ...changed.map(({ instanceId, unitIds }): NewLiveEvent => ({ kind: 'instance', planId, instanceId, unitIds })),
      ...notices,
    ];
  });
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
