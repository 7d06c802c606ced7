import { typedText, type FlowDocument, type PayloadPart } from '@phancong/contracts';
import { z } from 'zod';

import { nothing, webLink } from '../engine/payloads.js';

/** What may be typed with a move of a flow that is written as data. A new part needs its words on the screens. */
const parts: Record<PayloadPart, z.ZodType> = {
  reason: typedText(1000),
  note: typedText(4000),
  link: webLink,
  fileId: z.uuid(),
  answer: typedText(4000),
  explanation: typedText(4000),
  remedy: typedText(2000),
  severity: z.enum(['low', 'medium', 'high']),
  assessment: typedText(2000),
  measure: typedText(4000),
  proofLink: webLink,
};

type Asked = FlowDocument['events'][string]['asks'];

/** The payload that an event asks for. */
export function payloadOf(asks: Asked): z.ZodType {
  if (asks.length === 0) return nothing;
  return z.object(
    Object.fromEntries(asks.map(({ part, required }) => [part, required ? parts[part] : parts[part].optional()])),
  );
}

/** The parts that the payload of a shipped flow consists of; undefined where it asks for something that is no part. */
export function partsOf(payload: z.ZodType): Asked | undefined {
  if (!(payload instanceof z.ZodObject)) return undefined;
  const asks = Object.entries(payload.shape).map(([part, schema]) =>
    part in parts ? { part: part as PayloadPart, required: !(schema instanceof z.ZodOptional) } : undefined,
  );
  return asks.includes(undefined) ? undefined : (asks as Asked);
}
