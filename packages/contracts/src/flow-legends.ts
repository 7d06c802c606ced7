import { z } from 'zod';

import { FlowId, Relation } from './instances.js';
import { Words } from './primitives.js';

export const Tone = z.enum(['grey', 'blue', 'amber', 'green', 'red', 'violet']).meta({ id: 'Tone' });
export type Tone = z.infer<typeof Tone>;

/** What a list has to know of a flow to word its lines: no machine, no form. Derived from the machine. */
export const FlowLegend = z
  .object({
    id: FlowId,
    version: z.number().int().meta({ description: 'The version that new work is born with.' }),
    words: Words,
    parties: z.object({ from: Words, to: Words }),
    states: z.record(z.string(), z.object({ words: Words, tone: Tone })),
    events: z.record(
      z.string(),
      z.object({
        words: Words,
        by: z.array(Relation).meta({ description: 'Empty where the system alone may send it.' }),
        bulkFrom: z
          .array(z.string())
          .meta({ description: 'States in which it may be sent to many at once, and leads elsewhere.' }),
        asksReason: z.boolean().meta({ description: 'A reason has to be given with it.' }),
        undo: z.string().nullable().meta({ description: 'The event that takes it back.' }),
      }),
    ),
  })
  .meta({ id: 'FlowLegend' });
export type FlowLegend = z.infer<typeof FlowLegend>;

export const FlowLegends = z.object({ items: z.array(FlowLegend) }).meta({ id: 'FlowLegends' });
export type FlowLegends = z.infer<typeof FlowLegends>;
