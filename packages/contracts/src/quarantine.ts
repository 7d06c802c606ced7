import { z } from 'zod';

import { FlowId } from './instances.js';
import { Id, UnitId, Words } from './primitives.js';

/** A piece of work whose stored state cannot be read: nobody can move it, everything else goes on. */
export const DamagedWork = z
  .object({
    id: Id,
    flow: FlowId,
    words: Words,
    title: z.string(),
    planTitle: z.string(),
    from: z.object({ id: UnitId, name: z.string() }),
    to: z.object({ id: UnitId, name: z.string() }),
    version: z.number().int(),
    /** What is wrong with what is stored. */
    damage: Words,
    /** Clocks that wait because they could not fire. */
    waitingClocks: z.number().int(),
    /** The state to which its history leads; null where the history does not lead anywhere. */
    leadsTo: Words.nullable(),
    /** Why the history cannot be played again; null where it can. */
    why: Words.nullable(),
  })
  .meta({ id: 'DamagedWork' });
export type DamagedWork = z.infer<typeof DamagedWork>;

export const Quarantine = z.object({ items: z.array(DamagedWork), more: z.boolean() }).meta({ id: 'Quarantine' });
export type Quarantine = z.infer<typeof Quarantine>;

export const RepairWork = z
  .object({ expectedVersion: z.number().int().min(0) })
  .meta({ id: 'RepairWork', example: { expectedVersion: 3 } });
export type RepairWork = z.infer<typeof RepairWork>;
