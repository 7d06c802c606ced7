import type { IsoDate } from '@phancong/contracts';
import { z } from 'zod';

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

const StoredSnapshot = z.object({
  value: z.string(),
  status: z.enum(['active', 'done']),
  context: z.record(z.string(), z.unknown()),
  since: z.string(),
  reminders: z.number(),
  toldDueOn: z.string().nullable(),
});

/** Thrown for a snapshot that no machine wrote: the instance is to be set aside and looked at, others go on. */
export class DamagedSnapshot extends Error {
  constructor(readonly why: string) {
    super(`The stored snapshot cannot be read: ${why}`);
    this.name = 'DamagedSnapshot';
  }
}

export function readSnapshot(stored: unknown, states: Record<string, unknown>): StoredSnapshot {
  const read = StoredSnapshot.safeParse(stored);
  if (!read.success) throw new DamagedSnapshot(z.prettifyError(read.error));
  if (!Object.hasOwn(states, read.data.value)) throw new DamagedSnapshot(`no state "${read.data.value}"`);
  return read.data;
}
