import { z } from 'zod';

import { FlowId } from './instances.js';
import { Id, Instant, IsoDate, PageQuery, Words, page } from './primitives.js';

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

const NoticeTemplate = z.string().min(1).max(80);

/** What a unit was told of one kind on one day: a hundred late tasks are one line, which opens to the hundred. */
export const NoticeBundle = z
  .object({
    onDay: IsoDate,
    template: NoticeTemplate,
    count: z.number().int().min(1),
    unread: z.number().int().min(0),
    /** The sentence for all of them; that of the one where there is one. */
    words: Words,
    newest: Notice,
  })
  .meta({ id: 'NoticeBundle' });
export type NoticeBundle = z.infer<typeof NoticeBundle>;

/** `unread` counts bundles, as the list shows them. */
export const NoticeList = page(NoticeBundle).extend({ unread: z.number().int() }).meta({ id: 'NoticeList' });
export type NoticeList = z.infer<typeof NoticeList>;

export const NoticesOfBundleQuery = PageQuery.extend({ onDay: IsoDate, template: NoticeTemplate });
export type NoticesOfBundleQuery = z.infer<typeof NoticesOfBundleQuery>;

export const NoticesOfBundle = page(Notice).meta({ id: 'NoticesOfBundle' });
export type NoticesOfBundle = z.infer<typeof NoticesOfBundle>;

export const ReadNotices = z
  .object({
    ids: z.array(z.string()).max(200).optional(),
    bundle: z.object({ onDay: IsoDate, template: NoticeTemplate }).optional(),
    all: z.boolean().optional(),
  })
  .meta({ id: 'ReadNotices', example: { all: true } });
export type ReadNotices = z.infer<typeof ReadNotices>;

/**
 * What a live screen is told: something that it may see has moved. The screen then asks for the new state. `again`: too much has
 * happened since it was last heard to name it; everything on screen is asked for again.
 */
export const LiveSignal = z
  .object({
    id: z.string(),
    kind: z.enum(['instance', 'notice', 'clock', 'plan', 'again']),
    instanceId: Id.nullable(),
    planId: Id.nullable(),
  })
  .meta({ id: 'LiveSignal' });
export type LiveSignal = z.infer<typeof LiveSignal>;

/** `after`: the last signal that was heard, for a client that cannot send the header Last-Event-ID. */
export const LiveQuery = z.object({ after: z.string().max(20).optional() });
export type LiveQuery = z.infer<typeof LiveQuery>;
