import type { FlowLegend } from '@phancong/contracts';
import type { z } from 'zod';

import type { Flow } from '../engine/flow.js';
import { describeFlow } from './describe-flow.js';

/** The words and colours of a flow without its machine, for screens that list work. */
export function legendOf(flow: Flow): FlowLegend {
  const { edges } = describeFlow(flow);
  const leavingBy = (event: string) => [
    ...new Set(edges.filter((edge) => edge.event === event).map(({ from }) => from)),
  ];
  return {
    id: flow.id,
    version: flow.version,
    words: flow.words,
    parties: flow.parties,
    states: Object.fromEntries(Object.entries(flow.states).map(([id, { words, tone }]) => [id, { words, tone }])),
    events: Object.fromEntries(
      Object.entries(flow.events).map(([id, { words, by, bulk, undo, payload }]) => [
        id,
        {
          words,
          by: by === 'system' ? [] : [...by],
          bulkFrom: bulk ? leavingBy(id) : [],
          asksReason: asksReason(payload),
          undo: undo ?? null,
        },
      ]),
    ),
  };
}

/** A reason is all that has to be typed for it. */
const asksReason = (payload: z.ZodType): boolean =>
  !payload.safeParse({}).success && payload.safeParse({ reason: 'vì' }).success;
