import { z } from 'zod';

/** The day on which every rehearsal takes place. */
export const REHEARSAL_DAY = '2025-05-20';

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  anyOf?: readonly Schema[];
}

const sampled = new WeakMap<z.ZodType, unknown>();

/** A small valid value for a schema: required fields alone, the shortest texts, the rehearsal's day. */
export function sampleValue(schema: z.ZodType): unknown {
  if (!sampled.has(schema)) {
    const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
    sampled.set(schema, sample(root, root.$defs ?? {}));
  }
  return sampled.get(schema);
}

function sample(schema: Schema, named: Record<string, Schema>): unknown {
  const target = schema.$ref === undefined ? undefined : named[schema.$ref.replace('#/$defs/', '')];
  if (target) return sample(target, named);
  if (schema.anyOf?.[0]) return sample(schema.anyOf[0], named);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {}, named)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, named));
    case 'number':
    case 'integer':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, pattern }: Schema): string {
  if (format === 'date') return REHEARSAL_DAY;
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (format === 'uri') return 'https://baohiemxahoi.gov.vn/';
  return pattern?.includes('\\d') ? '1' : 'x';
}
