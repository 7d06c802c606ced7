import type { IsoDate } from '@phancong/contracts';

/** What is stored of an instance: the machine's snapshot cut to what cannot be worked out again, and the marks of clocks. */
export interface StoredSnapshot {
  value: string;
  status: 'active' | 'done';
  context: Record<string, unknown>;
  /** The day on which the present state was entered. */
  since: IsoDate;
  /** How often reminders have fired in the present state. */
  reminders: number;
  /** The deadline whose passing was told already. */
  toldDueOn: IsoDate | null;
}

/** Thrown for a snapshot that no machine wrote: the instance is to be set aside and looked at, others go on. */
export class DamagedSnapshot extends Error {
  constructor(readonly why: string) {
    super(`The stored snapshot cannot be read: ${why}`);
    this.name = 'DamagedSnapshot';
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Checks by hand what was stored: this stands in the way of every move, and a schema would cost a third of it. */
export function readSnapshot(stored: unknown, states: Record<string, unknown>): StoredSnapshot {
  if (typeof stored !== 'object' || stored === null) throw new DamagedSnapshot('it is no object');
  const { value, status, context, since, reminders, toldDueOn } = stored as Record<string, unknown>;
  if (!isText(value) || !Object.hasOwn(states, value))
    throw new DamagedSnapshot(`there is no state "${String(value)}"`);
  if (status !== 'active' && status !== 'done') throw new DamagedSnapshot(`there is no status "${String(status)}"`);
  if (typeof context !== 'object' || context === null) throw new DamagedSnapshot('it has no context');
  if (!isText(since)) throw new DamagedSnapshot('the day of entering the state is missing');
  return {
    value,
    status,
    context: context as Record<string, unknown>,
    since,
    reminders: typeof reminders === 'number' ? reminders : 0,
    toldDueOn: isText(toldDueOn) ? toldDueOn : null,
  };
}
