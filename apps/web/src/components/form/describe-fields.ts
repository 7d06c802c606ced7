import { flows } from '@phancong/workflows';
import { z } from 'zod';

/** How a field of a payload is typed in: found from its schema, so that a new machine needs no new form. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'date'
  | 'link'
  | 'number'
  | 'money'
  | 'unit'
  | 'units'
  | 'file'
  | 'choice'
  | 'yesNo';

export interface FieldOfForm {
  name: string;
  kind: FieldKind;
  required: boolean;
  choices: string[];
}

/** A text that may be this long, in characters, is typed in a field of several lines. */
const LONG_TEXT = 500;

interface Unwrapped {
  schema: z.core.$ZodType;
  required: boolean;
  ids: string[];
  /** The longest text that may be typed, where the schema says it. */
  maxLength: number;
}

/** Strips optional, nullable, default and pipe; collects the names that the schemas on the way carry. */
function unwrap(schema: z.core.$ZodType): Unwrapped {
  let current = schema;
  let required = true;
  const ids: string[] = [];
  let maxLength = 0;
  for (;;) {
    const id = z.globalRegistry.get(current)?.id;
    if (typeof id === 'string') ids.push(id);
    if (current instanceof z.ZodOptional || current instanceof z.ZodNullable || current instanceof z.ZodDefault) {
      required = false;
      current = current.def.innerType;
    } else if (current instanceof z.ZodPipe) {
      if (current.def.out instanceof z.ZodString) maxLength = current.def.out.maxLength ?? 0;
      current = current.def.in instanceof z.ZodTransform ? current.def.out : current.def.in;
    } else {
      if (current instanceof z.ZodString) maxLength ||= current.maxLength ?? 0;
      return { schema: current, required, ids, maxLength };
    }
  }
}

function kindOf(name: string, { schema, ids, maxLength }: Unwrapped): FieldKind {
  if (ids.includes('Money') || name.endsWith('Vnd')) return 'money';
  if (ids.includes('UnitId') || name.endsWith('UnitId')) return 'unit';
  if (name === 'fileId') return 'file';
  if (ids.includes('IsoDate') || schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodURL) return 'link';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'yesNo';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodArray && unwrap(schema.element).ids.includes('UnitId')) return 'units';
  return maxLength >= LONG_TEXT ? 'text' : 'line';
}

/** Facts that nobody types, as the machines say: the sum of an estimate, the figures of a report, the deadline as it stands. */
export const statedBySystem: ReadonlySet<string> = new Set(
  Object.values(flows).flatMap((flow) => flow.statedByServer ?? []),
);

/** The fields of an object schema in its order; anything that is no object asks for nothing. */
export function describeFields(schema: z.ZodType): FieldOfForm[] {
  const { schema: inner } = unwrap(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  const shape = Object.entries(inner.shape);
  return shape.flatMap(([name, field]) => {
    if (statedBySystem.has(name)) return [];
    const unwrapped = unwrap(field);
    const choices = unwrapped.schema instanceof z.ZodEnum ? unwrapped.schema.options.map(String) : [];
    return [{ name, kind: kindOf(name, unwrapped), required: unwrapped.required, choices }];
  });
}
