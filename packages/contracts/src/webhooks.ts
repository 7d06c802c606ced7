import { z } from 'zod';

import { FlowId } from './instances.js';
import { Id, Instant, IsoDate, page, PageQuery, typedText, UnitId } from './primitives.js';

/** What a receiver may ask to be told of. `work.moved` is every move that is none of the others. */
export const WebhookEvent = z
  .enum(['work.started', 'work.moved', 'work.late', 'work.ended'])
  .meta({ id: 'WebhookEvent' });
export type WebhookEvent = z.infer<typeof WebhookEvent>;

const unique = <Item>(items: Item[]) => [...new Set(items)];

export const NewWebhookReceiver = z
  .object({
    name: typedText(100),
    url: z.string().trim().max(2000),
    events: z.array(WebhookEvent).min(1).max(4).transform(unique),
    /** Kinds of work; empty: all. */
    flows: z.array(FlowId).max(20).transform(unique).default([]),
  })
  .meta({
    id: 'NewWebhookReceiver',
    example: {
      name: 'Trục liên thông văn bản',
      url: 'https://lien-thong.example.gov.vn/phan-cong',
      events: ['work.moved', 'work.ended'],
      flows: ['task'],
    },
  });
export type NewWebhookReceiver = z.infer<typeof NewWebhookReceiver>;

export const EditWebhookReceiver = z
  .object({ paused: z.boolean() })
  .meta({ id: 'EditWebhookReceiver', example: { paused: true } });
export type EditWebhookReceiver = z.infer<typeof EditWebhookReceiver>;

/** A system that is told of work, within what its unit may see. */
export const WebhookReceiver = z
  .object({
    id: Id,
    name: z.string(),
    url: z.string(),
    events: z.array(WebhookEvent),
    flows: z.array(FlowId),
    unitId: UnitId,
    unitName: z.string(),
    madeByName: z.string(),
    madeAt: Instant,
    pausedAt: Instant.nullable(),
    waiting: z.number().int(),
    dead: z.number().int(),
    deliveredAt: Instant.nullable(),
  })
  .meta({ id: 'WebhookReceiver' });
export type WebhookReceiver = z.infer<typeof WebhookReceiver>;

export const WebhookReceiverList = z.object({ items: z.array(WebhookReceiver) }).meta({ id: 'WebhookReceiverList' });
export type WebhookReceiverList = z.infer<typeof WebhookReceiverList>;

/** The secret is told once, with the answer that makes it. */
export const WebhookSecret = z.object({ id: Id, secret: z.string() }).meta({ id: 'WebhookSecret' });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

export const DeliveryState = z.enum(['waiting', 'delivered', 'dead']).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why a delivery failed: `detail` is the status of HTTP, or what the network said. */
export const DeliveryFault = z
  .object({ kind: z.enum(['status', 'redirect', 'timeout', 'address', 'network', 'secret']), detail: z.string() })
  .meta({ id: 'DeliveryFault' });
export type DeliveryFault = z.infer<typeof DeliveryFault>;

export const WebhookDelivery = z
  .object({
    id: Id,
    type: z.string(),
    instanceId: Id.nullable(),
    title: z.string().nullable(),
    state: DeliveryState,
    attempts: z.number().int(),
    at: Instant,
    /** When it is tried next; null when it is settled. */
    tryAt: Instant.nullable(),
    settledAt: Instant.nullable(),
    fault: DeliveryFault.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const WebhookDeliveriesQuery = PageQuery.extend({ state: DeliveryState.optional() });
export type WebhookDeliveriesQuery = z.infer<typeof WebhookDeliveriesQuery>;

export const WebhookDeliveryPage = page(WebhookDelivery).meta({ id: 'WebhookDeliveryPage' });
export type WebhookDeliveryPage = z.infer<typeof WebhookDeliveryPage>;

const WebhookParty = z.object({ id: UnitId, name: z.string() });

/** The body of a webhook. It names what moved; whoever needs more asks the API for it, with a key of his own. */
export const WebhookMessage = z
  .object({
    type: z.string(),
    /** When it happened. */
    timestamp: Instant,
    data: z.object({
      instanceId: Id,
      /** Grows with each move of an instance: an older one that comes later changes nothing any more. */
      version: z.number().int(),
      flow: FlowId,
      planId: Id,
      title: z.string(),
      event: z.string(),
      fromState: z.string().nullable(),
      toState: z.string(),
      onDay: IsoDate,
      from: WebhookParty,
      to: WebhookParty,
      byUnitId: UnitId.nullable(),
      dueOn: IsoDate.nullable(),
    }),
  })
  .meta({ id: 'WebhookMessage' });
export type WebhookMessage = z.infer<typeof WebhookMessage>;
