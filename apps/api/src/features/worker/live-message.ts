import type { OutboxRow } from './outbox.repository.js';

/** What travels between processes by NOTIFY: who has to look again, and at what. */
export interface LiveMessage {
  kind: 'instance' | 'notice' | 'clock' | 'plan';
  planId: string | null;
  instanceId: string | null;
  /** Units that it concerns; null: everybody. */
  unitIds: string[] | null;
}

export const LIVE_CHANNEL = 'phancong_live';

/** NOTIFY carries less than 8,000 bytes: more than this many changes of one plan are told as "the plan". */
const MOST_CHANGES = 40;

/** The messages of one delivered batch of the outbox, few and small. */
export function messagesOf(rows: readonly OutboxRow[]): LiveMessage[] {
  const byPlan = new Map<string, OutboxRow[]>();
  for (const row of rows) byPlan.set(row.effect.planId, [...(byPlan.get(row.effect.planId) ?? []), row]);
  return [...byPlan].flatMap(([planId, ofPlan]) => {
    const changed = ofPlan.flatMap((row) => row.effect.changed);
    const told = [...new Set(ofPlan.flatMap((row) => row.effect.notices.map((notice) => notice.unitId)))];
    const notices: LiveMessage[] =
      told.length === 0
        ? []
        : [{ kind: 'notice', planId, instanceId: null, unitIds: told.length > MOST_CHANGES ? null : told }];
    if (changed.length > MOST_CHANGES) {
      return [{ kind: 'plan', planId, instanceId: null, unitIds: null }, ...notices];
    }
    return [
      ...changed.map(({ instanceId, unitIds }): LiveMessage => ({ kind: 'instance', planId, instanceId, unitIds })),
      ...notices,
    ];
  });
}

/** NOTIFY takes less than 8,000 bytes. */
const MESSAGE_BYTES = 7000;

/** The messages packed into as few notifications as they need. */
export function packMessages(messages: readonly LiveMessage[]): string[] {
  const packed: string[] = [];
  let [part, bytes]: [string[], number] = [[], 0];
  for (const text of messages.map((message) => JSON.stringify(message))) {
    const size = Buffer.byteLength(text) + 1;
    if (part.length > 0 && bytes + size > MESSAGE_BYTES) {
      packed.push(`[${part.join(',')}]`);
      [part, bytes] = [[], 0];
    }
    part.push(text);
    bytes += size;
  }
  if (part.length > 0) packed.push(`[${part.join(',')}]`);
  return packed;
}
