import { z } from 'zod';

import { FlowId } from './instances.js';
import { Id, Instant, IsoDate, Words, page } from './primitives.js';

export const Notice = z
  .object({
    id: z.string(),
    at: Instant,
    onDay: IsoDate,
    words: Words,
    flow: FlowId,
    instanceId: Id,
    planId: Id,
    title: z.string(),
    byUnitName: z.string().nullable(),
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const NoticeList = page(Notice).extend({ unread: z.number().int() }).meta({ id: 'NoticeList' });
export type NoticeList = z.infer<typeof NoticeList>;

export const ReadNotices = z
  .object({ ids: z.array(z.string()).max(200).optional(), all: z.boolean().optional() })
  .meta({ id: 'ReadNotices', example: { all: true } });
export type ReadNotices = z.infer<typeof ReadNotices>;

/** What a live screen is told: something that it may see has moved. The screen then asks for the new state. */
export const LiveSignal = z
  .object({
    id: z.string(),
    kind: z.enum(['instance', 'notice', 'clock', 'plan']),
    instanceId: Id.nullable(),
    planId: Id.nullable(),
  })
  .meta({ id: 'LiveSignal' });
export type LiveSignal = z.infer<typeof LiveSignal>;
